# A new mapping holds for what is sent after it; what was sent stays.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 10.00 department Toys
  pay "Visa/MC"
close day
send
map sales/Toys "Toy Sales"
at 2026-03-03 09:00
sale
  open-item 20.00 department Toys
  pay "Visa/MC"
close day
send
expect exchange verified
expect books "Merchandise Sales:Toys" Cr 10.00
expect books "Toy Sales" Cr 20.00
expect exchange verified 2026-03-02
