# A bare slot or an agency covers every sub-row below it that has no account of its own.
tax "State DOR" 4% named main
tax "State DOR" 1% named extra
tax City 2%
department Toys
department "Home Goods"
department Books
tender Visa kind card
map sales "All Sales"
map "sales/Home Goods" "Home Sales"
map sales/"Books" "Book Sales"
map tax/"State DOR" "State Tax"
map tax/"State DOR/extra" "State Extra"
at 2026-03-02 09:00
sale
  open-item 100.00 department Toys
  open-item 10.00 department "Home Goods"
  open-item 1.00 department Books
  pay Visa
close day
expect entry
  Cr 100.00 "All Sales"
  Cr 10.00 "Home Sales"
  Cr 1.00 "Book Sales"
  Cr 4.44 "State Tax" name main
  Cr 1.11 "State Extra" name extra
  Cr 2.22 "Sales Tax Payable - City"
  Dr 118.77 "Card Clearing - Visa"
