# What is given away moves stock: sales at list, discount for all of it.
tax State 7%
item Gift price 5.00 cost 2.00 stock 3
cogs on
at 2026-03-02 09:00
open float 10.00
sale
  item Gift discount 100% reason Present
  pay cash
expect sale net 0.00 tax 0.00 total 0.00 change 0.00
sale
  item Gift price 0.00 reason Present
  pay cash 0.00
expect sale net 0.00 total 0.00
close
close day
expect entry
  Cr 10.00 "Merchandise Sales"
  Dr 10.00 "Sales Discounts"
  Dr 4.00 "Cost of Goods Sold"
  Cr 4.00 "Inventory Asset"
expect check ok
