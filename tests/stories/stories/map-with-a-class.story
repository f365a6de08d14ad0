# A department has a class of its own beside its account; only what is earned or spent carries one.
department Toys
department Books
item Kite price 20.00 cost 8.00 department Toys stock 10
map sales/Toys "Toy Sales" class North
map sales/Books "Book Sales"
cogs on
at 2026-03-02 09:00
sale
  item Kite
  open-item 5.00 department Books
  pay check
close day
expect entry
  Cr 20.00 "Toy Sales" class North
  Cr 5.00 "Book Sales"
  Dr 25.00 "Undeposited Funds"
  Dr 8.00 "Cost of Goods Sold:Toys" class North
  Cr 8.00 "Inventory Asset"
send
expect exchange verified
expect books "Toy Sales" Cr 20.00
expect check ok
