# A price below the list price sells at list, the difference is a discount; above it sells at that price.
tax "State DOR" 10%
item Shirt price 49.00 department Apparel
tender Visa kind card
at 2026-03-02 09:00
sale
  item Shirt price 45.00 reason "Damaged"
  pay Visa
expect sale net 45.00 tax 4.50 total 49.50
sale
  item Shirt x 2 reason "Damaged" discount 10% price 40.00
  pay Visa
expect sale net 72.00 tax 7.20 total 79.20
sale
  item Shirt price 55.00
  pay Visa
expect sale net 55.00 tax 5.50 total 60.50
close day
expect entry
  Cr 202.00 "Merchandise Sales:Apparel"
  Dr 30.00 "Sales Discounts"
  Cr 17.20 "Sales Tax Payable - State DOR"
  Dr 189.20 "Card Clearing - Visa"
