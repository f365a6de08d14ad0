# More may be paid than is owed; the account then stands below zero.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

customer "M. Ortiz" house-account 100.00
form sales-receipt
map house_payment "Accounts Receivable"
at 2026-03-02 09:00
open float 50.00
pay-account "M. Ortiz" cash 20.00
expect balance "M. Ortiz" -20.00
close
close day
expect entry
  Cr 20.00 "Accounts Receivable" name "M. Ortiz"
  Dr 20.00 "Cash in Drawer"
send
expect exchange verified
expect books "Accounts Receivable" Cr 20.00
