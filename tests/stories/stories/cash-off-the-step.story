# A part payment in cash off the rounding step is refused, with the two nearest sums.
cash-rounding 0.05
tender Visa kind card
at 2026-03-02 09:00
open float 50.00
sale
  open-item 10.02
  pay cash 5.02
expect refused
  because "5.00"
sale
  open-item 10.02
  pay cash 5.02
expect refused
  because "5.05"
sale
  open-item 10.02
  pay cash 5.05
  pay Visa
expect sale total 10.02 change 0.00
