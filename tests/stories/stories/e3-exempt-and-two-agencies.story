# Two agencies, each rounded on its own; a resale customer; books that come back to the card they were bought with.
shop "Harbor Goods" currency USD timezone America/New_York day-ends 03:00 store Main register 1
tax "State DOR" 6%
tax County 1.25%
department Toys
department Books
department Grocery tax-code None
item "Train Set" price 150.00 cost 82.00 department Toys stock 1
item "Doll House" price 480.00 cost 225.40 department Toys stock 1
item Atlas price 64.00 cost 19.45 department Books stock 1
item Novel price 38.00 cost 7.75 department Books stock 1
item Hamper price 22.45 cost 14.60 department Grocery stock 1
customer "Dale Farm" exempt "resale 12-345"
tender "Visa/MC" kind card
cogs on
at 2026-03-06 15:00
sale as "atlas"
  item Atlas
  pay "Visa/MC"
expect sale net 64.00 tax 4.64 total 68.64
close day
at 2026-03-07 10:00
open float 50.00
sale
  item "Train Set"
  pay "Visa/MC"
expect sale net 150.00 tax 10.88 total 160.88
sale customer "Dale Farm"
  item "Doll House"
  pay check number 77
expect sale net 480.00 tax 0.00 total 480.00
return of "atlas"
  item Atlas reason "Has it already"
  refund "Visa/MC"
expect sale net 64.00 tax 4.64 total 68.64
sale
  item Novel
  pay "Visa/MC"
expect sale net 38.00 tax 2.76 total 40.76
sale
  item Hamper
  pay cash 25.00
expect sale net 22.45 tax 0.00 total 22.45 change 2.55
close counted 72.45
close day
expect entry
  Cr 150.00 "Merchandise Sales:Toys"
  Cr 480.00 "Merchandise Sales:Toys (exempt)"
  Cr 38.00 "Merchandise Sales:Books"
  Cr 22.45 "Merchandise Sales:Grocery"
  Dr 64.00 "Sales Returns"
  Cr 7.44 "Sales Tax Payable - State DOR"
  Cr 1.56 "Sales Tax Payable - County"
  Dr 133.00 "Card Clearing - Visa/MC"
  Dr 480.00 "Undeposited Funds"
  Dr 22.45 "Cash in Drawer"
  Dr 307.40 "Cost of Goods Sold:Toys"
  Dr 14.60 "Cost of Goods Sold:Grocery"
  Cr 11.70 "Cost of Goods Sold:Books"
  Cr 310.30 "Inventory Asset"
send 2026-03-06
send 2026-03-07
expect exchange verified
expect books "Merchandise Sales:Toys (exempt)" Cr 480.00
expect books "Merchandise Sales:Books" Cr 102.00
expect books "Card Clearing - Visa/MC" Dr 201.64
expect check ok
