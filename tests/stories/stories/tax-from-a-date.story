# A rate that begins on a date replaces the agency's older one from then on.
tax "State DOR" 7%
tax "State DOR" 7.5% from 2026-07-01
tender Visa kind card
at 2026-06-30 20:00
sale
  open-item 100.00
  pay Visa
expect sale tax 7.00
at 2026-07-01 02:59
sale
  open-item 100.00
  pay Visa
expect sale tax 7.00
at 2026-07-01 03:00
sale
  open-item 100.00
  pay Visa
expect sale tax 7.50
