# Prices with tax: the exempt customer is spared what the receipt would have carried.
shop "Harbour Goods" currency GBP timezone Europe/London
company "UK VAT"
prices include tax
tax "VAT Control" 20% named "20%"
department Tools
tender Card kind card
customer "Embassy" exempt "note verbale 7"
map "sales/Tools (exempt)" "Exempt Tools"
form sales-receipt
at 2026-03-02 09:00
# 12.00 + 7.99 = 19.99 carries 3.3317, so 3.33.
sale customer "Embassy"
  open-item 12.00 department Tools
  open-item 7.99 department Tools
  pay Card
expect sale net 16.66 tax 0.00 total 16.66
close day
expect entry
  Cr 16.66 "Exempt Tools"
  Dr 16.66 "Card Clearing - Card"
send
expect exchange verified
expect books "Exempt Tools" Cr 16.66
