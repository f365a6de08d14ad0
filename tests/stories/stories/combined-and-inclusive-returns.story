# In mode combined, prices with tax: what comes back adds up to what was paid.
prices include tax
tax A 6.5%
tax B 2.3%
tax-rounding combined
tender Visa kind card
at 2026-03-02 09:00
# 10.00: 8.8/108.8 = .808824 -> .81; A .597426, B .211397 -> .59+.21=.80, one left to the larger remainder: A .0074, B .0014 -> A .60
sale as one
  open-item 5.00 name One
  open-item 5.00 name Two
  pay Visa
expect sale net 9.19 tax 0.81 total 10.00
return of one
  item One reason x
  refund Visa
expect sale total 5.00
return of one
  item Two reason x
  refund Visa
expect sale total 5.00
close day
expect entry
  Cr 9.19 "Merchandise Sales"
  Dr 9.19 "Sales Returns"
expect check ok
