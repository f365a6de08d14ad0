# As much comes back as is sold: the day's takings are nothing, and both receipts go out all the same.
tax "State DOR" 10%
item Cap price 10.00 department Apparel
form sales-receipt
at 2026-03-02 09:00
open float 100.00
sale
  item Cap
  pay cash
sale
  back Cap of 1-000001 reason "Scratched"
  item Cap
  refund cash
expect sale net 0.00 tax 0.00 total 0.00
return of 1-000002
  item Cap reason "Scratched too"
  refund cash
close
close day
expect entry
  Cr 20.00 "Merchandise Sales:Apparel"
  Dr 20.00 "Sales Returns"
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 20.00
expect books "Sales Returns" Dr 20.00
expect books "Sales Tax Payable - State DOR" Cr 0.00
expect books "Cash in Drawer" Dr 0.00
expect check ok
