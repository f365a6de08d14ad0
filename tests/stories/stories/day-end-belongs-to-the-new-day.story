# The business date goes by the wall clock of the store's zone: 02:59 is yesterday, 03:00 is today.
shop "Harbor Goods" currency USD timezone America/New_York day-ends 03:00 store Main register 1
tender Visa kind card
at 2026-03-03 02:59
sale
  open-item 1.00
  pay Visa
at 2026-03-03 03:00
sale
  open-item 2.00
  pay Visa
close day
expect entry 2026-03-02
  Cr 1.00 "Merchandise Sales"
  Dr 1.00 "Card Clearing - Visa"
close day
expect entry 2026-03-03
  Cr 2.00 "Merchandise Sales"
  Dr 2.00 "Card Clearing - Visa"
close day
expect refused
