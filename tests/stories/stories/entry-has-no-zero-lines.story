# What nets to nothing within its slot is left out; a day of nothing has an empty entry.
tender Visa kind card
tender Amex kind card
item Mug price 8.00 department Kitchen
item Book price 5.00 department Books
at 2026-03-02 09:00
sale as "mug"
  item Mug
  pay Amex
void "mug" reason "Wrong item"
close day
expect entry 2026-03-02
at 2026-03-03 09:00
sale as "mug again"
  item Mug
  pay Amex
sale
  item Book
  pay Visa
void "mug again" reason "Wrong item"
close day
expect entry 2026-03-03
  Cr 5.00 "Merchandise Sales:Books"
  Dr 5.00 "Card Clearing - Visa"
expect check ok
