# A further register has its own receipts and drawer; slots that belong to a drawer have a row for each register.
employee Ana pin 4821 role cashier
tender Visa kind card
item Mug price 8.00
at 2026-03-02 09:00
open float 100.00
open float 50.00 register 2 by Ana
sale
  item Mug
  pay cash
expect receipt "1-000001"
sale register 2 by Ana
  item Mug x 2
  pay cash
expect receipt "2-000001"
sale register 2
  item Mug
  pay Visa
return of 2-000001
  item Mug reason "Chipped"
  refund cash
expect receipt "1-000002"
close day
expect refused
close counted 100.50
close counted 65.00 register 2
expect drawer expected 66.00 over-short -1.00 register 2
expect drawer expected 100.00 over-short 0.50 register 1
close day
expect entry
  Cr 32.00 "Merchandise Sales"
  Dr 8.00 "Sales Returns"
  Dr 0.50 "Cash in Drawer"
  Dr 15.00 "Cash in Drawer"
  Cr 0.50 "Cash Over/Short"
  Dr 1.00 "Cash Over/Short"
  Dr 8.00 "Card Clearing - Visa"
send
expect exchange verified
expect books "Cash in Drawer" Dr 15.50
expect check ok
