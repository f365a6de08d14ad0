# An amount off a line is for the line, not for each unit; a percentage is rounded once, on the line.
item Mug price 8.00
item Pin price 0.25
tender Visa kind card
at 2026-03-02 09:00
sale
  item Mug x 3 discount 5.00
  pay Visa
expect sale net 19.00 total 19.00
# 10% of 3 x 0.25 is 0.075, so 0.08; unit by unit it would be 0.09.
sale
  item Pin x 3 discount 10%
  pay Visa
expect sale net 0.67
sale
  item Mug discount 8.01
  pay Visa
expect refused
  because "above the price"
