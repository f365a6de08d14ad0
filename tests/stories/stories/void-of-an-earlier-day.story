# A void of an earlier day's receipt reverses sales, not returns, in the entry of the day it is made.
tax "State DOR" 10%
item Shirt price 50.00 cost 20.00 department Apparel stock 5
tender Visa kind card
cogs on
at 2026-03-02 09:00
sale as "shirt"
  item Shirt discount 5.00
  pay Visa
close day
at 2026-03-03 09:00
void "shirt" reason "Wrong card"
expect stock Shirt 5
void "shirt" reason "Wrong card"
expect refused
return of "shirt"
  item Shirt
  refund Visa
expect refused
close day
expect entry
  Dr 50.00 "Merchandise Sales:Apparel"
  Cr 5.00 "Sales Discounts"
  Dr 4.50 "Sales Tax Payable - State DOR"
  Cr 49.50 "Card Clearing - Visa"
  Dr 20.00 "Inventory Asset"
  Cr 20.00 "Cost of Goods Sold:Apparel"
expect check ok
