# Without a row of its own what is exempt goes where its department goes.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Hardware
customer "Dale Farm" exempt "resale 12-345"
map sales/Hardware "Hardware Sales"
form sales-receipt
at 2026-03-02 09:00
sale customer "Dale Farm"
  open-item 40.00 department Hardware
  open-item 5.00 department Hardware tax-code None
  pay check
close day
# The untaxed line had no tax to be spared, so it is no exempt sale.
expect entry
  Cr 40.00 "Hardware Sales"
  Cr 5.00 "Hardware Sales"
  Dr 45.00 "Undeposited Funds"
send
expect exchange verified
expect books "Hardware Sales" Cr 45.00
