# Refunds by several tenders; more than is owed, or a part that cash can't make up, is refused.
cash-rounding 0.05
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
sale as one
  open-item 10.02
  open-item 3.00
  pay Visa 5.00
  pay cash
# 13.02: visa 5, rest 8.02 -> 8.00
expect sale total 13.02 change 0.00
return of one
  open-item 10.02 reason x
  refund Visa 5.00
  refund cash
expect sale total 10.02
return of one
  open-item 3.00 reason x
  refund cash 4.00
expect refused
return of one
  open-item 3.00 reason x
  refund cash 2.98
expect refused
return of one
  open-item 3.00 reason x
  refund check
close
close day
expect entry
  Cr 13.02 "Merchandise Sales"
  Dr 13.02 "Sales Returns"
  Dr 3.00 "Cash in Drawer"
  Cr 3.00 "Undeposited Funds"
expect check ok
