# Goods coming back on the ticket of a sale: what is owed in the end is paid or given back, nothing where it is even.
tax "State DOR" 10%
item Small price 20.00 department Apparel
item Large price 25.00 department Apparel
item Cap price 10.00 department Apparel
tender Visa kind card
at 2026-03-02 09:00
open float 100.00
sale
  item Small
  pay cash
sale
  back Small of 1-000001 reason "Too small"
  item Large
  pay cash 6.00
expect sale net 5.00 tax 0.50 total 5.50 change 0.50
sale
  back Large x 1 of 1-000002 reason "Too large"
  item Cap
  refund cash
expect drawer expected 111.00
sale
  back Cap of 1-000003 reason "Scratched"
  item Cap
  refund cash
expect sale net 0.00 tax 0.00 total 0.00
expect receipt "1-000004"
close
close day
expect entry
  Cr 65.00 "Merchandise Sales:Apparel"
  Dr 55.00 "Sales Returns"
  Cr 1.00 "Sales Tax Payable - State DOR"
  Dr 11.00 "Cash in Drawer"
expect check ok
