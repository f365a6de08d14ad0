# Each agency on its own would give 0.01 less here: 0.053 and 0.024 round to 0.05 and 0.02, their sum 0.077 to 0.08.
tax State 5.3%
tax City 2.4%
tender Visa kind card
at 2026-03-02 09:00
sale
  open-item 1.00
  pay Visa
expect sale tax 0.07 total 1.07
tax-rounding combined
sale
  open-item 1.00
  pay Visa
expect sale tax 0.08 total 1.08
close day
expect entry
  Cr 2.00 "Merchandise Sales"
  Cr 0.10 "Sales Tax Payable - State"
  Cr 0.05 "Sales Tax Payable - City"
  Dr 2.15 "Card Clearing - Visa"
