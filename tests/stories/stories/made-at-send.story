# Each story has a fresh company; accounts that are missing are made at `send`, with the slot's type.
department Apparel
tender "Visa/MC" kind card
map sales/Apparel "Clothing Sales"
at 2026-03-02 09:00
sale
  open-item 5.00 department Apparel
  pay "Visa/MC"
expect books "Clothing Sales" Cr 0.00
close day
send 2026-03-02
expect exchange verified
expect books "Clothing Sales" Cr 5.00
expect books "Card Clearing - Visa/MC" Dr 5.00
