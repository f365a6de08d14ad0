# Charges and payments of customers beside sales receipts: real customers, and nothing is left in clearing.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
department Hardware
tender "Visa/MC" kind card
item Anvil price 335.00 cost 150.00 department Hardware stock 10
item Rope price 60.00 cost 33.00 department Hardware stock 10
customer "Harbor Inn" house-account 2000.00 owes 500.00
customer "Dale Farm" house-account 5000.00 exempt "resale 12-345"
customer "M. Ortiz" house-account 100.00 owes 75.50
form sales-receipt
at 2026-03-08 10:00
sale customer "Dale Farm" as "rope"
  item Rope
  pay house-account
close day
at 2026-03-09 09:00
open float 200.00
sale customer "Harbor Inn"
  open-item 200.00 department Hardware
  pay house-account
expect sale net 200.00 tax 14.00 total 214.00
expect balance "Harbor Inn" 714.00
sale customer "Dale Farm"
  item Anvil
  pay house-account
expect sale net 335.00 tax 0.00 total 335.00
return of "rope"
  item Rope x 1 reason "Not needed"
  refund house-account
sale
  open-item 85.00 department Hardware
  pay "Visa/MC"
pay-account "Harbor Inn" check 500.00
pay-account "M. Ortiz" cash 75.50
expect balance "Harbor Inn" 214.00
expect balance "Dale Farm" 335.00
expect balance "M. Ortiz" 0.00
sale customer "M. Ortiz"
  open-item 100.00 department Hardware
  pay house-account
expect refused
  because "may owe 100.00"
sale
  open-item 5.00 department Hardware
  pay house-account
expect refused
close
close day
expect entry
  Cr 285.00 "Merchandise Sales:Hardware"
  Cr 335.00 "Merchandise Sales:Hardware (exempt)"
  Dr 60.00 "Sales Returns"
  Cr 19.95 "Sales Tax Payable - State DOR"
  Dr 214.00 "Accounts Receivable" name "Harbor Inn"
  Cr 500.00 "Accounts Receivable" name "Harbor Inn"
  Dr 335.00 "Accounts Receivable" name "Dale Farm"
  Cr 60.00 "Accounts Receivable" name "Dale Farm"
  Cr 75.50 "Accounts Receivable" name "M. Ortiz"
  Dr 90.95 "Card Clearing - Visa/MC"
  Dr 500.00 "Undeposited Funds"
  Dr 75.50 "Cash in Drawer"
send
expect exchange verified
expect books "Accounts Receivable" Cr 86.50
expect books "House Account Clearing" Dr 0.00
expect books "Merchandise Sales:Hardware" Cr 285.00
expect books "Merchandise Sales:Hardware (exempt)" Cr 335.00
expect books "Sales Returns" Dr 60.00
expect books "Undeposited Funds" Dr 500.00
expect books "Cash in Drawer" Dr 75.50
expect check ok
