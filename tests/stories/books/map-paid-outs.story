# Reasons have accounts of their own; `to` names one and it stays with the reason.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map paid_out/Postage "Postage and Freight"
form sales-receipt
at 2026-03-02 09:00
open float 100.00
paid-out 12.00 reason Postage
paid-out 8.00 reason Cleaning
paid-out 20.00 reason "Owner took" to "Owner's Draw"
paid-out 5.00 reason "Owner took"
paid-in 50.00 reason "Change order" to "Cash in Safe"
paid-in 2.00 reason "Change order"
close
expect drawer expected 107.00 over-short 0.00
close day
expect entry
  Dr 12.00 "Postage and Freight"
  Dr 8.00 Cleaning
  Dr 25.00 "Owner's Draw"
  Cr 52.00 "Cash in Safe"
  Dr 7.00 "Cash in Drawer"
send
expect exchange verified
expect books "Owner's Draw" Dr 25.00
expect books "Cash in Drawer" Dr 7.00
