# Stock may go below zero unless the shop refuses it; what is not there leaves at the last cost.
item Ball price 5.00 cost 2.00 stock 1
tender Visa kind card
cogs on
at 2026-03-02 09:00
sale
  item Ball x 3
  pay Visa
expect stock Ball -2
stock-below-zero refused
sale
  item Ball
  pay Visa
expect refused
  because "not enough stock"
close day
expect entry
  Cr 15.00 "Merchandise Sales"
  Dr 15.00 "Card Clearing - Visa"
  Dr 6.00 "Cost of Goods Sold"
  Cr 6.00 "Inventory Asset"
