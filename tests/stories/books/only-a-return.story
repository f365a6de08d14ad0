# A day of nothing but a return of an earlier day.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Kite price 20.00 cost 8.00 stock 10
form sales-receipt
cogs on
at 2026-03-02 09:00
sale as one
  item Kite
  pay "Visa/MC"
close day
send
at 2026-03-03 09:00
return of one
  item Kite reason Torn
  refund "Visa/MC"
close day
expect entry
  Dr 20.00 "Sales Returns"
  Dr 1.40 "Sales Tax Payable - State DOR"
  Cr 21.40 "Card Clearing - Visa/MC"
  Cr 8.00 "Cost of Goods Sold"
  Dr 8.00 "Inventory Asset"
send
expect exchange verified
expect books "Card Clearing - Visa/MC" Dr 0.00
expect books "Sales Returns" Dr 20.00
expect books "Inventory Asset" Dr 0.00
