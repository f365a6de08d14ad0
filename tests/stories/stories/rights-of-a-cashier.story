# What a cashier may not do alone, and what an assistant or a manager may.
employee Ana pin 4821 role cashier
employee Max pin 4822 role manager
employee Sue pin 4823 role assistant
item Cup price 10.00
tender Visa kind card
at 2026-03-02 09:00
open float 100.00 by Ana
sale by Ana as one
  item Cup
  pay cash
void one reason "Wrong" by Ana
expect refused
sale by Ana
  item Cup discount 11%
  pay Visa
expect refused
sale by Ana
  item Cup discount 10%
  pay Visa
expect sale total 9.00
sale by Ana
  item Cup price 9.00
  pay Visa
expect refused
paid-in 5.00 reason Change by Ana
expect refused
paid-in 5.00 reason Change by Sue
return by Ana
  item Cup reason Torn
  refund cash
expect refused
return by Max
  item Cup reason Torn
  refund cash
return of one by Ana
  item Cup reason Torn
  refund Visa
expect refused
change-tender one from cash to Visa 5.00 by Ana
expect refused
close day by Ana
expect refused
drop 20.00 by Ana
bank-deposit 1.00 to Checking by Ana
expect refused
map sales "Other" by Max
expect refused
form sales-receipt by Max
expect refused
cogs on by Ana
expect refused
close counted 85.00 by Ana
close day by Max
expect entry
  Cr 20.00 "Merchandise Sales"
  Dr 1.00 "Sales Discounts"
  Dr 10.00 "Sales Returns"
  Dr 9.00 "Card Clearing - Visa"
  Cr 15.00 "Cash in Drawer"
  Dr 20.00 "Cash in Safe"
  Cr 5.00 Change
expect check ok
