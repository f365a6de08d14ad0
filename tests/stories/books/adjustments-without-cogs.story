# With cost of goods off an adjustment makes no entry.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Hammer price 20.00 cost 9.00 stock 10
map inv_adjust "Inventory Shrinkage"
form sales-receipt
cogs off
at 2026-03-02 09:00
adjust Hammer x -2 reason Damaged
sale
  item Hammer
  pay check
close day
expect entry
  Cr 20.00 "Merchandise Sales"
  Cr 1.40 "Sales Tax Payable - State DOR"
  Dr 21.40 "Undeposited Funds"
send
expect exchange verified
expect books "Inventory Asset" Dr 0.00
