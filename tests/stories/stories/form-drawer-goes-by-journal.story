# What moves in the drawer besides sales is no sale: paid out, safe drop and deposit stand in the journal beside it.
tax "State DOR" 10%
item Cap price 10.00 cost 4.00 department Apparel stock 5
form sales-receipt
cogs on
at 2026-03-02 09:00
opening-cash 100.00 from Checking
open float 100.00
sale
  item Cap
  pay cash
paid-out 3.00 reason Postage
drop 20.00
close counted 88.00
close day
expect entry
  Cr 10.00 "Merchandise Sales:Apparel"
  Cr 1.00 "Sales Tax Payable - State DOR"
  Dr 88.00 "Cash in Drawer"
  Dr 3.00 Postage
  Dr 20.00 "Cash in Safe"
  Cr 100.00 Checking
  Dr 4.00 "Cost of Goods Sold:Apparel"
  Cr 4.00 "Inventory Asset"
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 10.00
expect books "Cash in Drawer" Dr 88.00
expect books Postage Dr 3.00
expect books "Cash in Safe" Dr 20.00
expect books Checking Cr 100.00
expect books "Cost of Goods Sold:Apparel" Dr 4.00
expect books "Inventory Asset" Cr 4.00
expect check ok
