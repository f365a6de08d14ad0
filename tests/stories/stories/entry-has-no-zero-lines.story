# What nets to nothing within its slot is left out; a day of nothing has an empty entry.
tender Visa kind card
item Mug price 8.00
at 2026-03-02 09:00
sale as "mug"
  item Mug
  pay Visa
void "mug" reason "Wrong item"
close day
expect entry
expect check ok
