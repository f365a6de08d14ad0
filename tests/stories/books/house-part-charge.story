# Part cash, part on account, and a return to account another day.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

customer "Harbor Inn" house-account 500.00
form sales-receipt
map returns "Sales Returns"
at 2026-03-02 09:00
open float 100.00
sale customer "Harbor Inn" as one
  open-item 100.00 name Lamp
  open-item 50.00 name Bulb
  pay cash 60.50
  pay house-account
expect balance "Harbor Inn" 100.00
close
close day
send
at 2026-03-03 09:00
return of one
  item Bulb reason Broken
  refund house-account
expect balance "Harbor Inn" 46.50
close day
expect entry
  Dr 50.00 "Sales Returns"
  Dr 3.50 "Sales Tax Payable - State DOR"
  Cr 53.50 "Accounts Receivable" name "Harbor Inn"
send
expect exchange verified
expect books "Accounts Receivable" Dr 46.50
expect books "Cash in Drawer" Dr 60.50
