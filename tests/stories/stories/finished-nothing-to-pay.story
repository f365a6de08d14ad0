# A sale of 0.00 is finished by `pay cash`, and by nothing else.
item Sticker price 0.00
tender Card kind card
at 2026-03-02 09:00
open float 50.00
sale
  item Sticker
  pay Card
expect refused
sale
  item Sticker
  pay cash
expect sale net 0.00 tax 0.00 total 0.00 change 0.00
expect receipt "1-000001"
expect drawer expected 50.00
expect check ok
