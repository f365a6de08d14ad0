# Names with quotes, slashes, accents and emoji all find their account.
shop "Café \"Zoë\"" currency USD timezone America/New_York
tax "Dép. d'État/État" 7%
department "Thés & Cafés"
department "\u00c9pices/fines"
tender "Carte Bleue 💳" kind card
map "sales/Thés & Cafés" "Ventes Thés"
map tax/"Dép. d'État/État" "Taxe"
form sales-receipt
at 2026-03-02 09:00
sale
  open-item 10.00 department "Thés & Cafés"
  open-item 20.00 department "Épices/fines"
  pay "Carte Bleue 💳"
close day
expect entry
  Cr 10.00 "Ventes Thés"
  Cr 20.00 "Merchandise Sales:Épices/fines"
  Cr 2.10 Taxe
  Dr 32.10 "Card Clearing - Carte Bleue 💳"
send
expect exchange verified
expect books "Ventes Thés" Cr 10.00
expect books "Card Clearing - Carte Bleue 💳" Dr 32.10
