# All departments in one account: one line for each, none merged.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
department Books
map sales "Shop Sales"
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 10.00 department Toys
  open-item 20.00 department Books
  open-item 5.00
  pay "Visa/MC"
close day
expect entry
  Cr 10.00 "Shop Sales"
  Cr 20.00 "Shop Sales"
  Cr 5.00 "Shop Sales"
  Cr 2.45 "Sales Tax Payable - State DOR"
  Dr 37.45 "Card Clearing - Visa/MC"
send
expect exchange verified
expect books "Shop Sales" Cr 35.00
