# Where prices include tax, the shares are of gross and tax, net being the rest.
prices include tax
tax "VAT Control" 20%
item Candle price 1.66
tender Visa kind card
at 2026-03-02 09:00
# 3 x 1.66 less 0.01 is 4.97, of which 0.83 is tax. Gross comes back as 1.66, 1.65, 1.66; tax as 0.28, 0.27, 0.28.
sale as "three"
  item Candle x 3 discount 0.01
  pay Visa
expect sale net 4.14 tax 0.83 total 4.97
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 1.38 tax 0.28 total 1.66
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 1.38 tax 0.27 total 1.65
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 1.38 tax 0.28 total 1.66
