# A currency without cents is told and reckoned in whole units, in QuickBooks too.
shop "Tokyo" currency JPY timezone Asia/Tokyo
tax "Shohi" 10%
item Tea price 1200 cost 500 stock 10
tender Visa kind card
at 2026-03-02 09:00
open float 5000
sale
  item Tea x 3 discount 100
  pay cash 5000
expect sale net 3500 tax 350 total 3850 change 1150
expect receipt "3850"
close counted 8850
close day
expect entry
  Cr 3600 "Merchandise Sales"
  Dr 100 "Sales Discounts"
  Cr 350 "Sales Tax Payable - Shohi"
  Dr 3850 "Cash in Drawer"
send
expect exchange verified
expect books "Merchandise Sales" Cr 3600
