# `(exempt)` is a row of its own only where an exemption removed a tax.
tax "State DOR" 10%
department Toys
department Books tax-code None
customer "Dale Farm" exempt "resale 12-345"
tender Visa kind card
at 2026-03-02 09:00
sale customer "Dale Farm"
  open-item 30.00 department Toys
  open-item 20.00 department Books
  pay Visa
expect sale net 50.00 tax 0.00 total 50.00
expect receipt "resale 12-345"
sale
  open-item 10.00 department Toys
  pay Visa
close day
expect entry
  Cr 30.00 "Merchandise Sales:Toys (exempt)"
  Cr 10.00 "Merchandise Sales:Toys"
  Cr 20.00 "Merchandise Sales:Books"
  Cr 1.00 "Sales Tax Payable - State DOR"
  Dr 61.00 "Card Clearing - Visa"
