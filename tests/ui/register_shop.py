"""A small real shop and its window, for tests that press keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from retailpos.actions import drawer, lists, people
from retailpos.actions.shop import OpenShop, TimeOrderedIds, create_shop, open_shop
from retailpos.actions.till import Till
from retailpos.core.catalogue import Customer, Department, Employee, Item, Shop, Tender
from retailpos.core.money import Quantity
from retailpos.core.tax import Rate, SubRow
from retailpos.devices.parts import Devices, PaperPrinter
from retailpos.ui.window import Window

MUG, CANDLE, TEA, GIFT = "9520700000014", "9520700000021", "9520700000038", "9520700000045"
PINS = {"Ana Reyes": "4821", "Joan Weber": "7264"}
SHOP = Shop("Harbor Goods", "HG", "USD", 2, "America/New_York", "03:00", 1, "Main", practice=True)


class Clock:
    """A clock that is set by hand, and moves a second with every look."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 17, 18, 26, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def make_shop(path: Path) -> OpenShop:
    """A shop with two departments, four items, three ways to pay, two people, two customers, and paper devices."""
    clock = Clock()
    counter = iter(range(1, 10_000))
    ids = TimeOrderedIds(clock, lambda: next(counter).to_bytes(10, "big"))
    if not path.exists():
        create_shop(path, SHOP, suggest_accounts="1", shop_id=ids.new())
        shop = open_shop(path, clock, ids)
        _fill(shop)
        shop.close()
    return open_shop(path, clock, ids, Devices(PaperPrinter()), to_sell=True)


def _fill(shop: OpenShop) -> None:
    lists.add_rate(shop, "Taxable", Rate(SubRow("state", "State DOR"), 70_000))
    lists.put_department(shop, Department("kitchen", "Kitchen", "", "clay", "coffee"))
    lists.put_department(shop, Department("food", "Food", "None", "green", "leaf"))
    lists.put_tender(shop, Tender("visa", "Visa/MC", "card", position=10))
    items = (
        Item("mug", "Stoneware Mug", 1400, 600, "kitchen", "", "MUG-1", (MUG,)),
        Item("candle", "Beeswax Candle", 1850, 800, "kitchen", "", "CAN-1", (CANDLE,)),
        Item("tea", "Ceylon Tea, loose", 3800, 1500, "food", "", "TEA-1", (TEA,), "kg"),
        Item("gift", "Gift Wrap", 0, 0, "kitchen", "", "GIFT-1", (GIFT,)),
    )
    lists.add_items(shop, [(item, Quantity.of(20), place) for place, item in enumerate(items, 1)])
    lists.put_customers(shop, [Customer("c1", "Marisol Ortiz"), Customer("c2", "St. Anne Church", "certificate 55")])
    people.add_employee(shop, "Ana Reyes", "cashier", PINS["Ana Reyes"], cost="light")
    people.add_employee(shop, "Joan Weber", "manager", PINS["Joan Weber"], cost="light")


def person(shop: OpenShop, name: str) -> Employee:
    """Somebody who works here."""
    with shop.store.read() as tx:
        return next(one for one in tx.lists.employees() if one.name == name)


class Register:
    """A window on the small shop, with somebody signed in and the drawer open, and ways to press it."""

    def __init__(self, shop: OpenShop, *, signed_in: bool = True, float_: int | None = 20_000) -> None:
        self.shop = shop
        self.printer = cast("PaperPrinter", shop.devices.printer)
        self.till = Till(shop)
        if float_ is not None and not self._open():
            self.till.employee = person(shop, "Joan Weber")
            drawer.open_drawer(self.till, float_)
            self.till.employee = None
        self.window = Window(self.till)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        if signed_in:
            self.sign_in("Ana Reyes")

    def _open(self) -> bool:
        with self.shop.store.read() as tx:
            return bool(tx.documents.drawer(1, 1)["opened_by"])

    def sign_in(self, name: str) -> None:
        """Choose a person and type their PIN."""
        self.window.sign_in_model.choose(person(self.shop, name).id)
        self.window.sign_in.take_keyboard()
        self.type(PINS[name])
        self.key(Qt.Key.Key_Return)

    @property
    def page(self):
        return self.window.register

    @property
    def now(self):
        return self.window.register_model.now

    @property
    def total(self) -> str:
        return self.page.ticket.total.figure()

    def scan(self, code: str) -> None:
        """A code as the scan filter hands it over."""
        self.window.scanned(code)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on whatever has the keyboard."""
        QApplication.processEvents()
        QTest.keyClick(self._keyboard(), key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type on whatever has the keyboard."""
        for mark in text:
            QTest.keyClick(self._keyboard(), mark)

    def click(self, name: str) -> None:
        """Touch the part of this name that can be seen."""
        QApplication.processEvents()
        found = [part for part in self.window.findChildren(QWidget, name) if part.isVisible()]
        assert found, f"nothing called {name} can be seen"
        assert found[0].isEnabled(), f"{name} can't be pressed"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def sheet(self, name: str = "") -> QWidget | None:
        """The sheet that lies over the window."""
        from retailpos.ui.parts.sheet import Sheet

        QApplication.processEvents()
        shown = [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()]
        return next((sheet for sheet in shown if not name or sheet.objectName() == name), None)

    def notices(self) -> list[str]:
        """The bold sentences of the notices that show."""
        return [notice.words.bold for notice in self.window.notices.shown()]

    def close(self) -> None:
        """Shut the window and the shop."""
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
        self.shop.close()

    def _keyboard(self) -> QWidget:
        return QApplication.focusWidget() or self.window
