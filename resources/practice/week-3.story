# A week at the practice shop, from 2026-03-09. Written by retailpos.practice.history.

at 2026-03-09 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-09 09:00
at 2026-03-09 10:15
sale by "Ana Reyes"
  scan 9520700202760 x 2
  scan 9520700126042
  scan 9520700110973
  scan 9520700224687
  scan 9520700564448
  pay "Visa/MC"
at 2026-03-09 10:35
sale customer "Julia Fisher" by "Ana Reyes"
  scan 9520700443880 x 2
  scan 9520700408261 x 2
  pay cash
at 2026-03-09 11:23
sale by "Ana Reyes"
  item "Potted Herb" x 2
  scan 9520700534304
  pay "Visa/MC"
at 2026-03-09 11:53
sale by "Ana Reyes"
  scan 9520700276747
  scan 9520700023297
  item "Ceramic Vase, tall"
  scan 9520700521977
  item "Animal Puzzle, sea" x 2
  pay "Visa/MC"
at 2026-03-09 13:08
sale by "Ana Reyes"
  scan 9520700197288 x 2
  pay "Visa/MC"
at 2026-03-09 13:29
sale by "Ana Reyes"
  scan 9520700206874 x 3
  item "Sun Cream, factor 30"
  pay cash
at 2026-03-09 13:31
sale customer "Mara Hale" by "Ana Reyes"
  scan 9520700073988
  scan 9520700164402
  pay cash
at 2026-03-09 13:35
return of 1-000248 by "Ana Reyes"
  item "Wooden Spoon, slotted" reason "Not needed"
  refund cash
at 2026-03-09 14:04
sale by "Ana Reyes"
  scan 9520700101384 x 3
  scan 9520700274002
  item "Animal Puzzle, farm"
  pay "Visa/MC"
at 2026-03-09 14:34
sale by "Ana Reyes"
  scan 9520700298664
  scan 9520700164402
  pay "Visa/MC"
paid-out 11.40 reason "Postage" by "Joan Weber"
at 2026-03-09 15:02
sale by "Ana Reyes"
  scan 9520700220573 x 2
  scan 9520700380864 x 2
  item "Paring Knife, straight"
  pay "Amex"
at 2026-03-09 16:11
sale by "Ana Reyes"
  scan 9520700006856
  item "Greeting Card, birthday" x 2
  item "Chalk Set, twelve colours"
  item "Tea Towel, anchor print" x 2
  pay "Visa/MC"
at 2026-03-09 17:02
sale by "Ana Reyes"
  item "Desk Diary, navy"
  scan 9520700502792
  scan 9520700231531
  scan 9520700465806
  pay "Visa/MC"
at 2026-03-09 18:06
sale by "Ana Reyes"
  scan 9520700105498
  pay "Visa/MC"
at 2026-03-09 18:55
close counted 327.15 leave 200.00 by "Ana Reyes"
bank-deposit 1046.17 to "Checking" by "Joan Weber"
close day by "Joan Weber"

at 2026-03-10 08:40
open float 200.00 by "Ben Carter"
at 2026-03-10 09:00
at 2026-03-10 09:38
sale customer "Ivan Kaya" by "Ben Carter"
  scan 9520700400043 x 2
  scan 9520700300039 x 3
  item "Picture Book, A Boat of My Own" x 2
  scan 9520700346617
  item "Bird Feeder, hanging" x 2
  pay "Amex"
at 2026-03-10 10:28
sale by "Ben Carter"
  scan 9520700339763
  scan 9520700012338
  scan 9520700209615
  scan 9520700004111
  pay "Visa/MC"
at 2026-03-10 10:33
sale by "Ben Carter"
  item "Paper Bag" x 2
  scan 9520700408261 x 2
  scan 9520700226056 x 2
  scan 9520700317846 x 2
  scan 9520700008225
  pay cash
at 2026-03-10 11:26
sale by "Ben Carter"
  scan 9520700449363
  scan 9520700241127
  scan 9520700224687 x 3
  scan 9520700502792 x 2
  pay cash
at 2026-03-10 11:53
sale by "Ben Carter"
  scan 9520700420591
  scan 9520700209615
  pay cash
at 2026-03-10 12:15
sale customer "Wanda Field" by "Ben Carter"
  scan 9520700393192 x 2
  scan 9520700537046 x 2
  discount 10% reason "Loyal customer"
  pay check number 1405
at 2026-03-10 12:53
sale customer "Lena Brandt" by "Ben Carter"
  scan 9520700017814
  scan 9520700031513 x 3
  item "Wooden Boat, sailing boat" x 3
  pay "Visa/MC"
at 2026-03-10 13:09
sale by "Ben Carter"
  scan 9520700534304
  scan 9520700239759 x 2
  item "Bubble Set, refill"
  scan 9520700302774
  scan 9520700411001
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-10 13:13
return of 1-000263 by "Ben Carter"
  item "Bubble Set, refill" reason "A gift twice"
  refund cash
at 2026-03-10 13:35
sale customer "Martin Shore" by "Ben Carter"
  scan 9520700511015
  scan 9520700257562 x 0.460
  scan 9520700420591
  scan 9520700280850 x 3
  scan 9520700167144
  pay check number 1857
paid-out 23.30 reason "Postage" by "Joan Weber"
at 2026-03-10 14:26
sale by "Ben Carter"
  scan 9520700560334
  discount 10% reason "Loyal customer"
  pay "Visa/MC"
at 2026-03-10 15:12
sale by "Ben Carter"
  scan 9520700360316 x 2
  scan 9520700327432
  item "Gift Tags, ten" x 3
  scan 9520700089057
  pay "Visa/MC"
at 2026-03-10 15:17
sale customer "Ada Wells" by "Ben Carter"
  item "Animal Puzzle, farm"
  scan 9520700180846
  pay "Amex"
at 2026-03-10 15:41
sale by "Ben Carter"
  scan 9520700389089
  scan 9520700224687
  pay "Visa/MC"
at 2026-03-10 15:44
sale by "Ben Carter"
  scan 9520700126042
  scan 9520700471289
  scan 9520700369906
  pay cash
at 2026-03-10 16:18
sale by "Ben Carter"
  scan 9520700453476
  scan 9520700501429
  scan 9520700521977 x 2
  scan 9520700490464
  pay "Visa/MC"
at 2026-03-10 16:55
sale by "Ben Carter"
  scan 9520700312360
  scan 9520700535677
  pay cash
at 2026-03-10 17:09
sale by "Ben Carter"
  item "Ribbon, blue" x 2
  pay "Visa/MC"
at 2026-03-10 18:55
close counted 620.51 leave 200.00 by "Ben Carter"
close day by "Joan Weber"

at 2026-03-11 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-11 09:00
at 2026-03-11 09:17
sale customer "Ada Wells" by "Ana Reyes"
  scan 9520700413746
  scan 9520700224687 x 2
  scan 9520700493205 x 3
  scan 9520700228791
  scan 9520700097274
  pay "Visa/MC"
at 2026-03-11 09:30
sale by "Ana Reyes"
  scan 9520700487723
  scan 9520700494578 x 2
  scan 9520700286333
  pay "Visa/MC"
at 2026-03-11 09:34
sale by "Ana Reyes"
  item "Wall Calendar, harbor"
  scan 9520700548004
  scan 9520700280850
  pay cash
at 2026-03-11 09:37
sale by "Ana Reyes"
  scan 9520700354834 x 2
  scan 9520700256190
  scan 9520700178102
  pay "Visa/MC"
at 2026-03-11 09:55
sale by "Ana Reyes"
  scan 9520700394564 x 2
  scan 9520700073988
  scan 9520700453476 x 2
  pay cash
at 2026-03-11 10:11
sale by "Ana Reyes"
  scan 9520700372647
  item "Sea Glass Necklace, white"
  scan 9520700524718
  pay "Visa/MC"
no-sale reason "Change for a customer" by "Ana Reyes"
at 2026-03-11 10:18
sale customer "Victor Costa" by "Ana Reyes"
  scan 9520700401415 x 3
  pay cash
at 2026-03-11 10:22
return of 1-000280 by "Ana Reyes"
  item "Card Game, quartets" reason "Changed my mind"
  refund cash
at 2026-03-11 10:59
sale by "Ana Reyes"
  scan 9520700204139
  scan 9520700416488 x 2
  pay cash
at 2026-03-11 11:26
sale by "Ana Reyes"
  scan 9520700528822 x 2
  scan 9520700531563 x 3
  scan 9520700301401
  scan 9520700479506
  scan 9520700379493
  pay "Visa/MC"
at 2026-03-11 12:02
sale by "Ana Reyes"
  scan 9520700361689 x 3
  scan 9520700187692 x 3
  scan 9520700046586
  pay cash
at 2026-03-11 12:13
sale by "Ana Reyes"
  scan 9520700413746
  scan 9520700228791
  pay "Visa/MC"
at 2026-03-11 12:57
sale customer "Irene Parker" by "Ana Reyes"
  scan 9520700210987
  scan 9520700305515
  item "Greeting Card" x 3
  scan 9520700506905
  scan 9520700057544
  pay cash
at 2026-03-11 13:44
sale by "Ana Reyes"
  item "Chutney, fig" x 2
  discount 5% reason "Loyal customer"
  pay "Visa/MC"
at 2026-03-11 14:30
sale customer "Otto Lind" by "Ana Reyes"
  item "Fountain Pen"
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-11 14:43
sale by "Ana Reyes"
  scan 9520700283592 x 2
  pay cash
at 2026-03-11 15:32
sale by "Ana Reyes"
  item "Tea Tin, Ceylon"
  pay "Visa/MC"
at 2026-03-11 18:55
close counted 802.32 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-03-12 08:40
open float 200.00 by "Ben Carter"
at 2026-03-12 09:00
at 2026-03-12 09:22
sale customer "Noah Holm" by "Ben Carter"
  scan 9520700165775
  scan 9520700526088 x 3
  item "Sketchbook, A4" x 2
  pay "Visa/MC"
at 2026-03-12 09:38
sale by "Ben Carter"
  scan 9520700026038
  scan 9520700304143 x 3
  pay "Amex"
at 2026-03-12 10:06
sale by "Ben Carter"
  scan 9520700405529
  scan 9520700435663
  item "Heavy Cotton Sweater, slate, L" discount 10% reason "Shop-worn"
  pay cash
at 2026-03-12 10:59
sale customer "Emil Hall" by "Ben Carter"
  scan 9520700189061 x 3
  scan 9520700345245 x 3
  scan 9520700019184
  item "Oat Biscuits, with chocolate" x 2
  pay check number 1317
at 2026-03-12 12:10
sale by "Ben Carter"
  scan 9520700323328 x 3
  item "Hourglass, ten minutes" x 2
  item "Sunglasses, round"
  item "Mesh Beach Bag, navy"
  pay "Visa/MC"
at 2026-03-12 12:45
sale by "Ben Carter"
  item "Beeswax Candle" x 3
  item "Flower Bulbs, tulip"
  pay "Visa/MC"
at 2026-03-12 13:05
sale by "Ben Carter"
  scan 9520700430187 x 3
  scan 9520700069875 x 2
  pay cash
at 2026-03-12 13:52
sale by "Ben Carter"
  scan 9520700286333
  scan 9520700056172 x 2
  pay cash
at 2026-03-12 14:33
sale customer "Paul Kramer" by "Ben Carter"
  scan 9520700337028
  scan 9520700456217 x 2
  pay "Visa/MC"
at 2026-03-12 14:37
return of 1-000299 by "Ben Carter"
  item "Lip Balm, honey" reason "Changed my mind"
  refund "Visa/MC"
at 2026-03-12 14:58
sale by "Ben Carter"
  scan 9520700301401
  scan 9520700282229
  scan 9520700387719 x 3
  pay "Visa/MC"
at 2026-03-12 16:09
sale customer "Harbor Inn" by "Ben Carter"
  item "Ceylon Tea, loose" x 0.450
  scan 9520700063026 x 2
  scan 9520700004111
  pay "Visa/MC"
at 2026-03-12 16:15
sale customer "Karl Weiss" by "Ben Carter"
  item "Olive Oil 0.5 l, peppery"
  scan 9520700257562 x 0.485
  pay "Visa/MC"
drop 100.00 by "Ben Carter"
at 2026-03-12 17:21
sale by "Ben Carter"
  item "Animal Puzzle, sea" x 2
  scan 9520700467176
  scan 9520700275375
  item "Wash Cloth, sand" x 3
  pay "Visa/MC"
at 2026-03-12 18:55
close counted 328.79 leave 200.00 by "Ben Carter"
bank-deposit 1151.62 to "Checking" by "Joan Weber"
close day by "Joan Weber"

at 2026-03-13 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-13 09:00
at 2026-03-13 09:55
sale by "Ana Reyes"
  scan 9520700513750 x 2
  item "Silver Earrings, drop"
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-13 11:05
sale by "Ana Reyes"
  item "Potted Herb, thyme"
  pay cash
at 2026-03-13 11:47
sale by "Ana Reyes"
  item "Soft Toy, gull" x 2 discount 10% reason "Shop-worn"
  scan 9520700200025 x 2
  scan 9520700206874
  pay "Visa/MC"
at 2026-03-13 12:18
sale by "Ana Reyes"
  scan 9520700401415
  scan 9520700304143
  scan 9520700571293
  scan 9520700486351
  scan 9520700257562 x 0.615
  pay "Visa/MC"
at 2026-03-13 13:28
sale by "Ana Reyes"
  scan 9520700221945 x 2
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-13 14:45
sale by "Ana Reyes"
  scan 9520700178102 x 2
  scan 9520700105498
  item "Honey, clover" x 3
  pay cash
at 2026-03-13 14:49
return of 1-000310 by "Ana Reyes"
  item "Wine Glass, large" reason "Changed my mind"
  refund cash
at 2026-03-13 16:07
sale by "Ana Reyes"
  scan 9520700417850
  scan 9520700075357 x 3
  scan 9520700521977 x 2
  pay "Visa/MC"
paid-out 25.00 reason "Cleaning" by "Joan Weber"
at 2026-03-13 16:25
sale by "Ana Reyes"
  scan 9520700453476
  pay "Visa/MC"
at 2026-03-13 17:14
sale by "Ana Reyes"
  item "Beeswax Candle, tea lights, ten"
  scan 9520700337028
  pay "Visa/MC"
at 2026-03-13 18:24
sale by "Ana Reyes"
  scan 9520700104125
  pay "Visa/MC"
at 2026-03-13 18:55
sale by "Ana Reyes"
  scan 9520700397305
  scan 9520700001370
  pay cash
at 2026-03-13 18:55
sale by "Ana Reyes"
  scan 9520700571293
  scan 9520700532935 x 3
  scan 9520700073988 x 2
  pay "Visa/MC"
at 2026-03-13 18:55
close counted 390.35 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-03-14 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-14 09:00
at 2026-03-14 09:08
sale customer "Karl Weiss" by "Ana Reyes"
  scan 9520700212356 x 3
  discount 5% reason "Loyal customer"
  pay cash
at 2026-03-14 09:24
sale by "Ana Reyes"
  scan 9520700137000
  scan 9520700276747 x 2
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-14 09:55
sale by "Ana Reyes"
  item "Coast Chart, north shore"
  scan 9520700521977
  scan 9520700537046 x 2
  pay "Visa/MC"
at 2026-03-14 10:10
sale by "Ana Reyes"
  scan 9520700201398
  item "Linen Pillow Cover, sea blue"
  pay "Visa/MC"
at 2026-03-14 10:36
sale by "Ana Reyes"
  scan 9520700521977
  scan 9520700363058 x 2
  scan 9520700475393
  pay "Visa/MC"
at 2026-03-14 10:45
sale customer "Samuel Turner" by "Ana Reyes"
  scan 9520700257562 x 0.160
  pay "Visa/MC"
at 2026-03-14 10:50
sale by "Ana Reyes"
  scan 9520700131527
  scan 9520700423332
  pay "Amex"
at 2026-03-14 11:07
sale by "Ana Reyes"
  scan 9520700491836
  pay "Visa/MC"
at 2026-03-14 11:30
sale by "Ana Reyes"
  scan 9520700249345
  scan 9520700227428
  pay "Visa/MC"
at 2026-03-14 11:34
sale by "Ana Reyes"
  scan 9520700291818 x 2
  scan 9520700254820
  scan 9520700130155
  pay "Visa/MC"
at 2026-03-14 12:22
sale by "Ana Reyes"
  scan 9520700019184
  pay "Visa/MC"
at 2026-03-14 13:03
sale customer "Oscar Young" by "Ana Reyes"
  scan 9520700438404 x 2
  pay "Visa/MC"
no-sale reason "Change for a customer" by "Ana Reyes"
at 2026-03-14 13:52
sale by "Ana Reyes"
  scan 9520700523346 x 2
  pay "Visa/MC"
at 2026-03-14 13:56
return of 1-000330 by "Ana Reyes"
  item "Gift Wrap, boats" reason "Changed my mind"
  refund "Visa/MC"
at 2026-03-14 14:33
sale by "Ana Reyes"
  item "Striped Tee, red, S" x 2
  scan 9520700083574
  scan 9520700260302 x 0.510
  scan 9520700278116
  item "Oak Picture Frame, 10 x 15 cm"
  pay "Visa/MC"
at 2026-03-14 14:38
sale by "Ana Reyes"
  scan 9520700278116
  scan 9520700463062 x 3
  scan 9520700479506
  pay "Amex"
at 2026-03-14 15:29
sale by "Ana Reyes"
  scan 9520700301401
  scan 9520700330173
  pay cash
at 2026-03-14 15:38
sale customer "Mina Sato" by "Ana Reyes"
  scan 9520700131527
  pay "Visa/MC"
at 2026-03-14 15:42
sale by "Ana Reyes"
  scan 9520700509647 x 2
  scan 9520700165775 x 2
  item "Music Box, sea shanty"
  scan 9520700271261
  pay cash
at 2026-03-14 16:10
sale by "Ana Reyes"
  scan 9520700253458 x 3
  scan 9520700065761 x 3
  scan 9520700521977
  scan 9520700215098 x 2
  scan 9520700250716
  pay "Visa/MC"
at 2026-03-14 18:55
close counted 438.09 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-03-15 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-15 09:00
at 2026-03-15 09:15
sale by "Ana Reyes"
  scan 9520700415115 x 2
  pay cash
at 2026-03-15 09:53
sale by "Ana Reyes"
  scan 9520700297292
  scan 9520700374016 x 2
  scan 9520700153444
  scan 9520700347980
  scan 9520700137000
  pay "Visa/MC"
at 2026-03-15 10:28
sale customer "Samuel Turner" by "Ana Reyes"
  scan 9520700301401 x 2
  scan 9520700158920
  pay cash
at 2026-03-15 10:34
sale by "Ana Reyes"
  scan 9520700184950
  item "Breakfast Tea, loose" x 0.235
  item "Insect House" discount 10% reason "Shop-worn"
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-15 10:41
sale by "Ana Reyes"
  scan 9520700260302 x 0.185
  item "Oat Soap Bar" x 2
  scan 9520700269893
  scan 9520700523346 x 2
  pay "Visa/MC"
at 2026-03-15 11:08
sale by "Ana Reyes"
  scan 9520700421963 x 2
  scan 9520700521977 x 2
  scan 9520700530191
  scan 9520700115084
  pay cash
at 2026-03-15 11:37
sale by "Ana Reyes"
  item "Ceramic Vase, medium" discount 10% reason "Shop-worn"
  scan 9520700257562 x 0.545
  pay "Visa/MC"
at 2026-03-15 11:39
sale by "Ana Reyes"
  scan 9520700257562 x 0.350
  scan 9520700464434
  item "Cotton Socks, striped, 36-40" x 3
  item "Potted Herb" x 3
  scan 9520700339763
  pay "Visa/MC"
at 2026-03-15 12:25
sale by "Ana Reyes"
  scan 9520700120569
  item "Postcard Set, ten"
  scan 9520700327432 x 2
  item "Linen Shirt, sea blue, S"
  pay "Visa/MC"
at 2026-03-15 12:29
return of 1-000346 by "Ana Reyes"
  item "Liquid Soap 300 ml, lemon" reason "Changed my mind"
  refund "Visa/MC"
at 2026-03-15 13:03
sale by "Ana Reyes"
  item "Ceylon Tea, loose" x 0.195
  scan 9520700576779
  scan 9520700053430 x 2
  item "Greeting Card, new baby" x 2
  scan 9520700046586
  pay "Visa/MC"
at 2026-03-15 13:50
sale by "Ana Reyes"
  scan 9520700235645 x 2
  item "Striped Tee, navy, L" x 2
  item "Cook's Knife, 18 cm"
  item "Sketchbook, A4" x 2
  scan 9520700245231
  pay "Amex"
at 2026-03-15 14:32
sale by "Ana Reyes"
  scan 9520700091791
  scan 9520700563076
  pay "Visa/MC"
at 2026-03-15 14:42
sale by "Ana Reyes"
  item "Natural Sponge, small" x 2
  pay "Visa/MC"
at 2026-03-15 14:55
sale by "Ana Reyes"
  scan 9520700232903
  scan 9520700101384
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-15 15:19
sale by "Ana Reyes"
  scan 9520700013700 x 2
  scan 9520700019184
  scan 9520700375389
  item "Bath Brush, beech"
  pay cash
at 2026-03-15 15:20
sale by "Ana Reyes"
  item "Heavy Cotton Sweater, slate, L"
  scan 9520700153444
  item "Striped Tee, navy, S" x 2
  scan 9520700521977 x 2
  pay cash
at 2026-03-15 15:26
sale by "Ana Reyes"
  scan 9520700308257 x 2
  item "Terracotta Pot, 15 cm" x 3
  scan 9520700256190 x 2
  pay cash
drop 100.00 by "Ana Reyes"
at 2026-03-15 16:04
sale by "Ana Reyes"
  scan 9520700495940 x 2
  item "Wall Calendar, harbor" discount 10% reason "Shop-worn"
  scan 9520700521977
  item "Reading Lamp, clip-on, black"
  item "Card Game, quartets"
  pay "Visa/MC"
at 2026-03-15 16:18
sale by "Ana Reyes"
  scan 9520700454848 x 3
  pay "Amex"
at 2026-03-15 16:35
sale by "Ana Reyes"
  scan 9520700290446
  pay cash
at 2026-03-15 18:55
close counted 803.33 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"
