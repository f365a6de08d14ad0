# The form is chosen late: days not sent yet go in the new form, a day sent stays what it is, and none goes twice.
item Cap price 10.00 department Apparel
tender Visa kind card
at 2026-03-02 09:00
sale
  item Cap
  pay Visa
close day
send
expect exchange verified
at 2026-03-03 09:00
sale
  item Cap x 2
  pay Visa
close day
expect exchange ready
form sales-receipt
expect exchange verified 2026-03-02
expect exchange ready 2026-03-03
send 2026-03-03
expect exchange verified 2026-03-03
send 2026-03-02
expect exchange verified 2026-03-02
expect books "Merchandise Sales:Apparel" Cr 30.00
form journal-entry
send 2026-03-03
expect exchange verified 2026-03-03
expect books "Merchandise Sales:Apparel" Cr 30.00
expect books "Card Clearing - Visa" Dr 30.00
expect check ok
