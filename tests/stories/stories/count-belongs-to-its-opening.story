# A count belongs to the date on which its drawer was opened, even when it is counted after midnight.
at 2026-03-02 22:00
open float 50.00
sale
  open-item 5.00
  pay cash
at 2026-03-03 09:00
close counted 54.00
expect drawer expected 55.00 over-short -1.00
close day
expect entry 2026-03-02
  Cr 5.00 "Merchandise Sales"
  Dr 4.00 "Cash in Drawer"
  Dr 1.00 "Cash Over/Short"
close day
expect refused
expect check ok
