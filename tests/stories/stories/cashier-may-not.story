# What a role does not grant is refused, with nothing recorded.
item Mug price 8.00
employee Ana pin 4821 role cashier
tender Visa kind card
at 2026-03-02 09:00
open float 50.00 by Ana
sale by Ana
  item Mug price 6.00
  pay Visa
expect refused
sale by Ana
  item Mug discount 11%
  pay Visa
expect refused
sale by Ana
  item Mug discount 10%
  pay Visa
expect sale total 7.20
void 1-000001 reason "Mistake" by Ana
expect refused
paid-out 5.00 reason Cleaning by Ana
expect refused
map sales "Sales" by Ana
expect refused
close by Ana
close day by Ana
expect refused
close day by Owner
expect check ok
