# Weights and their cost: each rounded once, half away from zero.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Feed price 12.50 cost 4.30 unit kg stock 3
form sales-receipt
cogs on
at 2026-03-02 09:00
# 0.35 x 12.50 = 4.375, so 4.38; of 12.90 for 3 kg there is left 12.90 x 2.65 / 3 = 11.395, so 11.40, and 1.50 leaves.
sale
  item Feed x 0.35
  pay check
expect sale net 4.38 tax 0.31 total 4.69
expect stock Feed 2.65
# 1.105 x 12.50 = 13.8125; left 11.40 x 1.545 / 2.65 = 6.6464, so 6.65, and 4.75 leaves.
sale
  item Feed x 1.105
  pay check
expect sale net 13.81 tax 0.97 total 14.78
expect stock Feed 1.545
close day
expect entry
  Cr 18.19 "Merchandise Sales"
  Cr 1.28 "Sales Tax Payable - State DOR"
  Dr 19.47 "Undeposited Funds"
  Dr 6.25 "Cost of Goods Sold"
  Cr 6.25 "Inventory Asset"
send
expect exchange verified
expect books "Inventory Asset" Cr 6.25
