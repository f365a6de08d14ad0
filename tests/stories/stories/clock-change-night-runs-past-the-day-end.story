# Between the two 01:45 the day has begun: the wall clock goes back, the business date does not.
shop "Harbor Goods" currency USD timezone America/New_York day-ends 01:45 store Main register 1
tender Visa kind card
at 2026-11-01 01:50
sale
  open-item 1.00
  pay Visa
at 2026-11-01 01:30 second
sale
  open-item 2.00
  pay Visa
close day
expect entry 2026-11-01
  Cr 3.00 "Merchandise Sales"
  Dr 3.00 "Card Clearing - Visa"
