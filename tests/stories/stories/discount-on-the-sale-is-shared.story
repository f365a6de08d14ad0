# A discount on the sale is shared by what the lines cost after their own discounts, to the last cent.
department Red
department Green
department Blue tax-code None
tax "State DOR" 10%
tender Visa kind card
at 2026-03-02 09:00
sale
  open-item 10.00 department Red
  open-item 10.00 department Green
  open-item 10.00 department Blue
  discount 0.50
  pay Visa
# 0.17, 0.17 and 0.16: the tie goes to the earlier lines. Tax is 10% of 19.66.
expect sale net 29.50 tax 1.97 total 31.47
close day
expect entry
  Cr 10.00 "Merchandise Sales:Red"
  Cr 10.00 "Merchandise Sales:Green"
  Cr 10.00 "Merchandise Sales:Blue"
  Dr 0.50 "Sales Discounts"
  Cr 1.97 "Sales Tax Payable - State DOR"
  Dr 31.47 "Card Clearing - Visa"
