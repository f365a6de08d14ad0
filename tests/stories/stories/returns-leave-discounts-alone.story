# Sales Returns carries the net that is given back; Sales Discounts is not touched.
tax "State DOR" 10%
item Shirt price 50.00 department Apparel
tender Visa kind card
at 2026-03-02 09:00
sale as "shirt"
  item Shirt
  discount 20% reason "Loyal customer"
  pay Visa
close day
at 2026-03-03 09:00
return of "shirt"
  item Shirt reason "Too small"
  refund Visa
close day
expect entry
  Dr 40.00 "Sales Returns"
  Dr 4.00 "Sales Tax Payable - State DOR"
  Cr 44.00 "Card Clearing - Visa"
