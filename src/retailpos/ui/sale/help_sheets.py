"""Sheets that only show: the keys of this screen, the total for the customer, what the sums are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QScrollArea

from retailpos.core.money import Money, shown
from retailpos.core.paper import Paper
from retailpos.ui.parts import painting
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.lines import LineRow, LinesView
from retailpos.ui.parts.paper_roll import PaperRoll
from retailpos.ui.parts.sheet import WIDE
from retailpos.ui.parts.verbs import key_words
from retailpos.ui.parts.words import Figure
from retailpos.ui.sale.showing import sum_rows
from retailpos.ui.sale.text_sheet import SaidSheet
from retailpos.wording import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from retailpos.ui.sale.screen import RegisterPage

_SHOWN = 9
_PAPER_HEIGHT = 520


def key_of(action: QAction) -> str:
    """The first key of a verb as it is written."""
    keys = action.shortcuts()
    return key_words(keys[0].toString(QKeySequence.SequenceFormat.PortableText)) if keys else ""


def keys(window: QWidget, page: RegisterPage) -> None:
    """The keys of this screen."""
    sheet = SaidSheet(
        window, _("Keys of the register"), _("Letters and digits search. 3 * before an item means three.")
    )
    rows = [
        LineRow(action.text(), key_of(action), tone="note")
        for action in page.verbs.all()
        if action.text() and key_of(action) and action.objectName() != "take off"
    ]
    _add_rows(sheet, tuple(rows))
    _close_with(sheet)


def paper(window: QWidget, shown_paper: Paper) -> None:
    """A receipt or a slip, as paper."""
    sheet = SaidSheet(window, _("The last paper"))
    roll = PaperRoll(columns=42)
    roll.set_paper(shown_paper)
    area = QScrollArea()
    area.setWidget(roll)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedHeight(min(roll.sizeHint().height(), _PAPER_HEIGHT))
    sheet.content.addWidget(area)
    _close_with(sheet)


def total(window: QWidget, page: RegisterPage) -> None:
    """The total alone, very large, for a customer without a display."""
    sheet = SaidSheet(window, _("To pay"), width=WIDE)
    figure = Figure("hero", align=painting.CENTRE)
    figure.set_text(page.ticket.total.figure())
    sheet.content.addWidget(figure)
    _close_with(sheet)


def sums(window: QWidget, page: RegisterPage) -> None:
    """Tax by agency and each discount."""
    now = page.model.now
    decimals = page.model.counter.shop.facts.decimals
    sheet = SaidSheet(window, _("What the total is made of"))
    rows = list(sum_rows(now.figures, decimals))
    cuts = [
        LineRow(
            figure.line.name, shown(Money(figure.amount - figure.full), decimals), second=_("Discount"), tone="note"
        )
        for figure in now.figures.lines
        if figure.full != figure.amount
    ]
    after = next((n for n, one in enumerate(rows, 1) if one.name == _("Discount")), len(rows) - 1)
    _add_rows(sheet, (*rows[:after], *cuts, *rows[after:]))
    _close_with(sheet)


def _add_rows(sheet: SaidSheet, rows: tuple[LineRow, ...]) -> None:
    lines = LinesView(name="facts", calm=True)
    lines.set_rows(rows)
    lines.setFixedHeight(48 * min(len(rows), _SHOWN))
    sheet.content.addWidget(lines)


def _close_with(sheet: SaidSheet) -> None:
    back = Button(_("Back to the sale"), "primary", key="Escape", name="step")
    back.clicked.connect(sheet.close_sheet)
    sheet.content.addWidget(back)
    sheet.open(back)
