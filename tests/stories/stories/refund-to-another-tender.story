# A refund to another tender than the one paid with needs the right.
item Mug price 8.00
tender Visa kind card
employee Ana pin 4821 role cashier
employee Joan pin 7305 role manager
at 2026-03-02 09:00
open float 50.00
sale by Ana
  item Mug
  pay Visa
return of 1-000001 by Ana
  item Mug reason "Chipped"
  refund cash
expect refused
return of 1-000001 by Joan
  item Mug reason "Chipped"
  refund cash
expect sale total 8.00
expect drawer expected 42.00
sale
  item Mug
  pay Visa
return of 1-000003 by Ana
  item Mug reason "Chipped"
  refund Visa
expect sale total 8.00
