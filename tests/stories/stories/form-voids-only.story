# A sale of the day before is voided: a sales receipt below zero line by line, and still zero in all.
tax "State DOR" 10%
item Cap price 10.00 department Apparel
tender Visa kind card
form sales-receipt
at 2026-03-02 09:00
sale as "cap"
  item Cap
  pay Visa
close day
send
expect exchange verified
at 2026-03-03 09:00
void "cap" reason "Wrong customer"
close day
expect entry
  Dr 10.00 "Merchandise Sales:Apparel"
  Dr 1.00 "Sales Tax Payable - State DOR"
  Cr 11.00 "Card Clearing - Visa"
send
expect exchange verified
expect books "Merchandise Sales:Apparel" Cr 0.00
expect books "Sales Tax Payable - State DOR" Cr 0.00
expect books "Card Clearing - Visa" Dr 0.00
expect check ok
