"""The register's page: the left pane in its faces, the ticket at the right, and the keys of every state."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from retailpos.core.money import Money
from retailpos.ui.parts.lines import LineRow, LinesView
from retailpos.ui.parts.panes import TwoPanes, column
from retailpos.ui.parts.ticket import Ticket
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.sale.change_pane import ChangePane
from retailpos.ui.sale.empty_face import EmptyFace
from retailpos.ui.sale.keys_pane import KeysPane
from retailpos.ui.sale.model import Now, RegisterModel
from retailpos.ui.sale.return_pane import ReturnPane
from retailpos.ui.sale.returning import ReturnModel
from retailpos.ui.sale.search_pane import SearchPane
from retailpos.ui.sale.showing import line_rows, paid_rows
from retailpos.ui.sale.tender_pane import TenderPane
from retailpos.ui.sale.tender_ticket import show_paying
from retailpos.ui.sale.tendering import TenderModel
from retailpos.ui.sale.ticket_faces import head_of, pay_words, show_blue, show_receipt, show_sums
from retailpos.ui.sale.verb_table import can_press, verbs
from retailpos.ui.top_bar import TopBar
from retailpos.wording import _

_STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -9, Qt.Key.Key_PageDown: 9,
    Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000,
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegisterPage(QWidget):
    """Draws `model.now` as a whole.

    `wished` carries the name of a verb that needs a sheet or another page, `turned` the face that shows now.
    """

    wished = Signal(str)
    turned = Signal(str)

    def __init__(self, model: RegisterModel, top: TopBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register")
        self.model = model
        self.tender = TenderModel(model.counter, self)
        self.returning = ReturnModel(model.counter, self)
        self.top = top
        self.verbs = Verbs(self)
        self._drawn = ""
        self._decimals = model.counter.shop.facts.decimals
        self._add_verbs()
        self._build()
        self._join()
        self.redraw()

    def _add_verbs(self) -> None:
        model = self.model
        here: dict[str, Callable[[], object]] = {
            "search": self.search, "hold": self._hold, "return": self._return, "undo": model.undo, "redo": model.redo,
            "exact cash": model.exact_cash, "pay": self._pay, "remove": model.remove,
            "print again": model.print_again,
            "take off discount": lambda: model.discount_line(None),
            "take off sale discount": lambda: model.discount_sale(None),
        }  # fmt: skip
        for verb in verbs():
            self.verbs.add(verb, here.get(verb.name) or partial(self.wished.emit, verb.name))
        for place in range(9):
            self.verbs.add(Verb(f"tab {place + 1}", "", f"Ctrl+{place + 1}"), partial(self._open_tab, place))
        for place in range(7):
            self.verbs.add(Verb(f"kind {place + 1}", "", f"F{place + 2}"), partial(self.tender.choose_kind, place))
        self.verbs.add(Verb("take off", _("Take off"), "Delete"), self.tender.take_off)

    def _build(self) -> None:
        shop = self.model.counter.shop
        self.ticket = Ticket()
        self.panes = TwoPanes(self.ticket)
        self.keys = KeysPane(self.model, self.verbs)
        self.search_pane = SearchPane(self.model.finding, shop.listed.departments, self._decimals)
        self.tender_pane = TenderPane(self.tender, self._decimals)
        self.change_pane = ChangePane(self._decimals, self.verbs)
        self.return_pane = ReturnPane(self.returning, self._decimals)
        self.faces: dict[str, QWidget] = {
            "keys": self.keys, "search": self.search_pane, "tender": self.tender_pane, "change": self.change_pane,
            "return": self.return_pane,
        }  # fmt: skip
        for face in self.faces.values():
            self.panes.add(face)
        self.empty = EmptyFace(self.verbs, self._decimals)
        self.sums_face = LinesView(name="sums of the sale", calm=True)
        self.sums_face.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ticket.add_face(self.empty)
        self.ticket.add_face(self.sums_face)
        column(self).addWidget(self.panes)

    def _join(self) -> None:
        model, ticket = self.model, self.ticket
        model.changed.connect(self.redraw)
        model.finding.changed.connect(self._found)
        model.opened.connect(self.open_receipt)
        self.tender.changed.connect(self.redraw)
        self.returning.changed.connect(self._returned)
        ticket.lines.chosen.connect(self._chose_line)
        ticket.lines.held.connect(self._held_line)
        ticket.head.clicked.connect(self.verbs["customer"].trigger)
        ticket.blue.clicked.connect(self.blue)
        ticket.beside.clicked.connect(self._beside)
        ticket.total.clicked.connect(lambda: self.wished.emit("total"))
        ticket.sums.clicked.connect(lambda: self.wished.emit("sums"))
        self.empty.recalled.connect(model.recall)
        self.tender_pane.amount.entered.connect(self.enter)
        self.tender_pane.amount.escaped.connect(self.escape)
        self.tender_pane.back.clicked.connect(model.back)
        self.return_pane.back.clicked.connect(model.back)
        self.keys.held.connect(lambda item: self.wished.emit(f"item {item}"))
        self.keys.stepper.number_pressed.connect(self.verbs["quantity"].trigger)
        self.search_pane.view.clicked.connect(lambda index: self._chose_hit(index.row()))
        self.top.search.textEdited.connect(self._typed_search)
        self.top.search.moved.connect(model.finding.move)
        self.top.search.entered.connect(self.enter)
        self.top.search.escaped.connect(self.escape)
        self.top.held.clicked.connect(self.verbs["held sales"].trigger)

    # What the window passes on

    def typed(self, text: str) -> None:
        """Letters and digits that no field took: an amount while paying, else the search."""
        face = self.model.now.face
        if face == "tender":
            if text.isdigit():
                self.tender_pane.amount.type(text)
            return
        self.search(self.model.finding.text + text)

    def search(self, text: str = "") -> None:
        """Put the keyboard into the search field."""
        field = self.top.search
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            field.setText(text)
            field.end(False)
            self._typed_search(text)
        else:
            field.selectAll()

    def pressed(self, event: QKeyEvent) -> bool:
        """A key that no field and no shortcut took. True where it meant something here."""
        key = Qt.Key(event.key())
        face = self.model.now.face
        if key in _ENTER and not event.isAutoRepeat():
            return self.enter()
        if key == Qt.Key.Key_Escape:
            return self.escape()
        if face == "tender":
            return self._pressed_paying(key)
        if face == "return":
            return self.returning.pressed(key)
        if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.model.step(1 if key == Qt.Key.Key_Plus else -1)
            return True
        if face == "keys" and key in _STEPS:
            self.model.move(_STEPS[key])
            return True
        return False

    def enter(self) -> bool:
        """Enter: adds the hit, takes the amount, adds the return, begins the next sale. While ringing, nothing."""
        face = self.model.now.face
        if face == "search":
            chosen = self.model.finding.chosen
            if chosen is not None:
                self.model.press_item(chosen.id)
            elif self.model.finding.words:
                self.model.scanned(self.model.finding.words)
        elif face == "tender":
            self.tender.take()
        elif face == "return":
            if self.returning.add_to_sale():
                self.model.back()
        elif face == "change":
            self.model.next_sale()
        return True

    def blue(self) -> None:
        """The blue place was pressed: pay while ringing, else what Enter does."""
        if self.model.now.face in ("keys", "search"):
            self._pay()
        else:
            self.enter()

    def escape(self) -> bool:
        """Close the topmost thing; never the sale."""
        face = self.model.now.face
        if face in ("search", "tender", "return") or self.model.finding.text:
            self.model.back()
        self.top.window().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def open_receipt(self, number: str) -> None:
        """Take goods of this receipt back."""
        self.model.show("return")
        self.returning.find(number)

    # Drawing

    def redraw(self) -> None:
        """Show the whole value."""
        now = self.model.now
        for action in self.verbs.all():
            action.setEnabled(self._can(action.objectName(), now))
        self.panes.show_face(self.faces[now.face])
        self.ticket.beside.setVisible(now.face != "change")
        self.top.set_held(len(now.held))
        self.top.set_hint(_hint(now.face))
        self.ticket.head.set_key("F4" if now.face in ("keys", "search") else "")
        drawers: dict[str, Callable[[Now], None]] = {
            "tender": self._render_paying, "change": self._render_change, "return": self._render_return,
        }  # fmt: skip
        drawers.get(now.face, self._render_ringing)(now)
        if now.face != self._drawn:
            self._drawn = now.face
            self.turned.emit(now.face)

    def _can(self, name: str, now: Now) -> bool:
        if name.startswith("kind ") or name == "take off":
            return now.face == "tender"
        if name.startswith("tab "):
            return now.face == "keys"
        return can_press(name, now)

    def _render_ringing(self, now: Now) -> None:
        ticket = self.ticket
        ticket.head.set_face(head_of(now.cart))
        rows = line_rows(now.figures, self._decimals)
        chosen = next((n for n, line in enumerate(now.cart.lines) if line.key == now.chosen), None)
        waiting = self._waiting_row(now)
        if waiting is not None:
            rows, chosen = (*rows, waiting), None
        ticket.lines.set_rows(rows, chosen)
        ticket.body.setCurrentWidget(ticket.lines if rows else self.empty)
        show_sums(ticket, now, self._decimals)
        show_blue(ticket, pay_words(now, self._decimals))
        ticket.beside.set_text(_("Exact cash"))
        ticket.beside.set_key("F11" if not now.idle else "")
        ticket.beside.setEnabled(not now.idle)
        self.empty.redraw(now)
        self.keys.redraw(now)
        self.search_pane.redraw()

    def _waiting_row(self, now: Now) -> LineRow | None:
        chosen = self.model.finding.chosen
        if now.face != "search" or chosen is None:
            return None
        times = self.model.finding.times
        amount = self.model.counter.money(times.times(Money(chosen.price)).cents if times else chosen.price)
        return LineRow(chosen.name, amount, str(times) if times else "1", tone="waiting")

    def _render_paying(self, now: Now) -> None:
        paying = self.tender.now
        self.ticket.head.set_face(head_of(now.cart))
        self.tender_pane.redraw(paying)
        self.ticket.body.setCurrentWidget(self.sums_face)
        show_paying(self.ticket, self.sums_face, now, paying)

    def _render_change(self, now: Now) -> None:
        document = now.last
        if document is None:
            return
        when = self.model.counter.local_time(document.at)
        show_receipt(self.ticket, document, self._decimals, when=when)
        self.sums_face.set_rows(paid_rows(document, self._decimals))
        self.ticket.body.setCurrentWidget(self.sums_face)
        self.change_pane.redraw(document)
        self.ticket.blue.set_text(_("Next sale"))
        self.ticket.blue.set_key("Return")
        self.ticket.blue.setEnabled(True)

    def _render_return(self, now: Now) -> None:
        self.ticket.head.set_face(head_of(now.cart))
        self.return_pane.redraw(self.returning.now)
        self.ticket.body.setCurrentWidget(self.sums_face)
        self.return_pane.show_ticket(self.ticket, self.sums_face, now)

    # Small things

    def _found(self) -> None:
        field = self.top.search
        if field.text() != self.model.finding.text:
            field.setText(self.model.finding.text)
            field.window().setFocus(Qt.FocusReason.OtherFocusReason)
        self.redraw()

    def _returned(self) -> None:
        """Once a receipt is open, keys mean its lines: the search that found it lets go of the keyboard."""
        if self.returning.now.receipt is not None:
            self.model.finding.clear()
            if self.top.search.hasFocus():
                self.top.window().setFocus(Qt.FocusReason.OtherFocusReason)
        self.redraw()

    def _typed_search(self, text: str) -> None:
        if self.model.now.face == "return":
            self.model.finding.text = text
            self.returning.type(text)
            return
        self.model.finding.type(text)
        if self.model.now.face in ("keys", "search", "change"):
            self.model.show("search" if self.model.finding.words else "keys")

    def _chose_line(self, row: int) -> None:
        lines = self.model.till.cart.lines
        if 0 <= row < len(lines):
            self.model.choose(lines[row].key)

    def _held_line(self, row: int) -> None:
        """A line was pressed long: choose it and offer what can be done."""
        self._chose_line(row)
        self.wished.emit("more")

    def _chose_hit(self, at: int) -> None:
        self.model.finding.choose(at)
        self.enter()

    def _pay(self) -> None:
        self.tender.begin()
        self.model.pay()

    def _beside(self) -> None:
        if self.model.now.face == "tender":
            self.tender.take_off()
        elif self.model.now.face == "return":
            self.returning.choose_everything()
        else:
            self.model.exact_cash()

    def _hold(self) -> None:
        self.wished.emit("held sales" if self.model.now.idle else "hold")

    def _return(self) -> None:
        self.model.finding.clear()
        self.returning.begin()
        self.model.show("return")

    def _open_tab(self, place: int) -> None:
        self.keys.open_tab(place)
        self.keys.tiles.focus_first()

    def _pressed_paying(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Backspace:
            self.tender_pane.amount.type("back")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.tender.move_quick(-1 if key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True


def _hint(face: str) -> str:
    """What the search field says in a state."""
    hints = {
        "tender": _("Payment in progress. A scan here adds to the sale."),
        "change": _("Scan the next item to start a new sale"),
        "return": _("Scan the receipt, or type its number, date or amount"),
    }
    return hints.get(face, _("Scan, or type a name, SKU or price"))
