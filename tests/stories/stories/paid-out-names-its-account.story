# Without `to`, the account of a paid-out is named as its reason; with `to`, the reason keeps that account.
at 2026-03-02 09:00
open float 50.00
paid-out 18.60 reason Cleaning
paid-in 20.00 reason "Change order" to "Cash in Safe"
paid-in 5.00 reason "Change order"
paid-out 2.00 reason Postage
drop 10.00
close
close day
expect entry
  Dr 18.60 Cleaning
  Cr 25.00 "Cash in Safe"
  Dr 2.00 Postage
  Dr 10.00 "Cash in Safe"
  Cr 5.60 "Cash in Drawer"
expect drawer expected 44.40
