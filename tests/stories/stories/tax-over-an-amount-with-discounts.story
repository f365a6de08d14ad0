# Tax on what is above an amount a piece: discounts bring it down, returns share it.
tax State 4%
tax-code Clothes 4% State over 175.00
department Apparel tax-code Clothes
tender Visa kind card
at 2026-03-02 09:00
# 2 x 200 = 400: over 350 -> 50*.04 = 2.00
sale as one
  open-item 200.00 x 2 department Apparel
  pay Visa
expect sale net 400.00 tax 2.00 total 402.00
# with 10%: 360, over 350 -> 10*.04 = .40
sale
  open-item 200.00 x 2 department Apparel discount 10%
  pay Visa
expect sale net 360.00 tax 0.40 total 360.40
sale
  open-item 175.00 department Apparel
  open-item 10.00
  pay Visa
expect sale net 185.00 tax 0.40 total 185.40
return of one
  open-item 200.00 reason x
  refund Visa
expect sale net 200.00 tax 1.00 total 201.00
expect check ok
