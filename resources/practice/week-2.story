# A week at the practice shop, from 2026-03-02. Written by retailpos.practice.history.

at 2026-03-02 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-02 09:00
at 2026-03-02 09:42
sale by "Ana Reyes"
  scan 9520700397305 x 2
  pay cash
at 2026-03-02 09:48
sale by "Ana Reyes"
  item "Mesh Beach Bag, sand" x 3
  scan 9520700031513
  scan 9520700278116 x 2
  scan 9520700463062 x 2
  pay "Visa/MC"
at 2026-03-02 09:54
sale by "Ana Reyes"
  item "Beeswax Candle, tea lights, ten"
  item "Paper Bag" x 2
  scan 9520700095904
  scan 9520700139745
  scan 9520700489093
  pay "Visa/MC"
at 2026-03-02 10:06
sale by "Ana Reyes"
  scan 9520700032886
  pay "Visa/MC"
at 2026-03-02 10:49
sale by "Ana Reyes"
  scan 9520700142486
  scan 9520700415115 x 2
  item "Pocket Notebook, ruled" x 2
  pay "Visa/MC"
at 2026-03-02 11:08
sale by "Ana Reyes"
  item "Gift Wrap"
  item "Postcard, gulls" x 3
  scan 9520700130155
  pay "Visa/MC"
at 2026-03-02 11:14
sale by "Ana Reyes"
  scan 9520700065761
  scan 9520700068502 x 2
  scan 9520700234273
  item "Linen Shirt"
  pay "Visa/MC"
at 2026-03-02 11:32
sale by "Ana Reyes"
  scan 9520700149331
  scan 9520700308257 x 2
  scan 9520700067130
  pay "Visa/MC"
at 2026-03-02 11:52
sale by "Ana Reyes"
  scan 9520700112342
  scan 9520700563076 x 2
  pay "Visa/MC"
at 2026-03-02 12:15
sale by "Ana Reyes"
  scan 9520700017814 x 2
  scan 9520700224687
  discount 10% reason "Loyal customer"
  pay "Visa/MC"
at 2026-03-02 13:15
sale by "Ana Reyes"
  scan 9520700312360 x 2
  scan 9520700521977
  pay "Amex"
at 2026-03-02 13:42
sale customer "Samuel Turner" by "Ana Reyes"
  scan 9520700564448
  pay "Visa/MC"
at 2026-03-02 13:46
void 1-000130 reason "Wrong card" by "Joan Weber"
at 2026-03-02 14:07
sale by "Ana Reyes"
  scan 9520700031513 x 2
  scan 9520700016442
  scan 9520700271261
  scan 9520700036990
  item "Linen Shirt, white, S"
  pay "Visa/MC"
at 2026-03-02 14:39
sale by "Ana Reyes"
  item "Beach Towel, red stripe"
  scan 9520700509647 x 2
  scan 9520700317846 x 3
  pay cash
at 2026-03-02 18:55
close counted 352.41 leave 200.00 by "Ana Reyes"
bank-deposit 1259.06 to "Checking" by "Joan Weber"
close day by "Joan Weber"

at 2026-03-03 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-03 09:00
at 2026-03-03 09:47
sale by "Ana Reyes"
  scan 9520700015070
  item "Bird Feeder, window"
  item "Watering Can, 2 l"
  pay "Visa/MC"
at 2026-03-03 10:12
sale by "Ana Reyes"
  scan 9520700526088
  scan 9520700205501 x 2
  pay cash
at 2026-03-03 10:42
sale customer "Arthur Cook" by "Ana Reyes"
  scan 9520700312360
  scan 9520700227428
  scan 9520700167144
  scan 9520700469910
  scan 9520700257562 x 0.225
  pay cash
at 2026-03-03 11:50
sale customer "Bay Rowing Club" by "Ana Reyes"
  scan 9520700531563 x 3
  scan 9520700537046
  item "Willow Basket"
  scan 9520700001370
  pay cash
at 2026-03-03 12:46
sale by "Ana Reyes"
  item "Wooden Spoon, slotted" x 2
  pay "Amex"
at 2026-03-03 13:04
sale by "Ana Reyes"
  scan 9520700101384 x 3
  item "Scented Candle, cedar" discount 10% reason "Shop-worn"
  item "Jam, strawberry" x 2
  item "Garden Lantern, large"
  scan 9520700521977
  pay "Visa/MC"
at 2026-03-03 13:57
sale by "Ana Reyes"
  scan 9520700098646 x 2
  scan 9520700342503
  discount 5% reason "Loyal customer"
  pay "Visa/MC"
at 2026-03-03 14:09
sale customer "Ivan Kaya" by "Ana Reyes"
  scan 9520700126042
  pay check number 1957
at 2026-03-03 14:36
sale by "Ana Reyes"
  scan 9520700564448
  item "Knit Hat, grey"
  scan 9520700264416 x 2
  pay "Visa/MC"
at 2026-03-03 14:40
return of 1-000141 by "Ana Reyes"
  item "Knit Hat, grey" reason "Not needed"
  refund "Visa/MC"
at 2026-03-03 15:30
sale by "Ana Reyes"
  item "Salad Servers, horn look" discount 10% reason "Shop-worn"
  scan 9520700031513
  scan 9520700197288 x 3
  pay "Visa/MC"
at 2026-03-03 16:20
sale by "Ana Reyes"
  scan 9520700346617
  item "Striped Tee, navy, M" x 2
  scan 9520700279489
  scan 9520700205501 x 2
  item "Pocket Notebook, ruled"
  pay "Amex"
at 2026-03-03 16:35
sale customer "Paul Kramer" by "Ana Reyes"
  scan 9520700478134
  scan 9520700004111
  item "Shampoo Bar, nettle" x 2
  scan 9520700334287
  scan 9520700130155
  pay check number 1605
at 2026-03-03 16:41
sale customer "Victor Costa" by "Ana Reyes"
  scan 9520700239759 x 3
  scan 9520700031513
  item "Cotton Blanket, grey check" discount 10% reason "Shop-worn"
  scan 9520700382233
  scan 9520700434291 x 2
  pay cash
paid-out 19.95 reason "Window cleaner" by "Joan Weber"
at 2026-03-03 17:50
sale by "Ana Reyes"
  scan 9520700212356 x 3
  scan 9520700224687 x 2
  scan 9520700195918
  item "Garden Lantern, small"
  pay "Visa/MC"
at 2026-03-03 18:55
close counted 566.26 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-03-04 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-04 09:00
at 2026-03-04 09:59
sale by "Ana Reyes"
  scan 9520700357576 x 2
  item "Tea Towel, checked" x 2
  pay cash
at 2026-03-04 10:08
sale by "Ana Reyes"
  item "Fingerless Gloves, L"
  pay "Visa/MC"
at 2026-03-04 11:16
sale by "Ana Reyes"
  scan 9520700363058
  pay cash
at 2026-03-04 12:05
sale by "Ana Reyes"
  scan 9520700450734
  pay "Visa/MC"
at 2026-03-04 12:54
sale by "Ana Reyes"
  scan 9520700332917 x 2
  scan 9520700139745
  scan 9520700361689
  pay "Amex"
at 2026-03-04 13:52
sale by "Ana Reyes"
  scan 9520700315101 x 2
  scan 9520700041109
  scan 9520700343876 x 2
  scan 9520700100011 x 2
  scan 9520700089057
  pay cash
at 2026-03-04 13:56
return of 1-000153 by "Ana Reyes"
  item "Salted Caramels, bag" reason "A gift twice"
  refund cash
paid-out 10.00 reason "Postage" by "Joan Weber"
at 2026-03-04 14:27
sale customer "Lighthouse Cafe" by "Ana Reyes"
  item "Beach Towel, plain sand"
  item "Watercolour Set, twelve pans"
  item "Harbor Print, winter"
  item "Pencil, 4B" x 2
  scan 9520700548004
  pay check number 1725
at 2026-03-04 14:32
sale by "Ana Reyes"
  item "Greeting Card, wedding"
  scan 9520700521977 x 2
  scan 9520700513750 x 2
  scan 9520700330173
  scan 9520700532935
  pay cash
at 2026-03-04 15:29
sale by "Ana Reyes"
  scan 9520700238387 x 2
  scan 9520700123300
  scan 9520700330173 x 2
  scan 9520700531563 x 2
  item "Potted Herb" x 3
  pay cash
at 2026-03-04 15:30
sale by "Ana Reyes"
  scan 9520700093160
  scan 9520700516492 x 2
  pay "Visa/MC"
at 2026-03-04 16:32
sale by "Ana Reyes"
  scan 9520700358948
  pay "Amex"
at 2026-03-04 17:24
sale by "Ana Reyes"
  item "Baby Gift Set, whale" discount 10% reason "Shop-worn"
  scan 9520700394564 x 3
  pay cash
at 2026-03-04 17:41
sale customer "Ivan Kaya" by "Ana Reyes"
  scan 9520700304143
  scan 9520700045213
  scan 9520700139745
  pay cash
at 2026-03-04 17:52
sale by "Ana Reyes"
  scan 9520700260302 x 0.250
  scan 9520700467176
  pay "Visa/MC"
at 2026-03-04 18:55
close counted 798.91 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-03-05 08:40
open float 200.00 by "Ben Carter"
at 2026-03-05 09:00
at 2026-03-05 09:58
sale by "Ben Carter"
  scan 9520700216460 x 2
  scan 9520700154816
  pay "Visa/MC"
at 2026-03-05 10:15
sale by "Ben Carter"
  scan 9520700365793 x 3
  scan 9520700532935
  scan 9520700190432
  scan 9520700063026
  pay cash
at 2026-03-05 10:39
sale customer "Dale Farm" by "Ben Carter"
  scan 9520700520604
  item "Coast Chart, north shore"
  pay "Visa/MC"
at 2026-03-05 11:09
sale by "Ben Carter"
  scan 9520700039731 x 3
  pay cash
at 2026-03-05 11:47
sale by "Ben Carter"
  scan 9520700421963 x 3
  pay cash
at 2026-03-05 12:00
sale by "Ben Carter"
  scan 9520700265789
  pay "Visa/MC"
at 2026-03-05 12:42
sale by "Ben Carter"
  item "Notebook A5, plain" x 2
  item "Beeswax Candle, tea lights, ten" x 2
  scan 9520700413746
  pay "Amex"
at 2026-03-05 13:13
sale customer "Peter Lund" by "Ben Carter"
  scan 9520700206874
  scan 9520700480878
  scan 9520700576779
  pay check number 1592
at 2026-03-05 13:43
sale by "Ben Carter"
  scan 9520700063026 x 3
  pay cash
at 2026-03-05 13:47
sale by "Ben Carter"
  scan 9520700209615
  pay "Visa/MC"
at 2026-03-05 14:03
sale by "Ben Carter"
  scan 9520700575406
  scan 9520700180846
  scan 9520700228791
  item "Shampoo Bar, citrus"
  scan 9520700213728
  pay cash
at 2026-03-05 14:28
sale by "Ben Carter"
  scan 9520700491836
  pay "Amex"
at 2026-03-05 15:02
sale by "Ben Carter"
  scan 9520700502792 x 3
  scan 9520700069875 x 2
  item "Key Hook Rail, five hooks"
  pay cash
drop 100.00 by "Ben Carter"
at 2026-03-05 15:38
sale by "Ben Carter"
  scan 9520700154816
  pay "Visa/MC"
at 2026-03-05 15:42
void 1-000176 reason "Wrong card" by "Joan Weber"
at 2026-03-05 16:40
sale by "Ben Carter"
  scan 9520700443880
  scan 9520700495940 x 2
  pay "Visa/MC"
at 2026-03-05 18:55
close counted 609.44 leave 200.00 by "Ben Carter"
bank-deposit 1374.61 to "Checking" by "Joan Weber"
close day by "Joan Weber"

at 2026-03-06 08:40
open float 200.00 by "Ben Carter"
at 2026-03-06 09:00
at 2026-03-06 09:15
sale customer "Nora Quist" by "Ben Carter"
  item "Coffee 250 g, house"
  scan 9520700041109
  scan 9520700197288
  item "Postcard Set, ten"
  scan 9520700209615
  pay check number 1108
at 2026-03-06 09:45
sale customer "Rosa Marsh" by "Ben Carter"
  scan 9520700508275
  pay "Visa/MC"
at 2026-03-06 09:55
sale by "Ben Carter"
  scan 9520700201398 x 3
  scan 9520700275375 x 2
  scan 9520700110973
  item "Striped Tee, red, L"
  scan 9520700406892
  pay "Visa/MC"
at 2026-03-06 10:41
sale by "Ben Carter"
  scan 9520700332917 x 3
  scan 9520700441145
  scan 9520700209615 x 2
  scan 9520700376751 x 3
  pay cash
no-sale reason "Change for a customer" by "Ben Carter"
at 2026-03-06 11:34
sale by "Ben Carter"
  scan 9520700012338
  pay "Visa/MC"
at 2026-03-06 11:42
sale customer "Anna Reed" by "Ben Carter"
  scan 9520700252086
  scan 9520700041109
  pay "Amex"
at 2026-03-06 12:07
sale by "Ben Carter"
  item "Ink 30 ml, blue" x 2
  scan 9520700215098 x 2
  pay cash
at 2026-03-06 12:32
sale by "Ben Carter"
  scan 9520700001370
  scan 9520700182215 x 2
  pay cash
at 2026-03-06 13:26
sale by "Ben Carter"
  scan 9520700145227 x 3
  item "Fountain Pen"
  scan 9520700428818
  discount 10% reason "Loyal customer"
  pay "Visa/MC"
at 2026-03-06 13:36
sale by "Ben Carter"
  item "Fountain Pen"
  scan 9520700278116
  scan 9520700505533
  scan 9520700317846 x 2
  scan 9520700272633
  pay "Visa/MC"
at 2026-03-06 14:00
sale customer "Bay Rowing Club" by "Ben Carter"
  item "Wooden Spoon, olive wood"
  scan 9520700272633 x 3
  scan 9520700415115 x 3
  pay "Visa/MC"
at 2026-03-06 14:04
return of 1-000188 by "Ben Carter"
  item "Chalk Set, twelve colours" reason "Changed my mind"
  refund "Visa/MC"
at 2026-03-06 14:46
sale by "Ben Carter"
  scan 9520700186329 x 3
  pay "Visa/MC"
at 2026-03-06 15:14
sale by "Ben Carter"
  item "Chutney, fig"
  item "Natural Sponge, small"
  scan 9520700209615 x 3
  pay cash
at 2026-03-06 15:39
sale by "Ben Carter"
  item "Fruit Cake, large" discount 10% reason "Shop-worn"
  pay "Visa/MC"
at 2026-03-06 16:13
sale by "Ben Carter"
  scan 9520700486351 x 2
  pay "Visa/MC"
at 2026-03-06 16:15
sale customer "Ines Duarte" by "Ben Carter"
  scan 9520700502792
  pay "Amex"
at 2026-03-06 16:57
sale by "Ben Carter"
  item "Fingerless Gloves, S"
  scan 9520700239759
  scan 9520700149331
  pay "Visa/MC"
at 2026-03-06 18:55
close counted 450.93 leave 200.00 by "Ben Carter"
close day by "Joan Weber"

at 2026-03-07 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-07 09:00
at 2026-03-07 09:36
sale by "Ana Reyes"
  scan 9520700523346
  scan 9520700312360
  scan 9520700215098 x 2
  scan 9520700464434 x 3
  item "Steel Bottle, 0.5 l, white" x 3
  pay "Visa/MC"
at 2026-03-07 09:57
sale by "Ana Reyes"
  scan 9520700112342
  scan 9520700274002 x 2
  pay cash
at 2026-03-07 10:01
sale by "Ana Reyes"
  scan 9520700180846
  scan 9520700173992
  pay "Visa/MC"
at 2026-03-07 10:41
sale by "Ana Reyes"
  scan 9520700257562 x 0.140
  pay "Visa/MC"
at 2026-03-07 10:59
sale by "Ana Reyes"
  scan 9520700156186
  scan 9520700093160
  scan 9520700567180
  pay cash
at 2026-03-07 11:09
sale customer "Nora Quist" by "Ana Reyes"
  scan 9520700519233 x 3
  scan 9520700515129 x 3
  scan 9520700145227 x 3
  scan 9520700020555
  scan 9520700458952 x 2
  pay "Visa/MC"
at 2026-03-07 11:36
sale by "Ana Reyes"
  scan 9520700420591 x 2
  scan 9520700078099
  scan 9520700567180
  scan 9520700172629 x 2
  discount 10% reason "Loyal customer"
  pay "Visa/MC"
at 2026-03-07 11:58
sale by "Ana Reyes"
  scan 9520700108239
  scan 9520700526088 x 3
  pay cash
at 2026-03-07 12:05
sale by "Ana Reyes"
  item "Pencil, 2B" x 3
  scan 9520700137000
  pay "Visa/MC"
at 2026-03-07 12:39
sale by "Ana Reyes"
  scan 9520700209615
  item "Oat Biscuits, with ginger"
  pay "Amex"
at 2026-03-07 12:40
sale by "Ana Reyes"
  item "Harbor Puzzle, 100 pieces" x 2
  scan 9520700284964
  item "Mesh Beach Bag, navy"
  pay "Visa/MC"
at 2026-03-07 12:52
sale by "Ana Reyes"
  scan 9520700297292
  pay cash
at 2026-03-07 13:21
sale by "Ana Reyes"
  item "Heavy Cotton Sweater, ecru, L"
  item "Harbor Print, fog"
  scan 9520700031513 x 2
  pay "Visa/MC"
at 2026-03-07 13:51
sale customer "George Knight" by "Ana Reyes"
  item "Wooden Car, green" x 2
  scan 9520700434291 x 2
  pay "Visa/MC"
at 2026-03-07 13:57
sale by "Ana Reyes"
  scan 9520700432921
  scan 9520700324691
  scan 9520700021927
  pay "Visa/MC"
at 2026-03-07 14:29
sale by "Ana Reyes"
  scan 9520700494578
  item "Potted Herb, basil"
  pay "Visa/MC"
at 2026-03-07 14:37
sale by "Ana Reyes"
  scan 9520700016442
  pay "Visa/MC"
at 2026-03-07 15:17
sale customer "Martin Shore" by "Ana Reyes"
  item "Linen Pillow Cover, olive" discount 10% reason "Shop-worn"
  pay "Visa/MC"
at 2026-03-07 15:29
sale by "Ana Reyes"
  scan 9520700143858
  pay "Visa/MC"
at 2026-03-07 15:46
sale by "Ana Reyes"
  item "Gift Wrap" x 2
  item "Bread Board, ash"
  scan 9520700543894
  pay "Visa/MC"
at 2026-03-07 15:50
return of 1-000215 by "Ana Reyes"
  item "Gift Wrap" reason "Changed my mind"
  refund "Visa/MC"
at 2026-03-07 16:02
sale by "Ana Reyes"
  scan 9520700382233
  discount 10% reason "Loyal customer"
  pay "Amex"
at 2026-03-07 16:18
sale customer "Simon Ford" by "Ana Reyes"
  scan 9520700420591
  scan 9520700091791
  item "Beeswax Candle" x 2
  scan 9520700208243
  item "Wine Glass, small" x 3
  discount 10% reason "Loyal customer"
  pay "Visa/MC"
drop 100.00 by "Ana Reyes"
at 2026-03-07 16:23
sale by "Ana Reyes"
  scan 9520700317846
  item "Beeswax Candle"
  scan 9520700191804
  pay cash
at 2026-03-07 18:55
close counted 480.61 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"

at 2026-03-08 08:40
open float 200.00 by "Ana Reyes"
at 2026-03-08 09:00
at 2026-03-08 09:09
sale customer "Emil Hall" by "Ana Reyes"
  scan 9520700369906 x 2
  scan 9520700397305 x 2
  scan 9520700534304
  scan 9520700549377
  pay "Visa/MC"
at 2026-03-08 09:13
sale by "Ana Reyes"
  scan 9520700415115 x 3
  pay cash
at 2026-03-08 09:23
sale by "Ana Reyes"
  scan 9520700569924
  scan 9520700091791
  scan 9520700286333
  pay "Visa/MC"
at 2026-03-08 09:31
sale by "Ana Reyes"
  scan 9520700317846
  pay "Visa/MC"
at 2026-03-08 09:54
sale by "Ana Reyes"
  item "Knotted Bracelet, navy"
  scan 9520700521977 x 2
  scan 9520700446621 x 2
  pay "Visa/MC"
at 2026-03-08 10:19
sale by "Ana Reyes"
  scan 9520700480878
  pay "Visa/MC"
at 2026-03-08 10:49
sale by "Ana Reyes"
  scan 9520700312360 x 2
  scan 9520700221945
  pay "Visa/MC"
at 2026-03-08 10:58
sale customer "Arthur Cook" by "Ana Reyes"
  scan 9520700383605
  scan 9520700268520
  pay "Visa/MC"
at 2026-03-08 11:21
sale by "Ana Reyes"
  scan 9520700275375 x 3
  scan 9520700256190
  scan 9520700328804 x 2
  pay "Visa/MC"
at 2026-03-08 11:44
sale customer "Hugo Becker" by "Ana Reyes"
  scan 9520700034255 x 2
  item "Striped Tee, red, S" x 3
  scan 9520700137000
  discount 10% reason "Loyal customer"
  pay "Amex"
at 2026-03-08 11:46
sale by "Ana Reyes"
  scan 9520700428818 x 2
  item "Serving Tray, ash, round"
  scan 9520700552117
  scan 9520700354834 x 2
  pay "Visa/MC"
at 2026-03-08 11:58
sale by "Ana Reyes"
  scan 9520700426074 x 2
  scan 9520700446621
  pay cash
at 2026-03-08 12:33
sale by "Ana Reyes"
  scan 9520700230169
  scan 9520700379493 x 2
  discount 10% reason "Loyal customer"
  pay cash
at 2026-03-08 12:37
void 1-000232 reason "Wrong card" by "Joan Weber"
at 2026-03-08 13:10
sale by "Ana Reyes"
  scan 9520700468548 x 2
  scan 9520700152072
  scan 9520700415115 x 2
  pay cash
at 2026-03-08 13:37
sale by "Ana Reyes"
  scan 9520700330173
  scan 9520700516492
  pay cash
at 2026-03-08 13:51
sale customer "Marisol Ortiz" by "Ana Reyes"
  scan 9520700353462 x 2
  scan 9520700150702
  scan 9520700524718 x 3
  scan 9520700387719 x 2
  scan 9520700426074 x 2
  discount 5% reason "Loyal customer"
  pay cash
at 2026-03-08 13:55
sale customer "Ada Wells" by "Ana Reyes"
  scan 9520700535677
  scan 9520700489093
  scan 9520700269893
  pay cash
at 2026-03-08 14:36
sale by "Ana Reyes"
  scan 9520700150702
  scan 9520700045213
  scan 9520700516492
  scan 9520700475393
  item "Pencil, 4B"
  pay "Visa/MC"
at 2026-03-08 15:02
sale by "Ana Reyes"
  scan 9520700263044
  item "Jam, blackcurrant" x 2
  scan 9520700035627
  scan 9520700197288
  pay "Visa/MC"
at 2026-03-08 15:19
sale by "Ana Reyes"
  scan 9520700197288
  scan 9520700419229 x 2
  scan 9520700479506
  pay "Visa/MC"
at 2026-03-08 15:44
sale customer "Maya Cole" by "Ana Reyes"
  scan 9520700441145
  scan 9520700354834 x 2
  item "Willow Basket"
  item "Cook's Knife, 18 cm"
  scan 9520700124673
  pay "Amex"
at 2026-03-08 15:59
sale by "Ana Reyes"
  scan 9520700054802 x 2
  scan 9520700354834 x 3
  pay "Visa/MC"
paid-out 18.10 reason "Postage" by "Joan Weber"
at 2026-03-08 18:55
close counted 587.48 leave 200.00 by "Ana Reyes"
close day by "Joan Weber"
