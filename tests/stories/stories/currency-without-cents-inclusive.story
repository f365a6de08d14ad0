# Whole yen: tax within prices, cash to the ten, limits told without decimals.
shop "Yen" currency JPY timezone Asia/Tokyo
prices include tax
tax Tax 10%
cash-rounding 10
customer Inn house-account 5000 owes 300
over-short-limit 50
employee Ana pin 4821 role cashier
at 2026-03-02 09:00
open float 10000
sale
  open-item 1234 x 2
  pay cash
# 2468 -> tax 224.36 -> 224 ; cash 2470
expect sale net 2244 tax 224 total 2468
sale
  open-item 55
  pay cash 53
expect refused
  because "50 or 60"
sale customer Inn
  open-item 4800
  pay house-account
expect refused
  because "may owe 5,000"
