# A refused statement leaves nothing behind, its cart included: neither lines, nor a held sale taken up, nor an account.
item Mug price 8.00 stock 1
item Bowl price 12.00
tender Card kind card
stock-below-zero refused
employee Ana pin 4821 role cashier
at 2026-03-02 09:00
open float 50.00
sale
  item Bowl
  item Mug x 2
  pay cash
expect refused
  because "not enough stock"
expect stock Bowl 0
expect drawer expected 50.00
sale
  item Mug
hold "red hat"
recall "red hat"
  item Mug x 3
  pay cash
expect refused
recall "red hat"
  pay cash
expect sale total 8.00
expect receipt "1-000001"
close
paid-out 5.00 reason "Cleaning" to "Cleaning and Care"
expect refused
  because "drawer is not open"
open float 50.00
paid-out 5.00 reason "Cleaning"
close
close day
expect entry
  Cr 8.00 "Merchandise Sales"
  Dr 3.00 "Cash in Drawer"
  Dr 5.00 Cleaning
expect check ok
