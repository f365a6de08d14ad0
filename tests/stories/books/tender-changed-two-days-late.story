# A tender corrected after its drawer was counted meets over and short, on the day of the correction.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map over_short "Cash Over/Short"
form sales-receipt
at 2026-03-02 09:00
open float 100.00
sale as one
  open-item 100.00
  pay cash
close counted 100.00
close day
send
at 2026-03-04 09:00
change-tender one from cash to "Visa/MC" 107.00
close day
expect entry
  Dr 107.00 "Card Clearing - Visa/MC"
  Cr 107.00 "Cash Over/Short"
send
expect exchange verified
expect books "Cash Over/Short" Dr 0.00
expect books "Cash in Drawer" Dr 0.00
expect books "Card Clearing - Visa/MC" Dr 107.00
