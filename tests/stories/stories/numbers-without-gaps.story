# Receipts (sales, returns, exchanges) draw one series without a gap; everything else has a series of its own.
item Mug price 8.00 stock 20
tender Card kind card
at 2026-03-02 09:00
open float 50.00
no-sale reason "Change for a customer"
sale
  item Mug
  pay cash
expect receipt "1-000001"
drop 5.00
paid-in 5.00 reason "Change order"
sale
  item Mug x 500000
  pay Card
expect refused
sale
  item Mug
  pay Card
expect receipt "1-000002"
return of 1-000001
  item Mug reason "Chipped"
  refund cash
expect receipt "1-000003"
void 1-000002 reason "Wrong card"
sale
  back Mug x 1 of 1-000004 reason "Not bought yet"
  refund cash
expect refused
  because "1-000004"
sale
  item Mug x 2
  pay cash
expect receipt "1-000004"
sale
  back Mug x 1 of 1-000004 reason "Too many"
  item Mug
  refund cash
expect receipt "1-000005"
expect check ok
