# A receipt that was moved to another tender gives its money back from there, as a void and as a return.
tax State 7%
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
sale as "first"
  open-item 100.00
  pay cash
change-tender "first" from cash to Visa 107.00
expect drawer expected 100.00
void "first" reason "Wrong card"
expect drawer expected 100.00
change-tender "first" from Visa to cash 107.00
expect refused
  because "voided"
sale as "second"
  open-item 50.00
  pay cash
change-tender "second" from cash to Visa 53.50
return of "second"
  open-item 50.00
  refund Visa
expect sale net 50.00 tax 3.50 total 53.50
expect drawer expected 100.00
close
close day
expect entry
  Cr 50.00 "Merchandise Sales"
  Dr 50.00 "Sales Returns"
expect check ok
