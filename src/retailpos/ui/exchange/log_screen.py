"""The log: one row for every attempt to send, in plain words, the newest first; what QuickBooks said below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent

from retailpos.actions.shop import OpenShop
from retailpos.actions.standing import attempts_of
from retailpos.core.outbox import OutboxRow
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import day_and_time
from retailpos.ui.day.desk import DeskPage, take_keyboard
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.words import face, told
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.empty import EmptyState
from retailpos.ui.parts.verbs import Verb, Verbs
from retailpos.ui.parts.words import Words
from retailpos.wording import _

_MOST = 300


@dataclass(frozen=True, slots=True)
class LogView:
    """The whole page as it is shown."""

    rows: tuple[Row, ...]
    chosen: int
    said: str


class LogModel(QObject):
    """The newest attempts."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._attempts: tuple[dict[str, Any], ...] = ()
        self.view = LogView((), -1, "")

    def read(self) -> None:
        """Read the log again."""
        self._attempts = attempts_of(self._desk.shop, most=_MOST)
        self.choose(0 if self._attempts else -1)

    def choose(self, at: int) -> None:
        """Look at what QuickBooks said to an attempt."""
        rows = tuple(log_row(self._desk.shop, attempt) for attempt in self._attempts)
        said = str(self._attempts[at]["said"]) if 0 <= at < len(self._attempts) else ""
        self.view = LogView(rows, at, said)
        self.changed.emit()


def log_row(shop: OpenShop, attempt: dict[str, Any]) -> Row:
    """An attempt in plain words."""
    state = str(attempt["state"])
    row = OutboxRow(
        str(attempt["doc_number"]), 0, "", "", 0, (), "", state, str(attempt["reason"]), said=str(attempt["said"])
    )
    shown = face(state)
    tone = shown.tone
    return Row(
        (
            Cell(day_and_time(shop, int(attempt["at"]))),
            Cell(str(attempt["doc_number"]), strong=True),
            Cell(shown.word, tone, strong=True, icon=shown.icon),
            Cell(told(shop, state, row).headline, "ink2"),
            Cell(str(attempt["quickbooks_id"]), "ink2"),
        ),
        key=str(attempt["n"]),
    )


class LogScreen(DeskPage):
    """Renders a LogView."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("log", back=True)
        self.model = LogModel(desk)
        self.verbs = Verbs(self)
        back_verb = Verb("back", _("Back to the calendar"), "Alt+Left")
        self.verbs.add(back_verb, lambda: desk.context.open_page("quickbooks"))
        self.verbs.add(Verb("read again", _("Read again"), "F5", icon="arrows-clockwise"), self.model.read)
        self.head.back.clicked.connect(self.verbs["back"].trigger)
        self.set_title(_("Log"), _("One row for every attempt, the newest first."))
        self.head.right.addWidget(Button().bind(self.verbs["read again"]))
        columns = (
            Column(_("When"), 190),
            Column(_("Document"), 190),
            Column(_("State"), 150),
            Column(_("What happened")),
            Column(_("Number there"), 130),
        )
        self.table = Table(columns, name="log")
        self.table.chosen.connect(self.model.choose)
        self._card = Card(padding=(1, 4, 1, 1), gap=0)
        self._card.content.addWidget(self.table, 1)
        self._said = Words("", "small", tone="ink2", wrap=True)
        self._said.setContentsMargins(20, 8, 20, 12)
        self._card.content.addWidget(self._said)
        text = _("Every attempt to send a day shows here, with what QuickBooks answered.")
        self._empty = EmptyState("list-bullets", _("Nothing was sent yet"), text)
        self.across.addWidget(self._card, 1)
        self.across.addWidget(self._empty, 1)
        self.model.changed.connect(self.render_view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self.table.view)

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        self.table.set_rows(view.rows, view.chosen if view.chosen >= 0 else None)
        self._card.setVisible(bool(view.rows))
        self._empty.setVisible(not view.rows)
        self._said.set_text(_("What QuickBooks said: {said}").format(said=view.said) if view.said else "")
        self._said.setVisible(bool(view.said))
