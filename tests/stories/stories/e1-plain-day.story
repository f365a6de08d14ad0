# A plain day: six receipts, cards, cash and a check, and a drawer 1.50 short.
shop "Harbor Goods" currency USD timezone America/New_York day-ends 03:00 store Main register 1
tax "State DOR" 7%
department Apparel
department Gifts
tender "Visa/MC" kind card
tender Amex kind card
at 2026-03-02 09:00
open float 200.00
sale
  open-item 197.26 department Apparel
  pay "Visa/MC"
expect sale net 197.26 tax 13.81 total 211.07
sale
  open-item 294.09 department Apparel
  pay "Visa/MC"
expect sale net 294.09 tax 20.59 total 314.68
sale
  open-item 240.10 department Apparel
  discount 40.00 reason "Loyal customer"
  pay cash 220.00
expect sale net 200.10 tax 14.01 total 214.11 change 5.89
sale
  open-item 111.05 department Apparel
  open-item 65.04 department Gifts
  pay Amex
expect sale net 176.09 tax 12.33 total 188.42
sale
  open-item 150.13 department Gifts
  pay check 160.64 number 1021
expect sale net 150.13 tax 10.51 total 160.64
sale
  open-item 101.58 department Gifts
  pay cash 50.00
  pay "Visa/MC"
expect sale net 101.58 tax 7.11 total 108.69 change 0.00
close counted 462.61
expect drawer expected 464.11 over-short -1.50
expect bag 262.61
close day
expect exchange ready
expect entry
  Cr 842.50 "Merchandise Sales:Apparel"
  Cr 316.75 "Merchandise Sales:Gifts"
  Dr 40.00 "Sales Discounts"
  Cr 78.36 "Sales Tax Payable - State DOR"
  Dr 584.44 "Card Clearing - Visa/MC"
  Dr 188.42 "Card Clearing - Amex"
  Dr 160.64 "Undeposited Funds"
  Dr 262.61 "Cash in Drawer"
  Dr 1.50 "Cash Over/Short"
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 842.50
expect books "Sales Tax Payable - State DOR" Cr 78.36
expect check ok
