# What has no price of its own is sold at the price that is named, by anybody; another price for the rest needs the right.
item "Any book" price 0.00
employee Ana pin 4821 role cashier
item Cup price 4.00
tender Visa kind card
at 2026-03-02 09:00
sale by Ana
  item "Any book" price 7.50
  pay Visa
expect sale total 7.50
sale by Ana
  item Cup price 3.00
  pay Visa
expect refused by Ana
  because "right"
