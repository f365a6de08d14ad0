# Above the list price sales are at the price asked, and there is no discount.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Kite price 20.00 cost 8.00 stock 5
form sales-receipt
cogs on
at 2026-03-02 09:00
sale
  item Kite price 25.00
  pay check
close day
expect entry
  Cr 25.00 "Merchandise Sales"
  Cr 1.75 "Sales Tax Payable - State DOR"
  Dr 26.75 "Undeposited Funds"
  Dr 8.00 "Cost of Goods Sold"
  Cr 8.00 "Inventory Asset"
send
expect exchange verified
expect books "Merchandise Sales" Cr 25.00
