# Every department may have one account for cost of goods, and lines are still not merged.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
department Books
item Kite price 20.00 cost 8.00 department Toys stock 10
item Atlas price 30.00 cost 12.50 department Books stock 4
map cogs "Cost of Sales"
map inventory "Stock on Hand"
form sales-receipt
cogs on
at 2026-03-02 09:00
sale
  item Kite
  item Atlas
  pay check number 77
close day
expect entry
  Cr 20.00 "Merchandise Sales:Toys"
  Cr 30.00 "Merchandise Sales:Books"
  Cr 3.50 "Sales Tax Payable - State DOR"
  Dr 53.50 "Undeposited Funds"
  Dr 8.00 "Cost of Sales"
  Dr 12.50 "Cost of Sales"
  Cr 20.50 "Stock on Hand"
send
expect exchange verified
expect books "Cost of Sales" Dr 20.50
expect books "Stock on Hand" Cr 20.50
