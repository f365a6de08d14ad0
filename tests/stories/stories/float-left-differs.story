# Where an amount was left at the last close, a different float is over or short.
at 2026-03-02 09:00
open float 200.00
close leave 200.00
expect bag -200.00
at 2026-03-03 09:00
open float 198.00
expect bag -200.00
close leave 198.00
close day
close day
expect entry 2026-03-03
  Dr 2.00 "Cash Over/Short"
  Cr 2.00 "Cash in Drawer"
