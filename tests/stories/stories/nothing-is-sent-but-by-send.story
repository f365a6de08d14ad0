# In a story nothing goes to QuickBooks but by `send`.
tender Visa kind card
at 2026-03-02 18:00
sale
  open-item 5.00
  pay Visa
expect exchange open
send
expect refused
  because "not closed"
close day
expect exchange ready
expect books "Merchandise Sales" Cr 0.00
send
expect exchange verified
expect books "Merchandise Sales" Cr 5.00
send
expect books "Merchandise Sales" Cr 5.00
