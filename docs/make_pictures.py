"""Draws the pictures of the user guide from the register itself: `python docs/make_pictures.py [FOLDER]`.

A practice shop is made in a folder that is thrown away, its clock stands still, and the window is pressed as a cashier
would press it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from retailpos.actions import drawer, sell
from retailpos.actions.shop import OpenShop, TimeOrderedIds, open_shop
from retailpos.actions.till import Till
from retailpos.core.cart import Discount
from retailpos.core.catalogue import Customer, Employee
from retailpos.core.money import Quantity
from retailpos.devices.parts import Devices, PaperPrinter
from retailpos.practice import catalogue
from retailpos.ui.icons import icons
from retailpos.ui.theme.look import Choice, apply
from retailpos.ui.window import Window

SIZE = (1366, 768)
# Of the 256 colours that a small picture has, so many are the commonest ones of the picture itself.
_EXACT, _STRAY = 96, 2


class StandingClock:
    """Tuesday 17 March 2026, 14:26 in the shop."""

    def now(self) -> datetime:
        """The one moment."""
        return datetime(2026, 3, 17, 18, 26, tzinfo=UTC)


class Studio:
    """A practice shop with its window."""

    def __init__(self, app: QApplication, file: Path, size: tuple[int, int]) -> None:
        self.app = app
        self.shop = _make(file)
        self.till = Till(self.shop)
        self._prepare()
        self.window = Window(self.till)
        self.window.resize(*size)
        self.window.show()
        icons().load()

    def _prepare(self) -> None:
        self.till.employee = self.person("Piet Hagen")
        drawer.open_drawer(self.till, 20_000)
        self.ring("Linen Shirt", "Canvas Tote", "Oat Soap Bar")
        sell.set_customer(self.till, self.customer())
        sell.take(self.till, "Visa/MC")
        self.ring("Stoneware Mug", "Teapot 1.2 l", "Potted Herb")
        sell.hold(self.till, "blue coat")
        self.till.employee = None

    def person(self, name: str) -> Employee:
        """Somebody who works in the practice shop."""
        with self.shop.store.read() as tx:
            return next(one for one in tx.lists.employees() if one.name == name)

    def customer(self) -> Customer:
        """The first customer by name."""
        with self.shop.store.read() as tx:
            return tx.lists.customers("", 1)[0]

    def ring(self, *names: str) -> None:
        """Put items on the ticket; a name the shop does not have is left out."""
        for name in names:
            with self.shop.store.read() as tx:
                found = tx.lists.search_items(name, 1)
            if found:
                sell.add_item(self.till, found[0], Quantity())

    def sign_in(self, name: str) -> None:
        """Past the sign-in page."""
        self.till.employee = self.person(name)
        self.window.sign_in_model.signed_in.emit()
        self.settle()

    def fill(self) -> None:
        """A sale worth looking at."""
        self.ring("Linen Shirt", "Beeswax Candle", "Stoneware Mug", "Oat Biscuits", "Oat Soap Bar", "Harbor Puzzle")
        cart = self.till.cart
        sell.set_quantity(self.till, cart.lines[1].key, Quantity.of(2))
        sell.set_quantity(self.till, cart.lines[2].key, Quantity.of(4))
        sell.discount_line(self.till, cart.lines[2].key, Discount(1_000, reason="set of four"))
        sell.set_customer(self.till, self.customer())
        self.window.register_model.choose(cart.lines[2].key)
        self.settle()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        for mark in text:
            QTest.keyClicks(QApplication.focusWidget() or self.window, mark)
        self.settle()

    def press(self, name: str) -> None:
        """Touch what is called so."""
        for part in self.window.findChildren(QWidget, name):
            if part.isVisible():
                QTest.mouseClick(part, Qt.MouseButton.LeftButton)
                break
        self.settle()

    def settle(self) -> None:
        """Let the window draw."""
        QTest.qWait(260)

    def shoot(self, target: Path) -> None:
        """Save what the window shows."""
        self.settle()
        self.window.grab().save(str(target))
        with Image.open(target) as shown:
            small(shown.convert("RGB"), target)

    def close(self) -> None:
        """Throw it all away."""
        self.window.close()
        self.shop.close()


def small(picture: Image.Image, target: Path) -> None:
    """Keep a picture in a third of its size: a screen has few colours, and those of its surfaces stay exact."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)
    flat = [colour for _count, colour in counted[:_EXACT]]
    # Of the others each counts once: a small sun is as yellow as a large one.
    seldom = [colour for count, colour in counted[_EXACT:] if count > _STRAY] or flat
    once = Image.new("RGB", (len(seldom), 1))
    once.putdata(seldom)
    rest = once.quantize(256 - len(flat), method=Image.Quantize.MEDIANCUT).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in flat for part in colour] + rest)
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(target, optimize=True)


def _make(file: Path) -> OpenShop:
    clock = StandingClock()
    count = iter(range(1, 100_000))
    ids = TimeOrderedIds(clock, lambda: next(count).to_bytes(10, "big"))
    catalogue.create(file, ids.new())
    shop = open_shop(file, clock, ids)
    catalogue.fill(shop)
    shop.close()
    return open_shop(file, clock, ids, Devices(PaperPrinter()), to_sell=True)


def _sign_in(studio: Studio) -> None:
    studio.window.show_sign_in()
    studio.type("48")


def _empty(studio: Studio) -> None:
    studio.sign_in("Ana Reyes")


def _register(studio: Studio) -> None:
    studio.sign_in("Ana Reyes")
    studio.fill()


def _search(studio: Studio) -> None:
    studio.sign_in("Ana Reyes")
    studio.ring("Linen Shirt", "Beeswax Candle")
    studio.type("stone mu")


def _refusal(studio: Studio) -> None:
    _register(studio)
    studio.window.device_told("printer", "no_paper", (("waiting", "1"),))
    studio.window.scanned("5012345678900")


def _keyboard(studio: Studio) -> None:
    _register(studio)
    studio.press("search keyboard")
    for mark in "tea":
        studio.press(f"key {mark}")


def _look(studio: Studio) -> None:
    _register(studio)
    studio.key(Qt.Key.Key_F10)
    studio.type("look")
    studio.key(Qt.Key.Key_Return)


def _override(studio: Studio) -> None:
    _register(studio)
    studio.key(Qt.Key.Key_F7)
    studio.type("25")
    studio.key(Qt.Key.Key_Return)
    studio.type("726")


def _tender(studio: Studio) -> None:
    _register(studio)
    studio.key(Qt.Key.Key_F12)
    studio.key(Qt.Key.Key_F3)
    studio.type("10000")
    studio.key(Qt.Key.Key_Return)
    studio.key(Qt.Key.Key_F2)
    studio.type("10000")


def _change(studio: Studio) -> None:
    _tender(studio)
    studio.key(Qt.Key.Key_Return)


def _return(studio: Studio) -> None:
    studio.sign_in("Ana Reyes")
    studio.ring("Stoneware Mug", "Beeswax Candle")
    studio.window.scanned("1-000001")
    studio.settle()
    studio.key(Qt.Key.Key_Plus)
    studio.press("pill Too small")


def _held(studio: Studio) -> None:
    studio.sign_in("Ana Reyes")
    studio.key(Qt.Key.Key_F6)


def _customer(studio: Studio) -> None:
    _register(studio)
    studio.key(Qt.Key.Key_F4)


def _palette(studio: Studio) -> None:
    _register(studio)
    studio.key(Qt.Key.Key_F10)


PICTURES: dict[str, Callable[[Studio], None]] = {
    "sign-in": _sign_in,
    "register-empty": _empty,
    "register": _register,
    "search": _search,
    "register-refusal": _refusal,
    "screen-keyboard": _keyboard,
    "look-and-sound": _look,
    "override": _override,
    "tender": _tender,
    "change": _change,
    "return": _return,
    "held": _held,
    "customer": _customer,
    "palette": _palette,
}


def draw(folder: Path, *, theme: Choice = "light", size: tuple[int, int] = SIZE, names: tuple[str, ...] = ()) -> None:
    """Draw the pictures of these names, or all, into a folder."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, theme)
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or tuple(PICTURES):
        with tempfile.TemporaryDirectory(prefix="retailpos-pictures-") as made:
            studio = Studio(app, Path(made) / "practice.shop", size)
            try:
                PICTURES[name](studio)
                studio.shoot(folder / f"{name}.png")
            finally:
                studio.close()


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "pictures"
    draw(chosen)
