# Exempt sales of a department may go apart from its taxable ones.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Hardware
customer "Dale Farm" exempt "resale 12-345"
map sales/Hardware "Hardware Sales"
map "sales/Hardware (exempt)" "Exempt Hardware"
form sales-receipt
at 2026-03-02 09:00
sale customer "Dale Farm"
  open-item 40.00 department Hardware
  pay check
sale
  open-item 10.00 department Hardware
  pay check
close day
expect entry
  Cr 40.00 "Exempt Hardware"
  Cr 10.00 "Hardware Sales"
  Cr 0.70 "Sales Tax Payable - State DOR"
  Dr 50.70 "Undeposited Funds"
send
expect exchange verified
expect books "Exempt Hardware" Cr 40.00
