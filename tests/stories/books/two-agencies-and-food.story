# Codes of several agencies, each agency rounded once a receipt.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 6%
tax County 1.25%
tax-code Food 1.75% "State DOR" 0.5% County
tender "Visa/MC" kind card
department Toys
department Grocery tax-code Food
map tax/County "County Tax"
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 9.99 department Toys
  open-item 4.49 department Grocery
  open-item 3.00 department Grocery tax-code None
  pay "Visa/MC"
# State 0.5994 + 0.078575 = 0.677975; County 0.124875 + 0.02245 = 0.147325.
expect sale net 17.48 tax 0.83 total 18.31
close day
expect entry
  Cr 9.99 "Merchandise Sales:Toys"
  Cr 7.49 "Merchandise Sales:Grocery"
  Cr 0.68 "Sales Tax Payable - State DOR"
  Cr 0.15 "County Tax"
  Dr 18.31 "Card Clearing - Visa/MC"
send
expect exchange verified
expect books "County Tax" Cr 0.15
