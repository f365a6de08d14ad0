# Goods exchanged: the ticket's one payment is shared so that what was sold and what came back each come to zero.
tax "State DOR" 10%
item Small price 20.00 department Apparel
item Large price 25.00 department Apparel
tender Visa kind card
form sales-receipt
at 2026-03-02 09:00
open float 100.00
sale
  item Small
  pay Visa
sale
  back Small of 1-000001 reason "Too small"
  item Large
  pay cash 6.00
expect sale net 5.00 tax 0.50 total 5.50 change 0.50
close
close day
expect entry
  Cr 45.00 "Merchandise Sales:Apparel"
  Dr 20.00 "Sales Returns"
  Cr 2.50 "Sales Tax Payable - State DOR"
  Dr 22.00 "Card Clearing - Visa"
  Dr 5.50 "Cash in Drawer"
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 45.00
expect books "Sales Returns" Dr 20.00
expect books "Sales Tax Payable - State DOR" Cr 2.50
expect books "Card Clearing - Visa" Dr 22.00
expect books "Cash in Drawer" Dr 5.50
expect check ok
