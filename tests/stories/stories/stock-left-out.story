# With `cogs off` neither cost of goods nor inventory is in an entry, and adjustments make none.
item Ball price 5.00 cost 2.00 stock 10
tender Visa kind card
at 2026-03-02 09:00
sale
  item Ball x 3
  pay Visa
adjust Ball x -2 reason "Damaged"
expect stock Ball 5
close day
expect entry
  Cr 15.00 "Merchandise Sales"
  Dr 15.00 "Card Clearing - Visa"
