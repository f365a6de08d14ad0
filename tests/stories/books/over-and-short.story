# Over on one day, short on the next, each on its own date.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map over_short "Till Differences"
form sales-receipt
at 2026-03-02 09:00
open float 100.00
sale
  open-item 10.00
  pay cash
close counted 111.00 leave 100.00
close day
expect entry
  Cr 10.00 "Merchandise Sales"
  Cr 0.70 "Sales Tax Payable - State DOR"
  Dr 11.00 "Cash in Drawer"
  Cr 0.30 "Till Differences"
send
at 2026-03-03 09:00
open float 99.00
close counted 98.50
close day
expect entry
  Dr 1.50 "Till Differences"
  Cr 1.50 "Cash in Drawer"
send
expect exchange verified
expect books "Till Differences" Dr 1.20
expect books "Cash in Drawer" Dr 9.50
