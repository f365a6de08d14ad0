# A mapping may come before what it speaks of.
shop "Harbor Goods" currency USD timezone America/New_York
map sales/Toys "Toy Sales"
map tax/"State DOR" "State Tax Owed"
map tender.card/"Visa/MC" "Cards on the Way"
map house_charge/"Harbor Inn" "Accounts Receivable"
map sales/Gifts "Gift Sales"
tax "State DOR" 7%
department Toys
tender "Visa/MC" kind card
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 10.00 department Toys
  open-item 20.00 department Gifts
  pay "Visa/MC"
close day
expect entry
  Cr 10.00 "Toy Sales"
  Cr 20.00 "Gift Sales"
  Cr 2.10 "State Tax Owed"
  Dr 32.10 "Cards on the Way"
send
expect exchange verified
expect books "Cards on the Way" Dr 32.10
