# A count belongs to the date its drawer was opened on, and does not set the register's date back.
tender Visa kind card
at 2026-03-04 20:00
open float 50.00
at 2026-03-05 10:00
sale
  open-item 1.00
  pay Visa
close
at 2026-03-04 21:00
sale
  open-item 2.00
  pay Visa
close day
expect entry 2026-03-04
close day
expect entry 2026-03-05
  Cr 3.00 "Merchandise Sales"
  Dr 3.00 "Card Clearing - Visa"
