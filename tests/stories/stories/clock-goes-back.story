# The business date never goes back: a clock that shows an earlier date keeps the date of the last document.
tender Visa kind card
at 2026-03-05 10:00
sale
  open-item 1.00
  pay Visa
at 2026-03-04 10:00
sale
  open-item 2.00
  pay Visa
close day 2026-03-05
expect entry 2026-03-05
  Cr 3.00 "Merchandise Sales"
  Dr 3.00 "Card Clearing - Visa"
expect check ok
