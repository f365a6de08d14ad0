# Changed after the count, it is over or short: the drawer was counted already.
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
sale
  open-item 45.00
  pay cash
close counted 100.00
expect drawer over-short -45.00
change-tender 1-000001 from cash to Visa 45.00
close day
expect entry
  Cr 45.00 "Merchandise Sales"
  Dr 45.00 "Card Clearing - Visa"
