# Cheaper goods on the ticket: the difference is given back.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Scarf price 15.00
item Coat price 80.00
map returns "Sales Returns"
form sales-receipt
at 2026-03-02 09:00
open float 200.00
sale as one
  item Coat
  pay cash
close
close day
send
at 2026-03-03 09:00
open float 200.00
sale
  item Scarf
  back Coat of one reason Colour
  refund cash
close
close day
expect entry
  Cr 15.00 "Merchandise Sales"
  Dr 80.00 "Sales Returns"
  Dr 4.55 "Sales Tax Payable - State DOR"
  Cr 69.55 "Cash in Drawer"
send
expect exchange verified
expect books "Cash in Drawer" Dr 16.05
