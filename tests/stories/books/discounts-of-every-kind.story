# A price below the list, a percentage on a line and one on the sale: sales at list, one discount line.
shop "Harbor Goods" currency USD timezone America/New_York
tax "State DOR" 7%
tender "Visa/MC" kind card

department Toys
department Books
item Kite price 20.00 department Toys
item Atlas price 30.00 department Books
map discounts "Sales Discounts"
form sales-receipt
at 2026-03-02 09:00
# Kite 3 x 18 = 54.00 less 10% 5.40 = 48.60; Atlas 30.00 less 0.60 = 29.40; 78.00 less 7.80: 4.86 and 2.94.
sale
  item Kite x 3 price 18.00 discount 10% reason Shelf
  item Atlas discount 0.60 reason Corner
  discount 10% reason Loyal
  pay "Visa/MC"
expect sale net 70.20 tax 4.91 total 75.11
close day
expect entry
  Cr 60.00 "Merchandise Sales:Toys"
  Cr 30.00 "Merchandise Sales:Books"
  Dr 19.80 "Sales Discounts"
  Cr 4.91 "Sales Tax Payable - State DOR"
  Dr 75.11 "Card Clearing - Visa/MC"
send
expect exchange verified
expect books "Sales Discounts" Dr 19.80
