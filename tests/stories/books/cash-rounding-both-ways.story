# Cash is rounded after tax, gained here and lost there; cards are not.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

cash-rounding 0.05
map rounding "Cash Rounding"
form sales-receipt
at 2026-03-02 09:00
open float 100.00
# 10.03 + 0.70 = 10.73, cash 10.75
sale as one
  open-item 10.03
  pay cash 20.00
expect sale total 10.73 change 9.25
# 1.00 + 0.07 = 1.07, cash 1.05
sale
  open-item 1.00
  pay cash
sale
  open-item 1.00
  pay "Visa/MC"
# 10.73 given back as 10.75
return of one
  open-item 10.03
  refund cash
close
close day
expect entry
  Cr 12.03 "Merchandise Sales"
  Dr 10.03 "Sales Returns"
  Cr 0.14 "Sales Tax Payable - State DOR"
  Dr 1.07 "Card Clearing - Visa/MC"
  Dr 1.05 "Cash in Drawer"
  Dr 0.02 "Cash Rounding"
send
expect exchange verified
expect books "Cash Rounding" Dr 0.02
