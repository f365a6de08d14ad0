# A shop whose own register is the third, and a second one: returns and voids of each other's receipts.
shop "Two" store Main register 3
tax State 7%
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
open float 50.00 register 7
sale as a
  open-item 10.00
  pay cash
sale register 7 as b
  open-item 20.00
  pay cash
return of 7-000001
  open-item 20.00 reason x
  refund cash
expect drawer expected 89.30
expect drawer register 7 expected 71.40
void 3-000001 reason Wrong register 7
expect drawer expected 60.70 register 7
close day
expect refused
close
close counted 60.00 register 7
expect drawer register 7 over-short -0.70
expect bag -10.70
expect bag 10.00 register 7
close day
# sales net 20 - (10 voided): reg 3: 100 float +10.70 -21.40 = 89.30 ; reg 7 +21.40 -10.70
expect entry
  Cr 20.00 "Merchandise Sales"
  Dr 20.00 "Sales Returns"
  Cr 10.70 "Cash in Drawer"
  Dr 10.00 "Cash in Drawer"
  Dr 0.70 "Cash Over/Short"
expect check ok
