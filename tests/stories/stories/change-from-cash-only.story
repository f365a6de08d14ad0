# Change comes from cash; any other tender above what is due is refused.
item Mug price 8.00
tender Visa kind card
at 2026-03-02 09:00
open float 50.00
sale
  item Mug
  pay Visa 10.00
expect refused
  because "Visa"
sale
  item Mug
  pay check 10.00
expect refused
sale
  item Mug
  pay Visa 3.00
  pay cash 10.00
expect sale total 8.00 change 5.00
expect drawer expected 55.00
