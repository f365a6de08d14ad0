# Money in a slot without an account blocks the day: nothing is sent until one is chosen.
tender Visa kind card
department Toys
map sales/Toys none
at 2026-03-02 09:00
sale
  open-item 5.00 department Toys
  pay Visa
close day
expect exchange blocked
send
expect refused
  because "Toys"
expect books "Card Clearing - Visa" Dr 0.00
map sales/Toys "Toy Sales"
expect exchange ready
send
expect exchange verified
expect books "Toy Sales" Cr 5.00
