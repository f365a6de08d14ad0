# A receipt's tax is shared over its lines by largest remainder on their exact tax, ties to the earlier line: seen
# when one line comes back.
tax "State DOR" 5%
item Red price 0.30
item Green price 0.30
item Blue price 0.30
tender Visa kind card
at 2026-03-02 09:00
# 5% of 0.90 is 0.045, so 0.05: exact 1.5 cents a line, so 2, 2 and 1.
sale as "three"
  item Red
  item Green
  item Blue
  pay Visa
expect sale net 0.90 tax 0.05 total 0.95
return of "three"
  item Blue reason "Wrong colour"
  refund Visa
expect sale net 0.30 tax 0.01 total 0.31
return of "three"
  item Red reason "Wrong colour"
  refund Visa
expect sale net 0.30 tax 0.02 total 0.32
return of "three"
  item Green reason "Wrong colour"
  refund Visa
expect sale net 0.30 tax 0.02 total 0.32
