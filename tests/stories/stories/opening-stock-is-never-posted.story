# What was there before the shop began is never posted.
item Ball price 5.00 cost 2.00 stock 10
cogs on
at 2026-03-02 09:00
open float 50.00
close
close day
expect entry
expect stock Ball 10
