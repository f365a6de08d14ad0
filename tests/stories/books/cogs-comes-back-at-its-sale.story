# What comes back comes back at the cost it left at, not at that of today.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
item Kite price 20.00 cost 8.00 department Toys stock 3
form sales-receipt
cogs on
at 2026-03-02 09:00
sale as first
  item Kite x 3
  pay "Visa/MC"
close day
at 2026-03-03 09:00
adjust Kite x 1 reason Found
return of first
  item Kite x 1 reason Torn
  refund "Visa/MC"
close day
expect entry
  Dr 20.00 "Sales Returns"
  Dr 1.40 "Sales Tax Payable - State DOR"
  Cr 21.40 "Card Clearing - Visa/MC"
  Cr 8.00 "Cost of Goods Sold:Toys"
  Dr 8.00 "Inventory Asset"
  Dr 8.00 "Inventory Asset"
  Cr 8.00 "Inventory Shrinkage"
send 2026-03-02
send 2026-03-03
expect exchange verified
expect books "Inventory Asset" Cr 8.00
expect books "Cost of Goods Sold:Toys" Dr 16.00
