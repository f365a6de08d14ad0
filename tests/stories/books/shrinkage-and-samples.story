# Adjustments by reason: losses, samples and what was found, apart from the day of sales.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Hammer price 20.00 cost 9.00 stock 10
map inv_adjust/Samples "Free Samples"
form sales-receipt
cogs on
at 2026-03-02 09:00
adjust Hammer x -2 reason Damaged
adjust Hammer x -1 reason Samples
adjust Hammer x -1 reason "Own Use"
adjust Hammer x 1 reason Found
expect stock Hammer 7
sale
  open-item 1.00
  pay check
close day
expect entry
  Cr 1.00 "Merchandise Sales"
  Cr 0.07 "Sales Tax Payable - State DOR"
  Dr 1.07 "Undeposited Funds"
  Dr 18.00 "Inventory Shrinkage"
  Dr 9.00 "Free Samples"
  Dr 9.00 "Own Use"
  Cr 9.00 "Inventory Shrinkage"
  Cr 27.00 "Inventory Asset"
send
expect exchange verified
expect books "Inventory Shrinkage" Dr 9.00
expect books "Own Use" Dr 9.00
