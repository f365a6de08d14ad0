# One line for each slot and sub-row, netted within it and never across, even where two slots go to one account.
department Apparel
item Shirt price 20.00 department Apparel
tender Visa kind card
map sales "Sales"
map returns "Sales"
map discounts "Sales"
at 2026-03-02 09:00
sale as "one"
  item Shirt x 2 discount 4.00
  pay Visa
return of "one"
  item Shirt reason "Too small"
  refund Visa
sale
  item Shirt
  pay Visa
close day
expect entry
  Cr 60.00 Sales
  Dr 18.00 Sales
  Dr 4.00 Sales
  Dr 38.00 "Card Clearing - Visa"
send
expect exchange verified
expect books Sales Cr 38.00
