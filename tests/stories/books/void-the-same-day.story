# What was voided on its own day leaves no line.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

form sales-receipt
cogs on
item Kite price 20.00 cost 8.00 stock 10
at 2026-03-02 09:00
sale as one
  item Kite
  pay check
void one reason Mistake
sale
  open-item 1.00
  pay check
close day
expect entry
  Cr 1.00 "Merchandise Sales"
  Cr 0.07 "Sales Tax Payable - State DOR"
  Dr 1.07 "Undeposited Funds"
send
expect exchange verified
expect books "Undeposited Funds" Dr 1.07
