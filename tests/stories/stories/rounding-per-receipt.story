# Tax is rounded once per receipt and agency, half away from zero, however many rates the agency has.
tax "State DOR" 4%
tax "State DOR" 2.5%
tax City 0.5%
item Pin price 0.55
item Card price 1.00
tender Visa kind card
at 2026-03-02 09:00
# 6.5% of 1.65 is 0.10725: rate by rate it would be 0.07 and 0.04.
sale
  item Pin
  item Pin
  item Pin
  pay Visa
expect sale net 1.65 tax 0.12 total 1.77
# 0.5% of 1.00 is exactly half a cent, which goes up; 6.5% is 6.5 cents, which goes up too.
sale
  item Card
  pay Visa
expect sale net 1.00 tax 0.08 total 1.08
close day
expect entry
  Cr 2.65 "Merchandise Sales"
  Cr 0.18 "Sales Tax Payable - State DOR"
  Cr 0.02 "Sales Tax Payable - City"
  Dr 2.85 "Card Clearing - Visa"
