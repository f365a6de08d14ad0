# A sale is finished when a payment brings what is due to nothing; one without payments waits for `hold`.
item Mug price 8.00
item Bowl price 12.00
tender Card kind card
at 2026-03-02 09:00
open float 50.00
sale
  item Mug
hold "blue coat"
sale
  item Bowl
  pay cash 5.00
  pay Card
expect sale net 12.00 total 12.00 change 0.00
recall "blue coat"
  item Bowl
  pay cash 25.00
expect sale net 20.00 total 20.00 change 5.00
recall "blue coat"
  pay cash
expect refused
  because "blue coat"
expect check ok
