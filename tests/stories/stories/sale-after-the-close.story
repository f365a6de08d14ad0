# A sale after `close day` on the same date goes out in a supplementary entry; `expect entry` takes both together.
tender Visa kind card
at 2026-03-02 18:00
sale
  open-item 5.00 department Toys
  pay Visa
close day
expect exchange ready
at 2026-03-02 19:00
sale
  open-item 7.00 department Toys
  pay Visa
close day
expect exchange ready
expect entry
  Cr 12.00 "Merchandise Sales:Toys"
  Dr 12.00 "Card Clearing - Visa"
send
expect exchange verified
expect books "Merchandise Sales:Toys" Cr 12.00
expect check ok
# Sold once more: what was closed stays sent, and the day says at once that it changed here, until the rest is sent too.
sale
  open-item 1.00 department Toys
  pay Visa
expect exchange changed-here
close day
expect exchange changed-here
send
expect exchange verified
expect books "Merchandise Sales:Toys" Cr 13.00
