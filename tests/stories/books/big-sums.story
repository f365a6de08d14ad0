# Sums far beyond a day in a shop keep every cent.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Yacht price 999999.99 cost 500000.01 stock 9
form sales-receipt
cogs on
at 2026-03-02 09:00
# 7 x 999,999.99 = 6,999,999.93; 7% is 489,999.9951, so 490,000.00.
sale
  item Yacht x 7
  pay check
expect sale net 6999999.93 tax 490000.00 total 7489999.93
close day
expect entry
  Cr 6999999.93 "Merchandise Sales"
  Cr 490000.00 "Sales Tax Payable - State DOR"
  Dr 7489999.93 "Undeposited Funds"
  Dr 3500000.07 "Cost of Goods Sold"
  Cr 3500000.07 "Inventory Asset"
send
expect exchange verified
expect books "Undeposited Funds" Dr 7489999.93
