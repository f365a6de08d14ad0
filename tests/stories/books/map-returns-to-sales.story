# Returns may go to the income account itself: two lines, one account.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map returns "Merchandise Sales"
form sales-receipt
at 2026-03-02 09:00
sale as one
  open-item 50.00
  pay "Visa/MC"
return of one
  open-item 50.00
  refund "Visa/MC"
sale
  open-item 30.00
  pay "Visa/MC"
close day
expect entry
  Cr 80.00 "Merchandise Sales"
  Dr 50.00 "Merchandise Sales"
  Cr 2.10 "Sales Tax Payable - State DOR"
  Dr 32.10 "Card Clearing - Visa/MC"
send
expect exchange verified
expect books "Merchandise Sales" Cr 30.00
