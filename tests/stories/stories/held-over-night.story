# A held sale takes the date on which it is finished, and holds nothing back.
tax State 7%
tender Visa kind card
at 2026-03-02 09:00
sale
  open-item 10.00
hold coat
sale
  open-item 1.00
  pay Visa
hold coat
expect refused
close day
expect entry
  Cr 1.00 "Merchandise Sales"
  Cr 0.07 "Sales Tax Payable - State"
  Dr 1.07 "Card Clearing - Visa"
at 2026-03-03 09:00
recall coat
  open-item 5.00
  discount 5.00 reason Wait
  pay Visa 5.00
  pay check
expect sale net 10.00 tax 0.70 total 10.70
recall coat
expect refused
close day
expect entry
  Cr 15.00 "Merchandise Sales"
  Dr 5.00 "Sales Discounts"
  Cr 0.70 "Sales Tax Payable - State"
  Dr 5.00 "Card Clearing - Visa"
  Dr 5.70 "Undeposited Funds"
expect entry 2026-03-02
  Cr 1.00 "Merchandise Sales"
  Cr 0.07 "Sales Tax Payable - State"
  Dr 1.07 "Card Clearing - Visa"
expect check ok
