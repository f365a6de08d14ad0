# Cash is rounded after tax, its own part only; the tax stays as it is and the difference has its own line.
cash-rounding 0.05
tax "State DOR" 7%
tender Visa kind card
at 2026-03-02 09:00
open float 50.00
# 10.70 and 0.02: tax 0.70.
sale
  open-item 10.02
  pay cash 11.00
expect sale net 10.02 tax 0.70 total 10.72 change 0.30
# 5.35 by card leaves 5.37, which is 5.35 in cash.
sale
  open-item 10.02
  pay Visa 5.35
  pay cash
expect sale net 10.02 tax 0.70 total 10.72 change 0.00
sale
  open-item 10.02
  pay Visa
expect drawer expected 66.05
close
close day
expect entry
  Cr 30.06 "Merchandise Sales"
  Cr 2.10 "Sales Tax Payable - State DOR"
  Dr 16.07 "Card Clearing - Visa"
  Dr 16.05 "Cash in Drawer"
  Dr 0.04 "Cash Rounding"
