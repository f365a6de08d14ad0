"""The ticket while nothing is rung up: what will be here, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retailpos.core.money import Money, shown
from retailpos.ui.parts import painting
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.verbs import Verbs
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.model import Now
from retailpos.ui.sale.own_parts import ChoiceRow
from retailpos.ui.sale.showing import lines_in_words
from retailpos.ui.theme.look import theme as current
from retailpos.wording import _

_BARS = ((0, 3), (6, 2), (10, 4), (17, 2), (21, 3), (27, 5), (35, 2), (39, 3), (45, 2), (50, 3))


class _ScanDrawing(QWidget):
    """A barcode with the scanner's line across it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(140, 84)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        middle = self.width() // 2
        painting.box(painter, QRect(middle - 53, 1, 106, 82), radius=12, fill=theme.ground, border=theme.line, width=2)
        for left, wide in _BARS:
            painter.fillRect(QRect(middle - 27 + left, 22, wide, 40), QColor(theme.ink))
        painting.tick_line(painter, QPointF(middle - 67, 42), QPointF(middle + 67, 42), theme.accent, 3)
        painter.end()


class EmptyFace(QWidget):
    """`recalled` carries the id of the held sale that is offered."""

    recalled = Signal(str)

    def __init__(self, verbs: Verbs, decimals: int) -> None:
        super().__init__()
        self._decimals = decimals
        self._held = ""
        self.take_up = ChoiceRow("", icon="pause", name="take up")
        self.take_up.clicked.connect(lambda: self.recalled.emit(self._held))
        self.again = ChoiceRow(_("Print last receipt again"), icon="printer", key="Ctrl+P", name="print last")
        self.again.clicked.connect(verbs["print again"].trigger)
        down = column(self, margin=(72, 24, 72, 24), gap=8)
        down.addStretch(1)
        down.addWidget(_ScanDrawing())
        down.addSpacing(18)
        down.addWidget(Words(_("Ready to scan"), "title", align=painting.CENTRE))
        words = _("Scan an item, tap a picture, or type a name.\nThe sale starts by itself.")
        down.addWidget(Words(words, "body", tone="ink2", wrap=True, align=painting.CENTRE))
        down.addSpacing(18)
        down.addWidget(self.take_up)
        down.addWidget(self.again)
        down.addStretch(1)

    def redraw(self, now: Now) -> None:
        """Offer the newest held sale and the last receipt, where there are any."""
        self.take_up.setVisible(bool(now.held))
        self.again.setVisible(now.last is not None)
        if now.held:
            self._held, name, lines, total = now.held[0]
            words = _("Take up “{name}”").format(name=name)
            self.take_up.set_row(words, f"{lines_in_words(lines)} · {shown(Money(total), self._decimals)}")
