# A day forgotten overnight is closed first, and selling today does not wait for it.
tender Visa kind card
at 2026-03-02 18:00
open float 50.00
sale
  open-item 5.00
  pay cash
close leave 50.00
at 2026-03-03 09:00
open float 50.00
sale
  open-item 6.00
  pay cash
close day 2026-03-03
expect refused
  because "2026-03-02"
close day
expect entry 2026-03-02
  Cr 5.00 "Merchandise Sales"
  Dr 5.00 "Cash in Drawer"
close
close day
expect entry 2026-03-03
  Cr 6.00 "Merchandise Sales"
  Dr 6.00 "Cash in Drawer"
