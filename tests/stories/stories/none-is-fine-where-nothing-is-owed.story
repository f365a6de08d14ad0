# `none` on a slot without money blocks nothing.
tender Visa kind card
map donations none
map inv_adjust none
at 2026-03-02 09:00
sale
  open-item 5.00
  pay Visa
close day
expect exchange ready
map dogs "Dog Sales"
expect refused
