# The tax of goods that come back without a receipt is rounded once for all of them, as that of a sale is.
tax State 7%
tax City 1%
item Pin price 0.50
tender Visa kind card
at 2026-03-02 09:00
return
  item Pin reason "Bent"
  item Pin x 1 reason "Bent"
  refund Visa
expect sale net 1.00 tax 0.08 total 1.08
sale
  item Pin
  item Pin
  pay Visa
expect sale net 1.00 tax 0.08 total 1.08
expect check ok
