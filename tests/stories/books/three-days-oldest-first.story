# Three days closed one after the other and sent by their dates.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map sales "Merchandise Sales"
form sales-receipt
at 2026-02-27 10:00
sale
  open-item 1.00
  pay check
close day
at 2026-02-28 10:00
sale
  open-item 2.00
  pay check
close day
at 2026-03-01 10:00
sale
  open-item 4.00
  pay check
close day 2026-03-01
send 2026-02-27
expect exchange verified
send 2026-02-28
expect exchange verified
expect exchange ready 2026-03-01
expect books "Merchandise Sales" Cr 3.00
send 2026-03-01
expect exchange verified
expect entry 2026-02-28
  Cr 2.00 "Merchandise Sales"
  Cr 0.14 "Sales Tax Payable - State DOR"
  Dr 2.14 "Undeposited Funds"
expect books "Undeposited Funds" Dr 7.49
