# The same as a sales receipt: QuickBooks adds no tax of its own, and the books are those of the journal.
shop "Harbour Goods" currency GBP timezone Europe/London day-ends 03:00 store London register 1
company "UK VAT"
prices include tax
tax "VAT Control" 20% named "20%"
tax-code Reduced 5% "VAT Control" named "5%"
department Standard
department Reduced tax-code Reduced
department Zero tax-code None
tender Card kind card
map sales/Standard "Sales Standard"
map sales/Reduced "Sales Reduced"
map sales/Zero "Sales Zero"
map tax/"VAT Control" "VAT Control"
map tender.card/Card "Card Clearing - Visa/MC"
form sales-receipt
at 2026-03-14 10:00
open float 100.00
sale
  open-item 19.99 department Standard
  pay cash
sale
  open-item 45.50 department Standard
  pay Card
sale
  open-item 7.22 department Standard
  pay cash 10.00
sale
  open-item 144.02 department Standard
  discount 15.00
  pay Card
sale
  open-item 64.52 department Standard
  pay Card
sale
  open-item 33.80 department Standard
  pay Card
sale
  open-item 46.20 department Reduced
  pay Card
sale
  open-item 56.09 department Zero
  pay cash
sale
  open-item 1.21 department Zero
  pay Card
close counted 183.30
expect drawer expected 183.30 over-short 0.00
close day
expect entry
  Cr 262.56 "Sales Standard"
  Cr 44.00 "Sales Reduced"
  Cr 57.30 "Sales Zero"
  Dr 12.50 "Sales Discounts"
  Cr 49.99 "VAT Control" name "20%"
  Cr 2.20 "VAT Control" name "5%"
  Dr 320.25 "Card Clearing - Visa/MC"
  Dr 83.30 "Cash in Drawer"
send
expect exchange verified
expect books "VAT Control" Cr 52.19
expect books "Sales Standard" Cr 262.56
expect check ok
