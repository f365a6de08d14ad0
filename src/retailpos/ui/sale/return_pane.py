"""The left pane while goods come back: receipts to choose from, or the old receipt with what comes back of it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from retailpos.core.document import DocLine, Document
from retailpos.core.money import Money, Quantity, shown
from retailpos.core.rounding import half_away
from retailpos.core.totals import LineTotal, totals
from retailpos.ui.fonts import font
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.chip import Chip
from retailpos.ui.parts.lines import LineRow, LinesView
from retailpos.ui.parts.panes import Ground, column, row
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.parts.status import STRIP
from retailpos.ui.parts.stepper import Stepper
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.ticket import Ticket
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.model import Now
from retailpos.ui.sale.own_parts import ReceiptRow
from retailpos.ui.sale.returning import Returning, ReturnModel
from retailpos.ui.sale.showing import line_rows, lines_in_words, quantity_shown
from retailpos.ui.sale.ticket_faces import Blue, show_blue
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme
from retailpos.wording import _


def reasons() -> tuple[str, ...]:
    """Why goods come back, as offered."""
    return (_("Too small"), _("Too large"), _("Faulty"), _("Changed mind"), _("Wrong item"))


class _SoldLine(Pressable):
    """One line of the old receipt; the stepper beside it says how many come back."""

    def __init__(self, line: DocLine, decimals: int) -> None:
        super().__init__(line.name, name=f"sold {line.n}")
        self.line = line
        self._each = shown(Money(half_away(Fraction(line.amount * 1000, line.milli))), decimals)
        self._second = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_left(self, left: int) -> None:
        """How much of it may still come back."""
        sold = _("{n} sold").format(n=Quantity(self.line.milli))
        gone = self.line.milli - left
        self._second = sold
        if gone:
            self._second = _("{sold}, {back} came back · {left} left").format(
                sold=sold, back=Quantity(gone), left=Quantity(max(0, left))
            )
        self.setAccessibleName(f"{self.line.name}, {self._second}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 64)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect()
        wide = area.width() - 16 - 110
        painting.words(painter, QRect(16, 10, wide, 24), self.line.name, font("line name"), theme.ink)
        painting.words(painter, QRect(16, 34, wide, 20), self._second, font("small"), theme.ink2)
        painting.figure(painter, area.adjusted(0, 0, -16, 0), self._each, font("line figure"), theme.ink)


class _SoldRow(QWidget):
    """The line and its stepper on one ground."""

    def __init__(self, sold: _SoldLine, stepper: Stepper) -> None:
        super().__init__()
        self._sold = sold
        across = row(self, margin=(0, 0, 16, 0))
        across.addWidget(sold, 1)
        across.addWidget(stepper)
        sold.toggled.connect(lambda _on: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._sold.isChecked():
            return
        theme = current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.see_through(theme.accent_soft, 100))
            painter.fillRect(QRect(0, 0, 4, self.height()), painting.see_through(theme.accent, 100))


class _Card(QWidget):
    """A white card of rows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        painting.box(painter, self.rect(), radius=14, fill=theme.surface, border=theme.line, width=theme.border)
        painter.end()


class ReturnPane(Ground):
    """`asked_other` comes when a reason shall be typed; `without` when there is no receipt.

    `again` and `void` carry the receipt that is open.
    """

    asked_other = Signal()
    without = Signal()
    again = Signal(object)
    void = Signal(object)

    def __init__(self, model: ReturnModel, decimals: int, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._model = model
        self._decimals = decimals
        self._shown = ""
        self._rows: list[tuple[_SoldLine, Stepper]] = []
        self.back = Button(_("Back"), icon="arrow-left", key="Esc", name="back from the return")
        self.title = Words("", "button big")
        self.chip = Chip("", "plain", icon="calendar-blank")
        self.without_receipt = Button(_("Without a receipt"), "quiet", size="slim", name="without a receipt")
        self.without_receipt.clicked.connect(self.without)
        self.list = column(gap=0)
        self.reasons = TabPills(bordered=True, name="reasons")
        self.reasons.chosen.connect(self._chose_reason)
        self._why = Words(_("Why is it coming back?"), "body strong", tone="ink2")
        self._build()

    def _build(self) -> None:
        head = row(gap=12)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self.without_receipt)
        self.card = _Card()
        self.card.setLayout(self.list)
        self.list.setContentsMargins(1, 8, 1, 8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = Ground("ground")
        fill = column(inside)
        fill.addWidget(self.card)
        fill.addStretch(1)
        area.setWidget(inside)
        self._down = down = column(self, margin=(16, 16, 16, 16), gap=12)
        down.addLayout(head)
        down.addWidget(area, 1)
        # The reason stays in sight however long the receipt is.
        down.addWidget(self._why)
        down.addWidget(self.reasons)

    def leave_free(self, height: int) -> None:
        """The receipts end above the keyboard on the screen."""
        self._down.setContentsMargins(16, 16, 16, 16 + max(0, height - STRIP))

    def redraw(self, now: Returning) -> None:
        """Show receipts to choose from, or the one that was opened."""
        opened = now.receipt is not None
        self.reasons.setVisible(opened)
        self._why.setVisible(opened)
        self.chip.setVisible(opened)
        self.without_receipt.setVisible(not opened)
        if now.receipt is None:
            self._render_found(now)
            return
        self.title.set_text(_("Receipt {number}").format(number=now.receipt.printed_number))
        self.chip.set_chip(self._model.day_words(now.receipt), "plain", "calendar-blank")
        self._render_lines(now)
        named = [*reasons()]
        if now.reason and now.reason not in named:
            named.append(now.reason)
        self.reasons.set_names((*named, _("Other …")), named.index(now.reason) if now.reason in named else -1)

    def _render_found(self, now: Returning) -> None:
        key = f"found {now.asked} {len(now.found)}"
        self.title.set_text(_("Which receipt?"))
        if self._shown == key:
            return
        self._clear(key)
        if not now.found:
            words = (
                _("No receipt fits “{asked}”.") if now.asked else _("No receipts yet. They show here, newest first.")
            )
            label = Words(words.format(asked=now.asked), "body", tone="ink2")
            label.setContentsMargins(16, 16, 16, 16)
            self.list.addWidget(label)
        for receipt in now.found[:20]:
            button = self._receipt_row(receipt)
            button.clicked.connect(lambda _=False, receipt=receipt: self._model.open(receipt))
            self.list.addWidget(button)

    def _receipt_row(self, receipt: Document) -> ReceiptRow:
        """Whose it was; where nobody is named, what was bought."""
        goods = ", ".join(line.name for line in receipt.lines[:3])
        return ReceiptRow(
            receipt.printed_number,
            self._model.day_words(receipt),
            str(receipt.facts.get("customer_name") or goods),
            amount=shown(Money(receipt.total), self._decimals),
            lines=lines_in_words(len(receipt.lines)),
        )

    def _render_lines(self, now: Returning) -> None:
        assert now.receipt is not None
        if self._shown != now.receipt.id:
            self._clear(now.receipt.id)
            self.list.addWidget(self._about(now))
            for line in now.lines:
                self._add_line(line)
            self.list.addWidget(self._foot())
        for sold, stepper in self._rows:
            left, coming = now.left.get(sold.line.n, 0), now.coming.get(sold.line.n, 0)
            sold.set_left(left)
            sold.setChecked(sold.line.n == now.chosen)
            stepper.set_value(quantity_shown(coming), at_least=coming <= 0, at_most=coming >= left)

    def _about(self, now: Returning) -> QWidget:
        """The head of the receipt's card: whose it was, how it was paid, and what the columns are."""
        assert now.receipt is not None
        name = str(now.receipt.facts.get("customer_name") or "")
        paid = ", ".join(dict.fromkeys(payment.name for payment in now.receipt.payments))
        amount = shown(Money(now.receipt.total), self._decimals)
        paid_words = _("paid {amount} by {tenders}").format(amount=amount, tenders=paid) if paid else amount
        head = QWidget()
        across = row(head, margin=(16, 0, 16, 0), gap=16)
        head.setFixedHeight(40)
        about = " · ".join(part for part in (name, paid_words) if part)
        across.addWidget(Words(about, "small strong", tone="ink2"), 1)
        across.addWidget(Words(_("Paid each"), "small strong", tone="ink2"))
        coming = Words(_("Coming back"), "small strong", tone="ink2", align=painting.RIGHT)
        coming.setFixedWidth(168)
        across.addWidget(coming)
        return head

    def _foot(self) -> QWidget:
        """What else may be done with the receipt."""
        foot = QWidget()
        across = row(foot, margin=(16, 4, 16, 0), gap=8)
        across.addWidget(Words(_("Up to what has not come back yet."), "desk", tone="ink2"), 1)
        again = Button(_("Print again"), size="slim", name="print this again")
        void = Button(_("Void it"), "danger", size="slim", name="void this receipt")
        again.clicked.connect(lambda: self.again.emit(self._model.now.receipt))
        void.clicked.connect(lambda: self.void.emit(self._model.now.receipt))
        across.addWidget(again)
        across.addWidget(void)
        return foot

    def _add_line(self, line: DocLine) -> None:
        sold = _SoldLine(line, self._decimals)
        stepper = Stepper(height=50, name=f"coming back {line.n}")
        stepper.setFixedWidth(168)
        sold.clicked.connect(lambda: self._model.choose(line.n))
        stepper.stepped.connect(lambda by: self._model.step(line.n, by))
        self.list.addWidget(_SoldRow(sold, stepper))
        self._rows.append((sold, stepper))

    def _clear(self, key: str) -> None:
        self._shown = key
        self._rows = []
        while self.list.count():
            item = self.list.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()

    def _chose_reason(self, place: int) -> None:
        named = [*reasons()]
        now = self._model.now
        if now.reason and now.reason not in named:
            named.append(now.reason)
        if place >= len(named):
            self.asked_other.emit()
            self.redraw(now)
            return
        self._model.set_reason(named[place])

    def _given_back(self, coming: tuple[LineTotal, ...]) -> list[LineRow]:
        """Tax that goes back, by agency."""
        by_agency: dict[str, int] = {}
        for figure in coming:
            for tax, cents in figure.taxes:
                by_agency[tax.agency_name] = by_agency.get(tax.agency_name, 0) + cents
        return [
            LineRow(_("Tax given back, {agency}").format(agency=name), shown(Money(cents), self._decimals), tone="note")
            for name, cents in by_agency.items()
        ]

    def show_ticket(self, ticket: Ticket, body: LinesView, now: Now) -> None:
        """The sale so far, what comes back, and what is to pay then."""
        with_returns = totals(self._model.preview(now.cart))
        rows: list[LineRow] = list(line_rows(now.figures, self._decimals))
        coming = with_returns.lines[len(now.cart.lines) :]
        back = with_returns.total - now.figures.total
        if coming:
            rows.append(LineRow(_("Coming back with this return"), tone="heading"))
            for figure in coming:
                amount = shown(Money(figure.amount), self._decimals)
                back_to = figure.line.back
                about = " · ".join(part for part in (back_to.number, back_to.reason) if part) if back_to else ""
                quantity = quantity_shown(-figure.line.milli)
                rows.append(LineRow(figure.line.name, amount, quantity, about, tone="coming back"))
            rows += self._given_back(coming)
            rows.append(LineRow(_("This return"), shown(Money(back), self._decimals), tone="total"))
        body.set_rows(tuple(rows))
        pairs = (
            (_("Sale so far"), shown(Money(now.figures.total), self._decimals)),
            (_("Return"), shown(Money(back), self._decimals)),
        )
        ticket.sums.set_sums(pairs, _("exchange") if now.cart.lines and coming else "")
        due = with_returns.due
        ticket.total.set_total(_("To pay") if due >= 0 else _("To give back"), shown(Money(abs(due)), self._decimals))
        ticket.beside.set_text(_("Everything"))
        ticket.beside.set_key("")
        ticket.beside.setVisible(self._model.now.receipt is not None)
        ticket.beside.setEnabled(True)
        show_blue(ticket, Blue(_("Add to sale"), "Return", ready=bool(coming)))
