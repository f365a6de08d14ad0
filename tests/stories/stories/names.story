# Quotes, backslashes and code points in names; a name that is too long or holds control characters is refused.
item "A \"good\" \\ mug" price 8.00 barcode 4006381333931
item "Caf\u00e9 cr\u00E8me" price 3.00
item "Beep\u0007" price 1.00
expect refused
department "Thirty characters is the most."
department "Thirty characters is the most.."
expect refused
customer "Bell\u0007"
expect refused
employee "Ding\u0007" pin 4821 role cashier
expect refused
item "  " price 1.00
expect refused
tender Visa kind card
at 2026-03-02 09:00
sale
  item "A \"good\" \\ mug"
  item "Café crème"
  pay Visa
expect receipt "A \"good\" \\ mug"
expect receipt "Café crème"
no-sale reason "Ding\u0007"
expect refused
sale
  scan "4006\u00071333931"
  pay Visa
expect refused
sale
  scan "4006381\u0007333931"
  pay Visa
expect sale total 8.00
sale
  open-item 1.00 name "Ding\u0007"
  pay Visa
expect refused
