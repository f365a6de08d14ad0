# A named rate may have an account of its own, the rest of its agency another.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 6% named main
tax "State DOR" 1% named transit
tender "Visa/MC" kind card
map tax/"State DOR" "State Tax"
map tax/"State DOR"/transit "Transit Tax"
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 12.30
  pay "Visa/MC"
expect sale net 12.30 tax 0.86 total 13.16
close day
expect entry
  Cr 12.30 "Merchandise Sales"
  Cr 0.74 "State Tax" name main
  Cr 0.12 "Transit Tax" name transit
  Dr 13.16 "Card Clearing - Visa/MC"
send
expect exchange verified
expect books "Transit Tax" Cr 0.12
