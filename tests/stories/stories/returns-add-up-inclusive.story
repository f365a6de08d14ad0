# Where prices include tax, the shares are of gross and tax, net being the rest.
prices include tax
tax "VAT Control" 20%
item Candle price 1.01
tender Visa kind card
at 2026-03-02 09:00
# 3 x 1.01 less 0.02 is 3.01, of which 0.50 is tax. Gross comes back as 1.00, 1.01, 1.00; tax as 0.17, 0.16, 0.17.
sale as "three"
  item Candle x 3 discount 0.02
  pay Visa
expect sale net 2.51 tax 0.50 total 3.01
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 0.83 tax 0.17 total 1.00
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 0.85 tax 0.16 total 1.01
return of "three"
  item Candle reason "Cracked"
  refund Visa
expect sale net 0.83 tax 0.17 total 1.00
