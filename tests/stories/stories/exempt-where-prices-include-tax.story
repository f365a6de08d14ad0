# In a shop whose prices include tax, an exempt customer is spared the tax that the receipt would have carried.
prices include tax
tax "VAT Control" 20%
department Toys
customer "Dale Farm" exempt "export"
tender Visa kind card
at 2026-03-02 09:00
# 3 x 1.99 would carry 1.00 of tax.
sale customer "Dale Farm"
  open-item 1.99 department Toys
  open-item 1.99 department Toys
  open-item 1.99 department Toys
  pay Visa
expect sale net 4.97 tax 0.00 total 4.97
close day
expect entry
  Cr 4.97 "Merchandise Sales:Toys (exempt)"
  Dr 4.97 "Card Clearing - Visa"
