# In mode `line` tax is rounded on every line: three times 0.0352 is 0.12, where the receipt together would say 0.11.
tax "State DOR" 6.4%
tax-rounding line
item Pin price 0.55
tender Visa kind card
at 2026-03-02 09:00
sale
  open-item 0.55
  open-item 0.55
  open-item 0.55
  pay Visa
expect sale net 1.65 tax 0.12 total 1.77
tax-rounding receipt
sale
  open-item 0.55
  open-item 0.55
  open-item 0.55
  pay Visa
expect sale net 1.65 tax 0.11 total 1.76
