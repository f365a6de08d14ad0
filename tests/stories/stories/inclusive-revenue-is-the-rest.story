# With prices that include tax, the tax is rounded on the receipt and revenue is what is left.
prices include tax
tax "VAT Control" 20%
department Tea
department Cake
tender Visa kind card
at 2026-03-02 09:00
# 3 x 1.99 is 5.97, of which 0.995 is tax: 1.00. Item by item it would be 0.99. Net 4.97: Tea 1.66 (0.33 tax), Cake 3.31.
sale
  open-item 1.99 department Tea
  open-item 1.99 department Cake
  open-item 1.99 department Cake
  pay Visa
expect sale net 4.97 tax 1.00 total 5.97
close day
expect entry
  Cr 1.65 "Merchandise Sales:Tea"
  Cr 3.32 "Merchandise Sales:Cake"
  Cr 1.00 "Sales Tax Payable - VAT Control"
  Dr 5.97 "Card Clearing - Visa"
