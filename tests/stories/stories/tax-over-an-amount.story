# A rate over an amount taxes only the part of a unit's price above it.
tax "State DOR" 6.25% over 175.00
department Clothing
tender Visa kind card
item Coat price 200.00 department Clothing
item Hat price 175.00 department Clothing
at 2026-03-02 09:00
sale
  item Coat x 2
  item Hat
  pay Visa
expect sale net 575.00 tax 3.13 total 578.13
