# Tax and net given back are cumulative shares: whatever the order, the parts add up to exactly what was paid.
tax "State DOR" 7.3%
item Candle price 3.33
tender Visa kind card
at 2026-03-02 09:00
# 9.99 less 1.00 is 8.99; 7.3% of it is 0.65627, so 0.66. Thirds of 8.99: 3.00, 2.99, 3.00; of 0.66: 0.22 each.
sale as "three"
  item Candle x 3 discount 1.00
  pay Visa
expect sale net 8.99 tax 0.66 total 9.65
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 3.00 tax 0.22 total 3.22
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 2.99 tax 0.22 total 3.21
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 3.00 tax 0.22 total 3.22
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect refused
  because "came back before"
close day
expect entry
  Cr 9.99 "Merchandise Sales"
  Dr 1.00 "Sales Discounts"
  Dr 8.99 "Sales Returns"
