# A sale without cash may be rung with no open drawer; cash may not.
item Mug price 8.00
tender Visa kind card
at 2026-03-02 09:00
sale
  item Mug
  pay cash
expect refused
  because "drawer"
sale
  item Mug
  pay Visa 3.00
  pay check
expect sale total 8.00
return of 1-000001
  item Mug reason "Chipped"
  refund cash
expect refused
