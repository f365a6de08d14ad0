# Only the cash part of a split is rounded.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

cash-rounding 0.10
map tender.check "Checks to Bank"
form sales-receipt
at 2026-03-02 09:00
open float 100.00
# 21.40 + ... 20.19 + 1.41 = 21.60; check 10.04 leaves 11.56, cash 11.60
sale
  open-item 20.19
  pay check 10.04
  pay cash
expect sale total 21.60
close
close day
expect entry
  Cr 20.19 "Merchandise Sales"
  Cr 1.41 "Sales Tax Payable - State DOR"
  Dr 10.04 "Checks to Bank"
  Dr 11.60 "Cash in Drawer"
  Cr 0.04 "Cash Rounding"
send
expect exchange verified
expect books "Cash Rounding" Cr 0.04
