# A return without a receipt: today's price and tax, stock back at what a unit costs now.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
item Kite price 20.00 cost 8.00 department Toys stock 2
customer "Harbor Inn" house-account 100.00
form sales-receipt
cogs on
at 2026-03-02 09:00
return
  item Kite x 2 reason Torn
  refund check
expect sale net 40.00 tax 2.80 total 42.80
return customer "Harbor Inn"
  item Kite reason Torn price 10.00
  refund house-account
expect balance "Harbor Inn" -10.70
expect stock Kite 5
close day
expect entry
  Dr 50.00 "Sales Returns"
  Dr 3.50 "Sales Tax Payable - State DOR"
  Cr 42.80 "Undeposited Funds"
  Cr 10.70 "Accounts Receivable" name "Harbor Inn"
  Cr 24.00 "Cost of Goods Sold:Toys"
  Dr 24.00 "Inventory Asset"
send
expect exchange verified
expect books "Sales Returns" Dr 50.00
