# A row told to have no account blocks the day; once it has one the day goes out.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
map sales/Toys none
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 10.00 department Toys
  pay "Visa/MC"
close day
expect exchange blocked
send
expect refused
  because "Toys"
map sales/Toys "Toy Sales"
expect exchange ready
send
expect exchange verified
expect books "Toy Sales" Cr 10.00
expect books "Card Clearing - Visa/MC" Dr 10.70
