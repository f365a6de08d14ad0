# Cost of goods stays out of a day that is closed while it is off; a later day carries its own.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Kite price 20.00 cost 8.00 stock 10
form sales-receipt
cogs on
at 2026-03-02 09:00
sale
  item Kite
  pay "Visa/MC"
cogs off
close day
expect entry
  Cr 20.00 "Merchandise Sales"
  Cr 1.40 "Sales Tax Payable - State DOR"
  Dr 21.40 "Card Clearing - Visa/MC"
send
expect exchange verified
cogs on
at 2026-03-03 09:00
sale
  item Kite
  pay "Visa/MC"
close day
send
expect exchange verified
expect books "Cost of Goods Sold" Dr 8.00
expect books "Inventory Asset" Cr 8.00
expect books "Merchandise Sales" Cr 40.00
