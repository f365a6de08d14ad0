# `net` is without tax and after discounts, `total` all that is owed before cash is rounded; on a return all are positive.
tax "State DOR" 7%
cash-rounding 0.05
item Mug price 8.00
tender Card kind card
at 2026-03-02 09:00
open float 50.00
sale
  item Mug x 3 discount 10%
  pay cash 30.00
expect sale net 21.60 tax 1.51 total 23.11 change 6.90
return of 1-000001
  item Mug x 1 reason "Chipped"
  refund cash
expect sale net 7.20 tax 0.50 total 7.70
expect sale total 7.70
