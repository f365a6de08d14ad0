# A tender said wrongly is changed while the drawer is open: the drawer's cash goes with it.
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
sale
  open-item 45.00
  pay cash
change-tender 1-000001 from cash to Visa 45.00
expect drawer expected 100.00
change-tender 1-000001 from cash to Visa 0.01
expect refused
close
close day
expect entry
  Cr 45.00 "Merchandise Sales"
  Dr 45.00 "Card Clearing - Visa"
