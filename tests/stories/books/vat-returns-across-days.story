# Prices with tax: what comes back over days adds up to what was paid, to the cent.
shop "Harbour Goods" currency GBP timezone Europe/London
company "UK VAT"
prices include tax
tax "VAT Control" 20% named "20%"
tender Card kind card
item Mug price 3.33 cost 1.11 stock 9
map tax/"VAT Control" "VAT Control"
form sales-receipt
cogs on
at 2026-03-02 09:00
# 3 x 3.33 = 9.99, tax 1.665, so 1.67 and net 8.32.
sale as one
  item Mug x 3
  pay Card
expect sale net 8.32 tax 1.67 total 9.99
close day
send
expect exchange verified
at 2026-03-03 09:00
return of one
  item Mug x 1 reason Chip
  refund Card
# A third of 9.99 is 3.33, a third of 1.67 is 0.5567, so 0.56 and 2.77.
expect sale net 2.77 tax 0.56 total 3.33
return of one
  item Mug x 2 reason Chip
  refund Card
expect sale net 5.55 tax 1.11 total 6.66
close day
expect entry
  Dr 8.32 "Sales Returns"
  Dr 1.67 "VAT Control" name "20%"
  Cr 9.99 "Card Clearing - Card"
  Cr 3.33 "Cost of Goods Sold"
  Dr 3.33 "Inventory Asset"
send
expect exchange verified
expect books "VAT Control" Dr 0.00
expect books "Card Clearing - Card" Dr 0.00
