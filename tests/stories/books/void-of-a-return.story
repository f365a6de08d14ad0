# A void of a return takes the goods out again and the tax back in.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

item Kite price 20.00 cost 8.00 stock 10
form sales-receipt
cogs on
at 2026-03-02 09:00
open float 100.00
sale as one
  item Kite x 2
  pay cash
return of one as back
  item Kite x 1 reason Torn
  refund cash
close
close day
send
at 2026-03-03 09:00
open float 100.00
void back reason "Was ours after all"
close
close day
expect entry
  Cr 20.00 "Sales Returns"
  Cr 1.40 "Sales Tax Payable - State DOR"
  Dr 21.40 "Cash in Drawer"
  Dr 8.00 "Cost of Goods Sold"
  Cr 8.00 "Inventory Asset"
send
expect exchange verified
expect books "Sales Returns" Dr 0.00
expect books "Cash in Drawer" Dr 42.80
expect stock Kite 8
