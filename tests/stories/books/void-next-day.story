# A void of an earlier day turns its sales round, and returns stay untouched.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
item Kite price 20.00 cost 8.00 department Toys stock 10
form sales-receipt
cogs on
at 2026-03-02 09:00
sale as one
  item Kite x 2 discount 5.00
  pay "Visa/MC"
expect sale net 35.00 tax 2.45 total 37.45
close day
send
at 2026-03-03 09:00
void one reason "Wrong customer"
sale
  item Kite
  pay "Visa/MC"
close day
expect entry
  Dr 20.00 "Merchandise Sales:Toys"
  Cr 5.00 "Sales Discounts"
  Dr 1.05 "Sales Tax Payable - State DOR"
  Cr 16.05 "Card Clearing - Visa/MC"
  Cr 8.00 "Cost of Goods Sold:Toys"
  Dr 8.00 "Inventory Asset"
send
expect exchange verified
expect books "Merchandise Sales:Toys" Cr 20.00
expect books "Sales Discounts" Dr 0.00
expect stock Kite 9
