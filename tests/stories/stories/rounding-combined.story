# In mode `combined` the sum over agencies is rounded once and shared by largest remainder.
tax State 6.5%
tax City 2.35%
tax Transit 0.4%
tax-rounding combined
tender Visa kind card
at 2026-03-02 09:00
# 9.25% of 10.05 is 0.929625, so 0.93. Shares 0.653250, 0.236175, 0.040200: cents 65, 23, 4 and one more for City.
sale
  open-item 10.05
  pay Visa
expect sale net 10.05 tax 0.93 total 10.98
close day
expect entry
  Cr 10.05 "Merchandise Sales"
  Cr 0.65 "Sales Tax Payable - State"
  Cr 0.24 "Sales Tax Payable - City"
  Cr 0.04 "Sales Tax Payable - Transit"
  Dr 10.98 "Card Clearing - Visa"
