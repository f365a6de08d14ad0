# Each drawer may have an account of its own, and so may its over and short.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map tender.cash/1 "Drawer One"
map tender.cash/2 "Drawer Two"
map over_short/2 "Short at Two"
form sales-receipt
at 2026-03-02 09:00
open float 100.00
open float 50.00 register 2
sale
  open-item 10.00
  pay cash
sale register 2
  open-item 20.00
  pay cash 25.00
expect sale change 3.60
close counted 110.70
close counted 70.00 register 2
close day
expect entry
  Cr 30.00 "Merchandise Sales"
  Cr 2.10 "Sales Tax Payable - State DOR"
  Dr 10.70 "Drawer One"
  Dr 20.00 "Drawer Two"
  Dr 1.40 "Short at Two"
send
expect exchange verified
expect books "Drawer Two" Dr 20.00
expect books "Short at Two" Dr 1.40
