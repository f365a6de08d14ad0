# Like for like: nothing is paid, and goods move on both sides.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Apparel
item Scarf price 15.00 cost 6.00 department Apparel stock 5
item Shawl price 15.00 cost 7.00 department Apparel stock 5
form sales-receipt
cogs on
at 2026-03-02 09:00
sale as one
  item Scarf
  pay check
close day
send
at 2026-03-03 09:00
sale
  item Shawl
  back Scarf x 1 of one reason Colour
  refund cash
expect sale net 0.00 tax 0.00 total 0.00
close day
expect entry
  Cr 15.00 "Merchandise Sales:Apparel"
  Dr 15.00 "Sales Returns"
  Dr 1.00 "Cost of Goods Sold:Apparel"
  Cr 1.00 "Inventory Asset"
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 30.00
expect books "Undeposited Funds" Dr 16.05
