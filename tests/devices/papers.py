"""Papers that several tests print."""

from __future__ import annotations

from retailpos.core.paper import Banner, Barcode, Blank, Columns, Logo, Pair, Paper, Rule, Text

RECEIPT = Paper(
    (
        Logo(),
        Text("Harbor Goods", "center", bold=True, double=True),
        Text("12 Wharf Street, Portland", "center"),
        Banner("COPY"),
        Pair("1-004231", "2026-03-17 14:27"),
        Rule(),
        Pair("Linen Shirt, sea blue, M", "49.00"),
        Pair("Fisherman\u2019s Wool Throw, undyed, hand-finished hem, Crème brûlée colour", "128.00"),
        Text("  14.00 less 1.40"),
        Columns(("Oat Soap Bar", "3", "19.50"), (4, 9)),
        Pair("State DOR 7 %", "17.69"),
        Pair("TOTAL", "€ 282.94", bold=True, double=True),
        Blank(),
        Barcode("1-004231"),
        Text("Thank you for shopping with us.", "center"),
    )
)

SLIP = Paper((Text("NO SALE", "center", bold=True), Pair("Drawer opened by", "Ana")), "report")
