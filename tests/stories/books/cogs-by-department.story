# Cost of goods leaves by department, at the average cost of what is on hand.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
department Books
item Kite price 20.00 cost 8.00 department Toys stock 10
item Atlas price 30.00 cost 12.50 department Books stock 4
form sales-receipt
cogs on
at 2026-03-02 09:00
sale
  item Kite x 2
  item Atlas
  pay "Visa/MC"
expect sale net 70.00 tax 4.90 total 74.90
close day
expect entry
  Cr 40.00 "Merchandise Sales:Toys"
  Cr 30.00 "Merchandise Sales:Books"
  Cr 4.90 "Sales Tax Payable - State DOR"
  Dr 74.90 "Card Clearing - Visa/MC"
  Dr 16.00 "Cost of Goods Sold:Toys"
  Dr 12.50 "Cost of Goods Sold:Books"
  Cr 28.50 "Inventory Asset"
send
expect exchange verified
expect books "Inventory Asset" Cr 28.50
expect check ok
