# Discounts may go to the income account: gross and discount in one account.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map discounts "Merchandise Sales"
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 80.00
  discount 25% reason Season
  pay "Visa/MC"
expect sale net 60.00 tax 4.20 total 64.20
close day
expect entry
  Cr 80.00 "Merchandise Sales"
  Dr 20.00 "Merchandise Sales"
  Cr 4.20 "Sales Tax Payable - State DOR"
  Dr 64.20 "Card Clearing - Visa/MC"
send
expect exchange verified
expect books "Merchandise Sales" Cr 60.00
