# Nothing left at the close: the next float comes out of the bag and posts nothing; the bank empties the bag.
at 2026-03-02 09:00
opening-cash 200.00 from Checking
open float 200.00
expect bag 0.00
sale
  open-item 62.61
  pay cash
close
expect bag 262.61
bank-deposit 62.61 to Checking
expect bag 200.00
close day
expect entry
  Cr 62.61 "Merchandise Sales"
  Dr 200.00 "Cash in Drawer"
  Cr 137.39 Checking
at 2026-03-03 09:00
open float 150.00
expect bag 50.00
close
close day
expect entry
