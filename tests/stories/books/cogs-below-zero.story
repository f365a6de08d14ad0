# More than is on hand leaves at the last known cost for what is missing.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
item Kite price 20.00 cost 8.00 department Toys stock 1
form sales-receipt
cogs on
at 2026-03-02 09:00
sale
  item Kite x 3
  pay "Visa/MC"
expect stock Kite -2
close day
expect entry
  Cr 60.00 "Merchandise Sales:Toys"
  Cr 4.20 "Sales Tax Payable - State DOR"
  Dr 64.20 "Card Clearing - Visa/MC"
  Dr 24.00 "Cost of Goods Sold:Toys"
  Cr 24.00 "Inventory Asset"
send
expect exchange verified
expect books "Cost of Goods Sold:Toys" Dr 24.00
