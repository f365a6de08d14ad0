# Cost of goods by department and the inventory it leaves, when the books carry the shop's stock.
department Toys
item Ball price 5.00 cost 2.00 department Toys stock 10
item Rope price 3.00 cost 1.00 unit m stock 2.5
tender Visa kind card
cogs on
at 2026-03-02 09:00
sale
  item Ball x 3
  item Rope x 1.25
  pay Visa
adjust Ball x -2 reason "Damaged"
adjust Ball x -1 reason "Own Use"
adjust Rope x 0.5 reason "Found"
expect stock Ball 4
expect stock Rope 1.75
close day
expect entry
  Cr 15.00 "Merchandise Sales:Toys"
  Cr 3.75 "Merchandise Sales"
  Dr 18.75 "Card Clearing - Visa"
  Dr 6.00 "Cost of Goods Sold:Toys"
  Dr 1.25 "Cost of Goods Sold"
  Cr 7.25 "Inventory Asset"
  Cr 5.50 "Inventory Asset"
  Dr 4.00 "Inventory Shrinkage"
  Dr 2.00 "Own Use"
  Cr 0.50 "Inventory Shrinkage"
expect check ok
