# A drawer open over the day's end: sales go by the clock, its count to the day it was opened on.
tax State 7%
tender Visa kind card
at 2026-03-02 22:00
open float 100.00
sale
  open-item 10.00
  pay cash
at 2026-03-03 02:59
sale
  open-item 20.00
  pay cash
at 2026-03-03 03:00
sale
  open-item 40.00
  pay cash
close day
expect refused
  because "drawer"
close counted 174.00
# expected 100 + 10.70 + 21.40 + 42.80 = 174.90, short 0.90 on the 2nd
close day 2026-03-02
expect entry
  Cr 30.00 "Merchandise Sales"
  Cr 2.10 "Sales Tax Payable - State"
  Dr 31.20 "Cash in Drawer"
  Dr 0.90 "Cash Over/Short"
close day
expect entry
  Cr 40.00 "Merchandise Sales"
  Cr 2.80 "Sales Tax Payable - State"
  Dr 42.80 "Cash in Drawer"
expect check ok
