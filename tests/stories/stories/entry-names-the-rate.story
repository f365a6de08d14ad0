# A tax line of a named rate has that rate's name; rates without names are one line an agency.
tax "VAT Control" 20% named "20%"
tax-code Reduced 5% "VAT Control" named "5%"
department Tea
department Coal tax-code Reduced
tender Visa kind card
at 2026-03-02 09:00
sale
  open-item 10.00 department Tea
  open-item 10.00 department Coal
  pay Visa
close day
expect entry
  Cr 10.00 "Merchandise Sales:Tea"
  Cr 10.00 "Merchandise Sales:Coal"
  Cr 2.00 "Sales Tax Payable - VAT Control" name "20%"
  Cr 0.50 "Sales Tax Payable - VAT Control" name "5%"
  Dr 22.50 "Card Clearing - Visa"
