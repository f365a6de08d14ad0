# Rounding goes half away from zero: 0.03 is rung up to 0.05, 0.02 down to nothing; gained is a credit.
cash-rounding 0.05
at 2026-03-02 09:00
open float 50.00
sale
  open-item 0.03
  pay cash
expect drawer expected 50.05
sale
  open-item 0.02
  pay cash
expect drawer expected 50.05
sale
  open-item 4.04
  pay cash
expect drawer expected 54.10
close
close day
expect entry
  Cr 4.09 "Merchandise Sales"
  Dr 4.10 "Cash in Drawer"
  Cr 0.01 "Cash Rounding"
