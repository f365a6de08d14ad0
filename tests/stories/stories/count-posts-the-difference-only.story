# A count posts only counted less expected; the drawer and its bag are one, and moves between them post nothing.
at 2026-03-02 09:00
open float 200.00
sale
  open-item 30.00
  pay cash
close counted 231.00 leave 200.00
expect drawer expected 230.00 over-short 1.00
# The first float came out of the bag too: 200.00 out, 31.00 in.
expect bag -169.00
close day
expect entry
  Cr 30.00 "Merchandise Sales"
  Dr 31.00 "Cash in Drawer"
  Cr 1.00 "Cash Over/Short"
