# Goods without a receipt may come back where the right is there, at today's price and tax.
tax "State DOR" 10%
item Mug price 8.00
employee Ana pin 4821 role cashier
at 2026-03-02 09:00
open float 50.00
return by Ana
  item Mug reason "Chipped"
  refund cash
expect refused
return
  item Mug x 2 reason "Chipped"
  refund cash
expect sale net 16.00 tax 1.60 total 17.60
expect drawer expected 32.40
