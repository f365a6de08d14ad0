# A day on which goods only come back is a refund receipt, and nothing is sold on it.
tax "State DOR" 7%
item Coat price 180.00 cost 78.00 department Apparel stock 1
tender "Visa/MC" kind card
form sales-receipt
cogs on
at 2026-03-02 11:00
open float 100.00
sale as "coat"
  item Coat
  pay "Visa/MC"
close leave 100.00
close day
send
expect exchange verified
expect books "Sales Returns" Dr 0.00
at 2026-03-03 11:00
open float 100.00
return of "coat"
  item Coat reason "Too small"
  refund cash
close
close day
expect entry
  Dr 180.00 "Sales Returns"
  Dr 12.60 "Sales Tax Payable - State DOR"
  Cr 192.60 "Cash in Drawer"
  Dr 78.00 "Inventory Asset"
  Cr 78.00 "Cost of Goods Sold:Apparel"
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 180.00
expect books "Sales Returns" Dr 180.00
expect books "Sales Tax Payable - State DOR" Cr 0.00
expect books "Card Clearing - Visa/MC" Dr 192.60
expect books "Cash in Drawer" Cr 192.60
expect books "Inventory Asset" Dr 0.00
expect books "Cost of Goods Sold:Apparel" Dr 0.00
expect check ok
