# More comes back than is sold: revenue, tax and the tenders turn to the other side.
shop "Harbor Goods" currency USD timezone America/New_York day-ends 03:00 store Main register 1
tax "State DOR" 7%
department Apparel
item "Wool Coat" price 180.00 cost 78.00 department Apparel stock 1
item Scarf price 60.00 cost 26.50 department Apparel stock 1
item Jacket price 95.00 cost 41.80 department Apparel stock 1
tender "Visa/MC" kind card
cogs on
at 2026-12-27 11:00
open float 100.00
sale as "coat"
  item "Wool Coat"
  pay "Visa/MC"
expect sale net 180.00 tax 12.60 total 192.60
sale as "scarf"
  item Scarf
  pay cash
expect sale net 60.00 tax 4.20 total 64.20
close leave 100.00
close day
at 2026-12-28 11:00
open float 100.00
sale
  item Jacket
  pay "Visa/MC"
expect sale net 95.00 tax 6.65 total 101.65
return of "coat"
  item "Wool Coat" reason "Too small"
  refund "Visa/MC"
expect sale net 180.00 tax 12.60 total 192.60
return of "scarf"
  item Scarf reason "Wrong colour"
  refund cash
expect sale net 60.00 tax 4.20 total 64.20
close counted 35.80
expect drawer expected 35.80 over-short 0.00
close day
expect entry
  Cr 95.00 "Merchandise Sales:Apparel"
  Dr 240.00 "Sales Returns"
  Dr 10.15 "Sales Tax Payable - State DOR"
  Cr 90.95 "Card Clearing - Visa/MC"
  Cr 64.20 "Cash in Drawer"
  Dr 62.70 "Inventory Asset"
  Cr 62.70 "Cost of Goods Sold:Apparel"
expect stock "Wool Coat" 1
expect stock Jacket 0
send
expect exchange verified
expect books "Sales Returns" Dr 240.00
expect books "Card Clearing - Visa/MC" Cr 90.95
expect check ok
