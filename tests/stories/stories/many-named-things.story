# Steps in any order, decimals, comments, a name for a receipt, a barcode in its forms.
shop "Corner Shop" currency USD timezone America/New_York day-ends 03:00 store Main register 3   # comments are left out
item "Sack of Feed" price 12.50 unit kg barcode 036000291452
item Mug price 8.00 sku MG-1
tender Visa kind card
at 2026-03-02 09:00
sale as "feed"
   # a comment between steps
  scan 036000291452 x 1.5
  scan 0036000291452
  item MG-1 discount 1.00 reason "Chipped" x 2
  pay Visa number 4711
expect sale net 46.25 total 46.25
expect receipt "3-000001"
return of "feed"
  scan 036000291452 x 1.5 reason "Wet"
  refund Visa
expect sale total 18.75
return of 3-000001
  item "Sack of Feed" x 1.5 reason "Wet"
  refund Visa
expect refused
  because "came back before"
return of feed
  item Spade
  refund Visa
expect refused
return of 3-000099
  item Mug
  refund Visa
expect refused
