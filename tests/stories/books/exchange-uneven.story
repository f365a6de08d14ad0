# Goods back and dearer goods on one ticket: the difference is paid.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Apparel
item Scarf price 15.00 cost 6.00 department Apparel stock 5
item Coat price 80.00 cost 30.00 department Apparel stock 5
form sales-receipt
cogs on
at 2026-03-02 09:00
sale as one
  item Scarf
  pay "Visa/MC"
close day
send
at 2026-03-03 09:00
sale
  item Coat
  back Scarf x 1 of one reason Colour
  pay "Visa/MC"
expect sale net 65.00 tax 4.55 total 69.55
close day
expect entry
  Cr 80.00 "Merchandise Sales:Apparel"
  Dr 15.00 "Sales Returns"
  Cr 4.55 "Sales Tax Payable - State DOR"
  Dr 69.55 "Card Clearing - Visa/MC"
  Dr 24.00 "Cost of Goods Sold:Apparel"
  Cr 24.00 "Inventory Asset"
send
expect exchange verified
expect books "Card Clearing - Visa/MC" Dr 85.60
expect books "Sales Returns" Dr 15.00
