# The practice day: what a new cashier sees in one day at Harbor Goods, from the float to a verified entry.
at 2026-03-16 08:40
opening-cash 200.00 from "Checking"
open float 200.00 by "Ana Reyes"

# A card sale, scanned.
at 2026-03-16 09:05
sale by "Ana Reyes"
  item "Linen Shirt"
  item "Beeswax Candle" x 2
  item "Stoneware Mug" x 4 discount 10% reason "Set of four"
  pay "Visa/MC"
expect sale net 136.40 tax 11.26 total 147.66

# Cash with change; food pays the lower rate: 13.30 and 17.40 at 2 %.
at 2026-03-16 09:20
sale as "tea" by "Ana Reyes"
  item "Ceylon Tea, loose" x 0.350
  item "Oat Biscuits" x 3
  pay cash 40.00
expect sale net 30.70 tax 0.61 total 31.31 change 8.69

# A customer buying for resale pays no tax.
at 2026-03-16 09:55
sale customer "Dale Farm" by "Ana Reyes"
  item "Potted Herb" x 6
  item "Watering Can, 2 l"
  pay check 78.00 number 1021
expect sale net 78.00 tax 0.00 total 78.00

# Two ways to pay for one sale.
at 2026-03-16 10:30
sale by "Ana Reyes"
  item "Fisherman's Wool Throw, undyed, hand-finished"
  item "Gift Wrap"
  pay cash 60.00
  pay Amex
expect sale net 132.00 tax 10.89 total 142.89

# Set aside while another customer is served, and taken up again.
at 2026-03-16 11:10
sale by "Ana Reyes"
  item "Rocking Horse"
hold "rocking horse" by "Ana Reyes"
sale by "Ana Reyes"
  item "Greeting Card" x 2
  item "Fountain Pen"
  pay cash 40.00
expect sale net 36.50 tax 3.02 total 39.52 change 0.48
at 2026-03-16 11:20
recall "rocking horse" by "Ana Reyes"
  item "Harbor Puzzle"
  discount 5% reason "Loyal customer"
  pay "Visa/MC"
expect sale net 107.35 tax 8.85 total 116.20

at 2026-03-16 12:00
paid-out 18.60 reason "Cleaning" by "Joan Weber"
paid-in 50.00 reason "Change order" to "Cash in Safe" by "Joan Weber"

# Goods come back: the biscuits of the morning, and an exchange.
at 2026-03-16 13:15
return of "tea" by "Ana Reyes"
  item "Oat Biscuits" x 1 reason "Not needed"
  refund cash
expect sale net 5.80 tax 0.12 total 5.92
at 2026-03-16 13:40
sale as "socks" by "Ana Reyes"
  item "Wool Socks" x 2
  item "Umbrella"
  pay "Visa/MC"
expect sale net 64.00 tax 5.28 total 69.28
at 2026-03-16 14:10
sale by "Ana Reyes"
  back "Wool Socks" x 1 of "socks" reason "Too small"
  item "Merino Scarf, navy"
  pay "Visa/MC"

# A receipt on the wrong card is voided by the manager and rung up again.
at 2026-03-16 15:05
sale as "wrong card" by "Ben Carter"
  item "Teapot 1.2 l"
  item "Hand Cream" x 2
  pay Amex
void "wrong card" reason "Wrong card" by "Joan Weber"
sale by "Ben Carter"
  item "Teapot 1.2 l"
  item "Hand Cream" x 2
  pay "Visa/MC"
expect sale net 70.00 tax 5.78 total 75.78

at 2026-03-16 16:20
sale customer "Marisol Ortiz" by "Ben Carter"
  item "Pocket Notebook, ruled" x 3
  item "Oat Soap Bar" x 4
  item "Willow Basket"
  pay cash 120.00
at 2026-03-16 17:00
drop 75.00 by "Ben Carter"

# Counted ten cents over; the rest of the money goes to the till bag.
at 2026-03-16 18:05
close counted 383.00 leave 200.00 by "Ben Carter"
expect drawer expected 382.90 over-short 0.10
expect bag 183.00
close day by "Joan Weber"
expect entry
  Cr 155.00 "Merchandise Sales:Apparel"
  Cr 50.00 "Merchandise Sales:Bath"
  Cr 30.70 "Merchandise Sales:Food"
  Cr 78.00 "Merchandise Sales:Garden (exempt)"
  Cr 4.00 "Merchandise Sales:Gifts"
  Cr 203.00 "Merchandise Sales:Home"
  Cr 102.00 "Merchandise Sales:Kitchen"
  Cr 66.35 "Merchandise Sales:Paper"
  Cr 113.00 "Merchandise Sales:Toys"
  Dr 21.80 "Sales Returns"
  Dr 11.25 "Sales Discounts"
  Cr 47.12 "Sales Tax Payable - State DOR"
  Cr 8.34 "Sales Tax Payable - County"
  Dr 437.07 "Card Clearing - Visa/MC"
  Dr 82.89 "Card Clearing - Amex"
  Dr 78.00 "Undeposited Funds"
  Dr 383.00 "Cash in Drawer"
  Cr 0.10 "Cash Over/Short"
  Dr 18.60 "Cleaning"
  Cr 50.00 "Cash in Safe"
  Dr 75.00 "Cash in Safe"
  Cr 200.00 "Checking"
send by "Joan Weber"
expect exchange verified
expect books "Card Clearing - Visa/MC" Dr 437.07
expect books "Sales Tax Payable - State DOR" Cr 47.12
expect check ok
