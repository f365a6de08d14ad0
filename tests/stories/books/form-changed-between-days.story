# One day as a journal entry, the next as a sales receipt: the mapping serves both.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
map sales/Toys "Toy Sales"
cogs on
item Kite price 20.00 cost 8.00 department Toys stock 10
form journal-entry
at 2026-03-02 09:00
sale
  item Kite
  pay "Visa/MC"
close day
send
expect exchange verified
form sales-receipt
at 2026-03-03 09:00
sale
  item Kite
  pay "Visa/MC"
close day
send
expect exchange verified
expect books "Toy Sales" Cr 40.00
expect books "Cost of Goods Sold:Toys" Dr 16.00
expect books "Card Clearing - Visa/MC" Dr 42.80
