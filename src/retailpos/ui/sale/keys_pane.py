"""The left pane while selling: pages of picture keys over the action bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from retailpos.core.catalogue import Item
from retailpos.ui.parts.action_key import ActionBar, ActionKey
from retailpos.ui.parts.panes import Ground, column
from retailpos.ui.parts.stepper import Stepper
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.tile import TileFace, TileGrid
from retailpos.ui.parts.verbs import Verbs
from retailpos.ui.sale.model import Now, RegisterModel
from retailpos.ui.sale.showing import quantity_shown, tile_of
from retailpos.wording import _

_MOST = 400
_NEXT = "next page"


class KeysPane(Ground):
    """Tabs of departments, their items as picture keys, and the keys that act on the line and the sale."""

    held = Signal(str)

    def __init__(self, model: RegisterModel, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._model = model
        self._departments = list(model.counter.shop.listed.departments.values())
        self._items: tuple[Item, ...] = ()
        self._tab, self._page = -1, 0
        self.tabs = TabPills()
        self.tiles = TileGrid()
        self.stepper = Stepper(height=72)
        line = tuple(_key(verbs, name) for name in ("price", "discount", "remove"))
        sale = tuple(_key(verbs, name) for name in ("return", "hold", "undo", "more"))
        self.bar = ActionBar(self.stepper, line, sale)
        down = column(self, margin=(16, 16, 16, 16), gap=12)
        down.addWidget(self.tabs)
        down.addWidget(self.tiles, 1)
        down.addWidget(self.bar)
        self.tabs.chosen.connect(self.open_tab)
        self.tiles.pressed.connect(self._pressed)
        self.tiles.held.connect(self.held)
        self.stepper.stepped.connect(model.step)
        self.read_items()

    def read_items(self) -> None:
        """Read departments and items again."""
        self._departments = list(self._model.counter.shop.listed.departments.values())
        self.open_tab(max(0, self._tab))

    def open_tab(self, number: int) -> None:
        """Show a page of keys: favourites, or a department."""
        if not 0 <= number <= len(self._departments):
            return
        department = self._departments[number - 1].id if number else ""
        with self._model.counter.shop.store.read() as tx:
            self._items = tx.lists.items_of(department, _MOST)
        self._tab, self._page = number, 0
        self.tabs.set_names(self.tabs_names(), number)
        self._show_tiles()

    def tabs_names(self) -> tuple[str, ...]:
        """What stands on the pills."""
        return (_("Favourites"), *(department.name for department in self._departments))

    def redraw(self, now: Now) -> None:
        """Show the chosen line's quantity."""
        line = now.line
        self.stepper.setEnabled(line is not None and line.back is None)
        shown = quantity_shown(line.milli) if line is not None else "\N{EN DASH}"
        self.stepper.set_value(shown, at_least=line is None, at_most=line is None)

    def set_shape(self, *, large: bool, narrow: bool) -> None:
        """More keys on a big screen, fewer on a small one."""
        self.tiles.set_grid(*((6, 5) if large else (4, 4) if narrow else (5, 4)))
        self._show_tiles()

    def _show_tiles(self) -> None:
        shop = self._model.counter.shop
        room = self.tiles.columns * self.tiles.rows
        faces = [tile_of(i, shop.listed.departments.get(i.department), shop.facts.decimals) for i in self._items]
        if len(faces) > room:
            pages = -(-len(faces) // (room - 1))
            first = self._page % pages * (room - 1)
            word = _("page {n} of {pages}").format(n=self._page % pages + 1, pages=pages)
            faces = [*faces[first : first + room - 1], TileFace(_NEXT, _("More"), word, "dots-three", "slate")]
        self.tiles.set_tiles(tuple(faces))

    def _pressed(self, key: str) -> None:
        if key == _NEXT:
            self._page += 1
            self._show_tiles()
            return
        self._model.press_item(key)


def _key(verbs: Verbs, name: str) -> ActionKey:
    key = ActionKey()
    key.bind(verbs[name])
    return key
