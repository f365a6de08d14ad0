# Over or short above the limit needs a manager or the owner; at the limit it does not.
over-short-limit 5.00
employee Ana pin 4821 role cashier
employee Piet pin 7305 role assistant
employee Joan pin 6193 role manager
at 2026-03-02 09:00
open float 50.00 by Ana
close counted 44.99 by Ana
expect refused
close counted 55.01 by Piet
expect refused
close counted 45.00 by Ana
expect drawer over-short -5.00
open float 50.00 by Ana
close counted 44.99 by Joan
expect drawer over-short -5.01
