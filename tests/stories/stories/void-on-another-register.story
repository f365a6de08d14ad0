# A void gives cash back out of the drawer of the register that voids; the sale's own drawer keeps what it took.
tax "State DOR" 10%
at 2026-03-02 09:00
open float 100.00
open float 100.00 register 2
sale as "mug"
  open-item 10.00
  pay cash
void "mug" reason "Wrong item" register 2
expect drawer expected 111.00 register 1
expect drawer expected 89.00 register 2
close register 1
close register 2
close day
expect entry
  Dr 11.00 "Cash in Drawer"
  Cr 11.00 "Cash in Drawer"
expect check ok
