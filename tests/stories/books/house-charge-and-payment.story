# A charge and a later payment on account, by customer.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

customer "Harbor Inn" house-account 500.00
form sales-receipt
map sales "Merchandise Sales"
at 2026-03-02 09:00
sale customer "Harbor Inn"
  open-item 100.00
  pay house-account
close day
send
expect exchange verified
at 2026-03-03 09:00
pay-account "Harbor Inn" check 60.00 number 55
expect balance "Harbor Inn" 47.00
close day
expect entry
  Cr 60.00 "Accounts Receivable" name "Harbor Inn"
  Dr 60.00 "Undeposited Funds"
send
expect exchange verified
expect books "Accounts Receivable" Dr 47.00
