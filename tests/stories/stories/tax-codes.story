# A code has its own agencies; an item's code goes before its department's.
tax "State DOR" 6%
tax County 1.25%
tax-code Food 2% "State DOR" 1% City
department Grocery tax-code Food
item Bread price 10.00 department Grocery
item Soap price 10.00 department Grocery tax-code Taxable
item Stamp price 10.00 department Grocery tax-code None
tender Visa kind card
at 2026-03-02 09:00
sale
  item Bread
  item Soap
  item Stamp
  open-item 10.00 department Grocery tax-code None
  pay Visa
expect sale net 40.00 tax 1.03 total 41.03
close day
expect entry
  Cr 40.00 "Merchandise Sales:Grocery"
  Cr 0.80 "Sales Tax Payable - State DOR"
  Cr 0.13 "Sales Tax Payable - County"
  Cr 0.10 "Sales Tax Payable - City"
  Dr 41.03 "Card Clearing - Visa"
