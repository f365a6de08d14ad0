# A week at the practice shop, from 2026-02-23. Written by retailpos.practice.history.

at 2026-02-23 08:40
opening-cash 200.00 from "Checking"
open float 200.00 by "Ana Reyes"
at 2026-02-23 09:00
at 2026-02-23 09:12
sale customer "Hugo Becker" by "Ana Reyes"
  scan 9520700134269 x 3
  scan 9520700069875
  scan 9520700224687
  item "Wool Socks"
  scan 9520700386347 x 2
  pay cash
at 2026-02-23 09:50
sale by "Ana Reyes"
  scan 9520700008225
  pay "Visa/MC"
at 2026-02-23 11:04
sale by "Ana Reyes"
  item "Enamel Pot, 2 l, white"
  scan 9520700165775 x 2
  scan 9520700515129 x 2
  pay cash
at 2026-02-23 12:13
sale by "Ana Reyes"
  scan 9520700157558
  scan 9520700411001
  scan 9520700028773
  scan 9520700271261 x 3
  pay "Visa/MC"
no-sale reason "Change for a customer" by "Ana Reyes"
at 2026-02-23 12:43
sale by "Ana Reyes"
  item "Ceylon Tea, loose" x 0.480
  scan 9520700557594
  scan 9520700126042
  scan 9520700201398 x 3
  pay "Visa/MC"
at 2026-02-23 12:58
sale customer "Olga Ivers" by "Ana Reyes"
  scan 9520700194546
  scan 9520700204139 x 2
  scan 9520700035627 x 3
  pay cash
at 2026-02-23 14:13
sale by "Ana Reyes"
  item "Harbor Puzzle" discount 10% reason "Shop-worn"
  scan 9520700191804 x 2
  item "Greeting Card"
  scan 9520700330173
  pay "Visa/MC"
at 2026-02-23 15:12
sale by "Ana Reyes"
  scan 9520700130155 x 3
  item "Fisherman's Wool Throw, undyed, hand-finished"
  scan 9520700426074
  pay "Visa/MC"
at 2026-02-23 15:54
sale by "Ana Reyes"
  scan 9520700515129 x 2
  scan 9520700338391
  item "Travel Alarm Clock, blue"
  discount 5% reason "Loyal customer"
  pay "Visa/MC"
at 2026-02-23 15:58
return of 1-000009 by "Ana Reyes"
  item "Travel Alarm Clock, blue" reason "Too small"
  refund "Visa/MC"
at 2026-02-23 16:20
sale customer "Elsa Berg" by "Ana Reyes"
  scan 9520700350720
  scan 9520700326060
  pay "Visa/MC"
at 2026-02-23 16:34
sale by "Ana Reyes"
  scan 9520700486351 x 3
  scan 9520700067130
  scan 9520700130155
  scan 9520700367162
  pay cash
at 2026-02-23 16:44
sale by "Ana Reyes"
  scan 9520700501429
  scan 9520700089057
  item "Garden Gloves, L" x 2
  pay "Visa/MC"
at 2026-02-23 17:37
sale customer "Ivan Kaya" by "Ana Reyes"
  scan 9520700224687
  scan 9520700350720 x 2
  scan 9520700095904
  pay cash
at 2026-02-23 18:55
close counted 814.69 leave 200.00 by "Ana Reyes"
bank-deposit 614.69 to "Checking" by "Joan Weber"
close day by "Joan Weber"

at 2026-02-24 08:40
open float 200.00 by "Ben Carter"
at 2026-02-24 09:00
at 2026-02-24 09:29
sale by "Ben Carter"
  scan 9520700269893 x 2
  item "Dinner Plate, white" x 2
  item "Flower Bulbs, daffodil"
  scan 9520700526088 x 3
  item "Linen Shirt"
  pay "Visa/MC"
at 2026-02-24 09:48
sale by "Ben Carter"
  scan 9520700049327
  scan 9520700094532
  scan 9520700184950
  scan 9520700258934 x 0.210
  pay "Visa/MC"
at 2026-02-24 10:52
sale customer "Rosa Marsh" by "Ben Carter"
  scan 9520700387719
  scan 9520700300039 x 2
  pay "Visa/MC"
at 2026-02-24 11:20
sale by "Ben Carter"
  scan 9520700024669
  scan 9520700098646 x 3
  scan 9520700476765
  scan 9520700483619 x 2
  scan 9520700271261
  pay "Visa/MC"
at 2026-02-24 11:47
sale by "Ben Carter"
  scan 9520700304143
  item "Rocking Horse"
  scan 9520700483619
  item "Potted Herb" x 3
  pay cash
at 2026-02-24 11:51
return of 1-000019 by "Ben Carter"
  item "Sun Cream, factor 30" reason "Not needed"
  refund cash
at 2026-02-24 12:27
sale by "Ben Carter"
  item "Seeds, beans"
  pay "Visa/MC"
at 2026-02-24 12:47
sale by "Ben Carter"
  scan 9520700126042
  scan 9520700469910
  scan 9520700031513
  scan 9520700474020
  scan 9520700549377
  pay cash
at 2026-02-24 12:59
sale by "Ben Carter"
  item "Cereal Bowl, speckled" x 2
  pay "Visa/MC"
at 2026-02-24 13:40
sale by "Ben Carter"
  item "Watercolour Set, travel"
  scan 9520700004111
  pay cash
at 2026-02-24 14:32
sale by "Ben Carter"
  item "Board Game, lighthouse"
  scan 9520700475393
  scan 9520700480878
  scan 9520700031513 x 2
  pay cash
at 2026-02-24 14:38
sale customer "Otto Lind" by "Ben Carter"
  scan 9520700537046
  scan 9520700223314
  item "Liquid Soap 300 ml, lavender" x 2
  scan 9520700435663 x 2
  pay cash
at 2026-02-24 14:41
sale by "Ben Carter"
  scan 9520700521977 x 2
  pay cash
at 2026-02-24 15:07
sale by "Ben Carter"
  scan 9520700060285
  pay cash
at 2026-02-24 15:54
sale by "Ben Carter"
  scan 9520700041109
  scan 9520700472651
  pay "Visa/MC"
drop 100.00 by "Ben Carter"
at 2026-02-24 16:13
sale by "Ben Carter"
  scan 9520700530191
  scan 9520700550748
  scan 9520700171257
  item "Swim Ring, adult" x 3
  pay "Amex"
at 2026-02-24 18:55
close counted 723.75 leave 200.00 by "Ben Carter"
close day by "Joan Weber"

at 2026-02-25 08:40
open float 200.00 by "Ana Reyes"
at 2026-02-25 09:00
at 2026-02-25 09:38
sale by "Ana Reyes"
  scan 9520700184950
  item "Bird Seed, 3 kg"
  scan 9520700120569
  scan 9520700041109
  item "Beach Umbrella, striped" discount 10% reason "Shop-worn"
  pay "Visa/MC"
at 2026-02-25 10:24
sale by "Ana Reyes"
  item "Gift Box, small"
  scan 9520700271261
  scan 9520700290446
  pay "Visa/MC"
at 2026-02-25 10:34
sale by "Ana Reyes"
  scan 9520700204139
  scan 9520700157558 x 3
  scan 9520700156186
  item "Linen Pillow Cover, sea blue"
  pay "Visa/MC"
at 2026-02-25 11:00
sale by "Ana Reyes"
  scan 9520700205501 x 3
  pay "Amex"
at 2026-02-25 12:01
sale by "Ana Reyes"
  scan 9520700513750
  scan 9520700300039 x 2
  scan 9520700130155
  scan 9520700228791
  pay "Visa/MC"
paid-out 22.10 reason "Postage" by "Joan Weber"
at 2026-02-25 12:03
sale by "Ana Reyes"
  scan 9520700398678
  scan 9520700420591 x 2
  scan 9520700157558
  scan 9520700101384
  pay "Amex"
at 2026-02-25 12:37
sale by "Ana Reyes"
  item "Gift Wrap, stars"
  pay "Visa/MC"
at 2026-02-25 12:53
sale by "Ana Reyes"
  scan 9520700427446 x 2
  pay cash
at 2026-02-25 13:34
sale by "Ana Reyes"
  item "Beeswax Candle, tea lights, ten" x 2
  pay cash
at 2026-02-25 13:38
sale customer "St. Anne Church" by "Ana Reyes"
  scan 9520700100011
  scan 9520700268520 x 2
  item "Soap Bar, sea kelp"
  pay "Visa/MC"
at 2026-02-25 14:07
sale by "Ana Reyes"
  item "Table Lamp, enamel, white"
  scan 9520700453476 x 2
  scan 9520700490464
  pay "Visa/MC"
at 2026-02-25 14:50
sale customer "Irene Parker" by "Ana Reyes"
  item "Oat Biscuits" x 3
  item "Brass Anchor Hook, small"
  scan 9520700220573
  scan 9520700527450
  scan 9520700234273
  pay "Visa/MC"
at 2026-02-25 15:30
sale by "Ana Reyes"
  item "Scented Candle, fig"
  scan 9520700131527
  item "Merino Scarf, navy"
  pay cash
at 2026-02-25 15:34
return of 1-000043 by "Ana Reyes"
  item "Stoneware Mug, child's" reason "Too small"
  refund cash
at 2026-02-25 15:42
sale customer "Ivan Kaya" by "Ana Reyes"
  scan 9520700001370
  item "Chutney, tomato"
  item "Nail Brush, beech"
  scan 9520700002742
  scan 9520700530191
  pay "Visa/MC"
at 2026-02-25 16:25
sale by "Ana Reyes"
  scan 9520700176733 x 2
  scan 9520700219201 x 2
  pay cash
at 2026-02-25 18:55
close counted 314.74 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-02-26 08:40
open float 200.00 by "Ana Reyes"
at 2026-02-26 09:00
at 2026-02-26 09:28
sale by "Ana Reyes"
  item "Watercolour Set, twelve pans"
  scan 9520700342503
  scan 9520700130155 x 2
  scan 9520700439777
  pay "Visa/MC"
at 2026-02-26 09:31
sale customer "Adam Stone" by "Ana Reyes"
  item "Seeds, radish" x 2
  pay "Visa/MC"
at 2026-02-26 09:34
sale by "Ana Reyes"
  scan 9520700557594
  scan 9520700013700 x 2
  pay "Visa/MC"
at 2026-02-26 10:11
sale by "Ana Reyes"
  scan 9520700439777
  scan 9520700209615 x 3
  pay "Visa/MC"
at 2026-02-26 10:56
sale customer "Alma Lake" by "Ana Reyes"
  scan 9520700031513
  scan 9520700120569
  scan 9520700261675 x 0.285
  scan 9520700284964
  scan 9520700183588
  discount 10% reason "Loyal customer"
  pay cash
at 2026-02-26 11:02
sale by "Ana Reyes"
  item "Smoked Mackerel, tin"
  scan 9520700084946
  item "Animal Puzzle, forest" x 2
  pay "Visa/MC"
at 2026-02-26 11:39
sale by "Ana Reyes"
  scan 9520700450734
  item "Teapot 1.2 l"
  scan 9520700347980
  pay "Visa/MC"
at 2026-02-26 12:19
sale by "Ana Reyes"
  scan 9520700031513
  scan 9520700408261 x 3
  item "Canvas Tote, striped" x 2
  pay "Visa/MC"
at 2026-02-26 13:34
sale customer "Lena Brandt" by "Ana Reyes"
  scan 9520700126042
  pay "Amex"
at 2026-02-26 13:41
sale by "Ana Reyes"
  item "Sticker Sheet, birds" x 3
  scan 9520700401415
  pay "Visa/MC"
at 2026-02-26 14:44
sale by "Ana Reyes"
  scan 9520700269893 x 2
  scan 9520700100011
  scan 9520700352090
  item "Fisherman's Wool Throw, undyed, hand-finished, 130 x 180 cm, charcoal"
  scan 9520700574034 x 2
  pay "Visa/MC"
at 2026-02-26 15:03
sale customer "Vera Ames" by "Ana Reyes"
  scan 9520700524718 x 2
  item "Peppermint, loose" x 0.540
  scan 9520700526088 x 2
  scan 9520700050699
  pay "Visa/MC"
at 2026-02-26 15:07
return of 1-000058 by "Ana Reyes"
  item "Peppermint, loose" x 0.540 reason "Not needed"
  refund "Visa/MC"
at 2026-02-26 18:55
close counted 305.16 leave 200.00 by "Ana Reyes"
bank-deposit 743.65 to "Checking" by "Joan Weber"
close day by "Joan Weber"

at 2026-02-27 08:40
open float 200.00 by "Ana Reyes"
at 2026-02-27 09:00
at 2026-02-27 09:52
sale by "Ana Reyes"
  item "Building Blocks, thirty"
  item "Snow Globe, lighthouse"
  scan 9520700208243 x 2
  scan 9520700058916
  scan 9520700201398
  pay cash
at 2026-02-27 10:49
sale by "Ana Reyes"
  scan 9520700549377 x 2
  scan 9520700576779
  pay "Visa/MC"
at 2026-02-27 11:39
sale by "Ana Reyes"
  scan 9520700286333 x 2
  pay "Visa/MC"
at 2026-02-27 12:05
sale by "Ana Reyes"
  scan 9520700023297
  item "Potted Succulent, small"
  pay "Visa/MC"
at 2026-02-27 12:23
sale by "Ana Reyes"
  scan 9520700202760 x 3
  pay "Visa/MC"
at 2026-02-27 12:31
sale customer "Ruth Bishop" by "Ana Reyes"
  item "Sunglasses, classic"
  item "Paring Knife, curved"
  scan 9520700398678
  pay cash
at 2026-02-27 12:55
sale by "Ana Reyes"
  item "Ceramic Vase, medium"
  item "Key Ring, lighthouse"
  scan 9520700172629 x 3
  pay "Visa/MC"
at 2026-02-27 13:15
sale by "Ana Reyes"
  scan 9520700460320 x 2
  scan 9520700442517 x 2
  scan 9520700121931
  pay "Amex"
at 2026-02-27 13:17
sale by "Ana Reyes"
  scan 9520700437032
  item "Scented Candle, cedar"
  scan 9520700545263
  scan 9520700330173
  scan 9520700295922
  pay "Visa/MC"
at 2026-02-27 14:00
sale by "Ana Reyes"
  scan 9520700321959 x 2
  scan 9520700230169
  scan 9520700119198
  scan 9520700308257
  pay "Visa/MC"
at 2026-02-27 14:31
sale by "Ana Reyes"
  scan 9520700486351
  scan 9520700300039
  pay "Visa/MC"
at 2026-02-27 14:35
return of 1-000070 by "Ana Reyes"
  item "Sea Salt, with herbs" reason "Not needed"
  refund "Visa/MC"
at 2026-02-27 14:59
sale customer "Adam Stone" by "Ana Reyes"
  item "Silver Earrings, shell"
  scan 9520700353462 x 2
  scan 9520700137000
  pay cash
paid-out 14.75 reason "Window cleaner" by "Joan Weber"
at 2026-02-27 15:03
sale by "Ana Reyes"
  item "Greeting Card, thank you"
  pay cash
at 2026-02-27 15:32
sale by "Ana Reyes"
  scan 9520700389089
  pay "Visa/MC"
at 2026-02-27 16:35
sale by "Ana Reyes"
  scan 9520700168516
  scan 9520700041109
  scan 9520700209615 x 2
  pay "Visa/MC"
at 2026-02-27 18:55
close counted 548.10 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-02-28 08:40
open float 200.00 by "Ben Carter"
at 2026-02-28 09:00
at 2026-02-28 09:19
sale by "Ben Carter"
  scan 9520700032886 x 3
  scan 9520700504161 x 2
  item "Gift Wrap" x 2
  pay "Visa/MC"
at 2026-02-28 09:59
sale by "Ben Carter"
  item "Notebook A5, ruled" x 3
  item "Knit Hat, grey"
  pay cash
at 2026-02-28 10:25
sale by "Ben Carter"
  scan 9520700210987
  scan 9520700438404
  scan 9520700026038
  scan 9520700563076 x 2
  pay cash
at 2026-02-28 10:33
sale by "Ben Carter"
  scan 9520700227428
  scan 9520700395936 x 2
  scan 9520700223314
  discount 10% reason "Loyal customer"
  pay "Visa/MC"
at 2026-02-28 11:05
sale customer "Linda Chase" by "Ben Carter"
  scan 9520700528822
  pay cash
at 2026-02-28 11:35
sale customer "Rosa Marsh" by "Ben Carter"
  item "Key Hook Rail, five hooks"
  scan 9520700430187 x 2
  discount 10% reason "Loyal customer"
  pay check number 1732
at 2026-02-28 12:04
sale by "Ben Carter"
  scan 9520700234273 x 3
  scan 9520700224687
  pay "Visa/MC"
at 2026-02-28 12:54
sale by "Ben Carter"
  scan 9520700342503 x 2
  pay "Visa/MC"
at 2026-02-28 13:44
sale customer "Lighthouse Cafe" by "Ben Carter"
  scan 9520700039731 x 3
  scan 9520700511015
  item "Umbrella, clear dome"
  scan 9520700208243 x 2
  pay "Visa/MC"
at 2026-02-28 13:50
sale by "Ben Carter"
  scan 9520700550748
  item "Linen Shirt"
  pay "Visa/MC"
at 2026-02-28 13:51
sale by "Ben Carter"
  scan 9520700130155 x 3
  pay "Visa/MC"
at 2026-02-28 14:00
sale by "Ben Carter"
  item "Knotted Bracelet, natural" x 3
  scan 9520700347980
  scan 9520700404157
  discount 5% reason "Loyal customer"
  pay "Visa/MC"
at 2026-02-28 14:27
sale customer "Dale Farm" by "Ben Carter"
  scan 9520700257562 x 0.230
  scan 9520700542521
  scan 9520700561706
  scan 9520700476765
  pay "Visa/MC"
at 2026-02-28 14:40
sale customer "Peter Lund" by "Ben Carter"
  scan 9520700278116
  scan 9520700041109
  item "Wool Socks"
  item "Linen Shirt, sea blue, M"
  scan 9520700505533 x 3
  pay "Amex"
at 2026-02-28 14:44
return of 1-000089 by "Ben Carter"
  item "Wind-up Torch" reason "Changed my mind"
  refund "Amex"
at 2026-02-28 14:58
sale by "Ben Carter"
  scan 9520700310991 x 2
  pay cash
at 2026-02-28 15:33
sale customer "Simon Ford" by "Ben Carter"
  scan 9520700010969
  scan 9520700190432
  pay "Visa/MC"
paid-out 9.05 reason "Cleaning" by "Joan Weber"
at 2026-02-28 16:07
sale by "Ben Carter"
  scan 9520700326060
  pay "Visa/MC"
at 2026-02-28 16:21
sale by "Ben Carter"
  item "Pruning Shears"
  pay cash
at 2026-02-28 16:36
sale by "Ben Carter"
  scan 9520700095904
  scan 9520700278116 x 2
  pay "Visa/MC"
at 2026-02-28 18:55
close counted 478.29 leave 200.00 by "Ben Carter"
close day by "Joan Weber"

at 2026-03-01 08:40
open float 200.00 by "Ben Carter"
at 2026-03-01 09:00
at 2026-03-01 09:29
sale by "Ben Carter"
  item "Honey, clover" x 2
  item "Building Blocks, sixty"
  item "Potted Herb"
  item "Wine Glass, large"
  pay "Visa/MC"
at 2026-03-01 09:45
sale by "Ben Carter"
  scan 9520700297292 x 3
  scan 9520700264416 x 2
  scan 9520700300039 x 3
  scan 9520700090428
  pay cash
at 2026-03-01 09:46
sale by "Ben Carter"
  scan 9520700041109
  item "Pocket Compass" discount 10% reason "Shop-worn"
  pay "Visa/MC"
at 2026-03-01 10:12
sale by "Ben Carter"
  scan 9520700517864 x 2
  scan 9520700548004
  scan 9520700535677
  scan 9520700093160
  pay "Visa/MC"
at 2026-03-01 10:18
sale by "Ben Carter"
  scan 9520700143858 x 2
  scan 9520700184950
  scan 9520700447994
  pay cash
at 2026-03-01 10:45
sale by "Ben Carter"
  scan 9520700450734
  pay cash
paid-out 13.90 reason "Window cleaner" by "Joan Weber"
at 2026-03-01 10:46
sale customer "Karl Weiss" by "Ben Carter"
  scan 9520700031513 x 3
  scan 9520700438404
  scan 9520700545263 x 2
  pay cash
at 2026-03-01 11:02
sale by "Ben Carter"
  scan 9520700060285
  scan 9520700505533
  scan 9520700046586
  item "Key Hook Rail, five hooks" discount 10% reason "Shop-worn"
  scan 9520700228791
  pay "Visa/MC"
at 2026-03-01 11:17
sale customer "Victor Costa" by "Ben Carter"
  scan 9520700484982
  pay cash
at 2026-03-01 11:29
sale by "Ben Carter"
  scan 9520700330173
  item "Wool Socks" x 3
  item "Vinegar 0.25 l, cider"
  pay cash
at 2026-03-01 11:39
sale by "Ben Carter"
  scan 9520700432921
  scan 9520700093160
  item "Cereal Bowl, blue rim" x 3
  pay "Visa/MC"
at 2026-03-01 12:02
sale by "Ben Carter"
  item "Oat Soap Bar"
  item "Kite, small"
  item "Kitchen Scale"
  scan 9520700345245 x 3
  pay "Visa/MC"
at 2026-03-01 12:37
sale by "Ben Carter"
  scan 9520700149331
  item "Salted Caramels, tin" x 3
  scan 9520700317846
  pay "Visa/MC"
at 2026-03-01 12:56
sale customer "Maya Cole" by "Ben Carter"
  scan 9520700550748
  scan 9520700149331
  scan 9520700189061 x 2
  pay "Amex"
at 2026-03-01 13:25
sale customer "Lena Brandt" by "Ben Carter"
  scan 9520700563076
  pay "Amex"
at 2026-03-01 13:42
sale by "Ben Carter"
  scan 9520700189061
  pay "Amex"
at 2026-03-01 13:46
void 1-000111 reason "Wrong card" by "Joan Weber"
at 2026-03-01 13:59
sale customer "Harbor Library" by "Ben Carter"
  scan 9520700331545
  scan 9520700126042
  scan 9520700357576
  pay cash
at 2026-03-01 14:06
sale by "Ben Carter"
  scan 9520700115084
  scan 9520700097274
  scan 9520700284964 x 2
  scan 9520700228791
  discount 5% reason "Loyal customer"
  pay "Visa/MC"
at 2026-03-01 14:21
sale by "Ben Carter"
  item "Knotted Bracelet, navy"
  scan 9520700358948 x 2
  pay "Visa/MC"
at 2026-03-01 14:31
sale by "Ben Carter"
  scan 9520700137000
  item "Keepsake Tin, large"
  scan 9520700246603 x 2
  pay "Visa/MC"
at 2026-03-01 14:59
sale by "Ben Carter"
  item "Umbrella, clear dome"
  scan 9520700339763
  scan 9520700130155
  scan 9520700317846 x 2
  scan 9520700295922
  pay "Visa/MC"
at 2026-03-01 15:13
sale by "Ben Carter"
  item "Wooden Car, red" x 2
  scan 9520700160299
  scan 9520700030141
  pay "Visa/MC"
at 2026-03-01 15:26
sale by "Ben Carter"
  scan 9520700320587 x 2
  item "Gift Box, small" x 2
  pay "Visa/MC"
at 2026-03-01 18:55
close counted 680.26 leave 200.00 by "Ben Carter"
close day by "Joan Weber"
