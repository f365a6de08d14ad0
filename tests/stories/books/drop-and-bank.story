# A drop goes to the safe, the bag to the bank, and the drawer account keeps the rest.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

map safe "Back Office Safe"
form sales-receipt
at 2026-03-02 09:00
opening-cash 200.00 from "Checking"
open float 200.00
sale
  open-item 300.00
  pay cash
drop 250.00
expect drawer expected 271.00
close counted 271.00 leave 200.00
expect bag 71.00
bank-deposit 71.00 to "Checking"
expect bag 0.00
close day
expect entry
  Cr 300.00 "Merchandise Sales"
  Cr 21.00 "Sales Tax Payable - State DOR"
  Dr 200.00 "Cash in Drawer"
  Dr 250.00 "Back Office Safe"
  Cr 129.00 Checking
send
expect exchange verified
expect books "Cash in Drawer" Dr 200.00
expect books Checking Cr 129.00
