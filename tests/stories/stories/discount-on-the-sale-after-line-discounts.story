# Line discounts come first: 20.00 less half weighs as much as 10.00.
tax "State DOR" 10%
department Dear
department Cheap tax-code None
item Coat price 20.00 department Dear
item Cap price 10.00 department Cheap
tender Visa kind card
at 2026-03-02 09:00
sale
  item Coat discount 50% reason "Season"
  item Cap
  discount 4.00
  pay Visa
expect sale net 16.00 tax 0.80 total 16.80
