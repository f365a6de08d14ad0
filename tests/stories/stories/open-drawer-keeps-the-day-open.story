# `close day` with an open drawer or an unfinished sale of that date is refused, and says what is open.
tender Visa kind card
at 2026-03-02 18:00
open float 50.00
sale
  open-item 5.00
  pay cash
close day
expect refused
  because "drawer"
close
sale
  open-item 6.00
close day
expect refused
  because "not finished"
hold "green bag"
close day
expect entry 2026-03-02
  Cr 5.00 "Merchandise Sales"
  Dr 5.00 "Cash in Drawer"
at 2026-03-03 10:00
recall "green bag"
  pay Visa
close day
expect entry 2026-03-03
  Cr 6.00 "Merchandise Sales"
  Dr 6.00 "Card Clearing - Visa"
