"""Fills a company with customers, vendors and items, as one that has been in business for years."""

from __future__ import annotations

from decimal import Decimal

from retailpos.company.books import Body, Books
from retailpos.company.write import write

_FIRST = "Ada Ben Cleo Dev Ella Finn Gus Hana Ivo June Kai Lena Milo Nora Omar Pia Quinn Rosa Sven Tess Uma".split()
_LAST = "Abbott Brook Castle Dale Easton Field Grove Hart Innes Joyce Kerr Lowe Marsh North Orr Pike Reed Stone".split()
_TRADE = "Supply Trading Imports Works Mills Traders Foods Textiles".split()
_GOODS = "Mug Bowl Scarf Candle Notebook Teapot Basket Lamp Towel Kettle Apron Vase Tray Cushion Pen".split()
_STYLE = "Blue Red Oak Linen Striped Plain Large Small Spotted Grey Green Walnut Copper Woven".split()


def fill(books: Books, *, customers: int, vendors: int, items: int) -> Body:
    """Make so many of each, the same ones in every new company."""
    with books.change():
        for n in range(customers):
            _make(books, "Customer", f"{_FIRST[n % len(_FIRST)]} {_LAST[n // len(_FIRST) % len(_LAST)]}", n)
        for n in range(vendors):
            _make(books, "Vendor", f"{_LAST[n % len(_LAST)]} {_TRADE[n // len(_LAST) % len(_TRADE)]}", n)
        accounts = {a["FullyQualifiedName"]: {"value": a["Id"]} for a in books.all("Account")}
        for n in range(items):
            _item(books, accounts, n)
    return {kind: len(books.all(kind)) for kind in ("Customer", "Vendor", "Item")}


def _make(books: Books, kind: str, name: str, n: int) -> None:
    given, _, family = name.partition(" ")
    shown = name if books.named(kind, name) is None else f"{name} {n}"
    body: Body = {"DisplayName": shown, "PrimaryPhone": {"FreeFormNumber": f"555-01{n % 100:02d}"}}
    if kind == "Customer":
        body |= {"GivenName": given, "FamilyName": family, "PrimaryEmailAddr": {"Address": f"customer{n}@example.com"}}
        body["Balance"] = Decimal(n % 40 * 5)
    else:
        body |= {"CompanyName": name, "AcctNum": f"V{n:04d}"}
    write(books, kind, body)


def _item(books: Books, accounts: dict[str, Body], n: int) -> None:
    name = f"{_STYLE[n % len(_STYLE)]} {_GOODS[n // len(_STYLE) % len(_GOODS)]} {n:04d}"
    body: Body = {
        "Name": name,
        "Sku": f"QB{n:05d}",
        "Type": "Inventory" if n % 10 else "Service",
        "UnitPrice": Decimal(n % 50 * 100 + 199).scaleb(-2),
        "PurchaseCost": Decimal(n % 50 * 60 + 95).scaleb(-2),
        "IncomeAccountRef": accounts["Merchandise Sales"],
        "ExpenseAccountRef": accounts["Cost of Goods Sold"],
        "Taxable": n % 7 != 0,
    }
    if body["Type"] == "Inventory":
        stock = {"TrackQtyOnHand": True, "QtyOnHand": n % 25, "InvStartDate": "2026-01-01"}
        body |= {**stock, "AssetAccountRef": accounts["Inventory Asset"]}
    write(books, "Item", body)
