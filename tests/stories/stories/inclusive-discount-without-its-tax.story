# A discount's net is its amount less its own tax, rounded as tax is; sales is the line's net plus that.
prices include tax
tax "VAT Control" 20%
tender Visa kind card
at 2026-03-02 09:00
# 9.99 less 1.00 is 8.99, of which 1.50 is tax: net 7.49. The discount's own tax is 0.17: 0.83 without it. Sales 8.32.
sale
  open-item 9.99
  discount 1.00
  pay Visa
expect sale net 7.49 tax 1.50 total 8.99
close day
expect entry
  Cr 8.32 "Merchandise Sales"
  Dr 0.83 "Sales Discounts"
  Cr 1.50 "Sales Tax Payable - VAT Control"
  Dr 8.99 "Card Clearing - Visa"
