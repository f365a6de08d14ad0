# The mapping is the same in every form; an account chosen anew gives the next day's items another account.
item Cap price 10.00 department Apparel
tender Visa kind card
form sales-receipt
at 2026-03-02 09:00
sale
  item Cap
  pay Visa
close day
map sales/Apparel none
expect exchange blocked
send
expect refused
  because "no account"
map sales/Apparel "Clothing Sales"
send
expect exchange verified
at 2026-03-03 09:00
sale
  item Cap
  pay Visa
close day
map sales/Apparel "Caps Sold"
send 2026-03-03
expect exchange verified 2026-03-03
expect books "Clothing Sales" Cr 10.00
expect books "Caps Sold" Cr 10.00
expect books "Card Clearing - Visa" Dr 20.00
expect check ok
