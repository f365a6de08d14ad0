# Rounded on each line: three times 0.035 are 0.12, where the receipt would owe 0.11.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tax-rounding line
tender "Visa/MC" kind card
map tax "Sales Tax Owed"
form sales-receipt
at 2026-03-02 09:00
sale as one
  open-item 0.50 name A
  open-item 0.50 name B
  open-item 0.50 name C
  pay "Visa/MC"
expect sale net 1.50 tax 0.12 total 1.62
return of one
  item B reason Bent
  refund "Visa/MC"
expect sale net 0.50 tax 0.04 total 0.54
close day
expect entry
  Cr 1.50 "Merchandise Sales"
  Dr 0.50 "Sales Returns"
  Cr 0.08 "Sales Tax Owed"
  Dr 1.08 "Card Clearing - Visa/MC"
send
expect exchange verified
expect books "Sales Tax Owed" Cr 0.08
