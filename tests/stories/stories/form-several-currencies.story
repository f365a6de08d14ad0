# A company that keeps several currencies wants to hear which one a document is in, in every form.
company "multi-currency"
tax "State DOR" 10%
tender Visa kind card
item Cap price 10.00 department Apparel
customer Inn house-account 500.00
at 2026-03-02 09:00
sale
  item Cap
  pay Visa
close day
send
expect exchange verified
form sales-receipt
at 2026-03-03 09:00
sale as "cap"
  item Cap
  pay Visa
sale customer Inn
  item Cap
  pay house-account
return of "cap"
  item Cap reason "Too small"
  refund Visa
pay-account Inn check 11.00
close day
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 30.00
expect books "Sales Returns" Dr 10.00
expect books "Accounts Receivable" Dr 0.00
expect books "Undeposited Funds" Dr 11.00
expect books "House Account Clearing" Dr 0.00
expect check ok
