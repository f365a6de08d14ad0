# 01:30 comes twice in the night the clocks go back; both belong to the same business date.
shop "Harbor Goods" currency USD timezone America/New_York day-ends 01:45 store Main register 1
tender Visa kind card
at 2026-11-01 01:30
sale
  open-item 1.00
  pay Visa
at 2026-11-01 01:30 second
sale
  open-item 2.00
  pay Visa
at 2026-11-01 01:45 second
sale
  open-item 4.00
  pay Visa
close day
expect entry 2026-10-31
  Cr 3.00 "Merchandise Sales"
  Dr 3.00 "Card Clearing - Visa"
close day
expect entry 2026-11-01
  Cr 4.00 "Merchandise Sales"
  Dr 4.00 "Card Clearing - Visa"
