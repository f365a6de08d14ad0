# The plain day as a zero-sum sales receipt; what the drawer was short goes beside it by journal.
shop "Harbor Goods" currency USD timezone America/New_York day-ends 03:00 store Main register 1
tax "State DOR" 7%
department Apparel
department Gifts
tender "Visa/MC" kind card
tender Amex kind card
form sales-receipt
at 2026-03-02 09:00
open float 200.00
sale
  open-item 197.26 department Apparel
  pay "Visa/MC"
sale
  open-item 294.09 department Apparel
  pay "Visa/MC"
sale
  open-item 240.10 department Apparel
  discount 40.00 reason "Loyal customer"
  pay cash 220.00
sale
  open-item 111.05 department Apparel
  open-item 65.04 department Gifts
  pay Amex
sale
  open-item 150.13 department Gifts
  pay check 160.64 number 1021
sale
  open-item 101.58 department Gifts
  pay cash 50.00
  pay "Visa/MC"
close counted 462.61
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
expect books "Merchandise Sales:Gifts" Cr 316.75
expect books "Sales Discounts" Dr 40.00
expect books "Sales Tax Payable - State DOR" Cr 78.36
expect books "Card Clearing - Visa/MC" Dr 584.44
expect books "Card Clearing - Amex" Dr 188.42
expect books "Undeposited Funds" Dr 160.64
expect books "Cash in Drawer" Dr 262.61
expect books "Cash Over/Short" Dr 1.50
expect check ok
