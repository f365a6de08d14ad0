# A sale after the close goes out beside the day, and the entry is both together.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

form sales-receipt
cogs on
item Kite price 20.00 cost 8.00 stock 10
at 2026-03-02 18:00
sale
  item Kite
  pay check
close day
send
expect exchange verified
sale
  item Kite
  pay check
close day
expect entry
  Cr 40.00 "Merchandise Sales"
  Cr 2.80 "Sales Tax Payable - State DOR"
  Dr 42.80 "Undeposited Funds"
  Dr 16.00 "Cost of Goods Sold"
  Cr 16.00 "Inventory Asset"
send
expect exchange verified
expect books "Undeposited Funds" Dr 42.80
