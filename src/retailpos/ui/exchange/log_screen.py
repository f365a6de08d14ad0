"""The log: one row for every attempt to send, in plain words, the newest first; what QuickBooks said below."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from retailpos.actions.papers_log import CSV, TEXT, log_file
from retailpos.actions.shop import OpenShop
from retailpos.actions.standing import attempts_of
from retailpos.core.outbox import OutboxRow
from retailpos.ui.day.banner import Banner
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import day_and_time
from retailpos.ui.day.desk import DeskPage, scrolled, take_keyboard
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.exchange.save_file import folder, saved
from retailpos.ui.exchange.words import face, told
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.cards import Card
from retailpos.ui.parts.empty import EmptyState
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.sheet import Sheet
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
    raw: str = ""


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
        chosen = self._attempts[at] if 0 <= at < len(self._attempts) else {"said": "", "raw": ""}
        self.view = LogView(rows, at, str(chosen["said"]), str(chosen["raw"]))
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


class AnswerSheet(Sheet):
    """One answer as it came, line by line, in letters of one width."""

    def __init__(self, over: QWidget, number: str, raw: str) -> None:
        super().__init__(over.window(), width=960, name="answer sheet")
        self.set_head(number, _("What QuickBooks answered, as it came. Tokens and keys are masked."))
        self.text = Words(_broken(raw), "log", wrap=True)
        area = scrolled(self.text)
        area.setFixedHeight(360)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.content.addWidget(area)
        copy = Button(_("Copy"), "primary", name="copy answer", icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(raw))
        self.add_buttons(copy, cancel=_("Close"))


def _broken(raw: str) -> str:
    """Longer lines broken after commas and braces, so that JSON can be read; anything else as it is."""
    head, _line, body = raw.partition("\n{")
    if not body:
        return raw
    try:
        return f"{head}\n{json.dumps(json.loads('{' + body), indent=0, ensure_ascii=False)}"
    except ValueError:
        return raw


class LogScreen(DeskPage):
    """Renders a LogView."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("log", back=True)
        self._desk = desk
        self.model = LogModel(desk)
        self.verbs = Verbs(self)
        back_verb = Verb("back", _("Back to the calendar"), "Alt+Left")
        self.verbs.add(back_verb, lambda: desk.context.open_page("quickbooks"))
        self.verbs.add(Verb("read again", _("Read again"), "F5", icon="arrows-clockwise"), self.model.read)
        self.head.back.clicked.connect(self.verbs["back"].trigger)
        self.set_title(_("Log"), _("One row for every attempt, the newest first."))
        self.verbs.add(Verb("whole answer", _("The whole answer"), "Alt+A"), self.show_answer)
        self.verbs.add(Verb("save table", _("Save as a table"), icon="table"), lambda: self.save(CSV))
        self.verbs.add(Verb("save text", _("Save as text"), icon="file-text"), lambda: self.save(TEXT))
        self.folder = folder(desk)
        for verb in ("save table", "save text", "read again"):
            self.head.right.addWidget(Button().bind(self.verbs[verb]))
        self.banner = Banner("ok", "check-circle")
        self.banner_place.addWidget(self.banner)
        self._make_body()
        self.model.changed.connect(self.render_view)

    def _make_body(self) -> None:
        columns = (
            Column(_("When"), 190),
            Column(_("Document"), 190),
            Column(_("State"), 150),
            Column(_("What happened")),
            Column(_("Number there"), 130),
        )
        self.table = Table(columns, name="log")
        self.table.chosen.connect(self.model.choose)
        self.table.opened.connect(self._open)
        self._card = Card(padding=(1, 4, 1, 1), gap=0)
        self._card.content.addWidget(self.table, 1)
        self._said = Words("", "small", tone="ink2", wrap=True)
        self._whole = Button(rank="quiet", size="desk").bind(self.verbs["whole answer"])
        below = row(margin=(20, 8, 12, 12), gap=16)
        below.addWidget(self._said, 1)
        below.addWidget(self._whole)
        self._card.content.addLayout(below)
        text = _("Every attempt to send a day shows here, with what QuickBooks answered.")
        self._empty = EmptyState("list-bullets", _("Nothing was sent yet"), text)
        self.across.addWidget(self._card, 1)
        self.across.addWidget(self._empty, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.read()
        take_keyboard(self.table.view)

    def _open(self, at: int) -> None:
        self.model.choose(at)
        self.show_answer()

    def show_answer(self) -> AnswerSheet | None:
        """What QuickBooks answered, as it came; tokens and keys are masked."""
        view = self.model.view
        if not view.raw:
            return None
        sheet = AnswerSheet(self, view.rows[view.chosen].cells[1].text, view.raw)
        sheet.open()
        return sheet

    def save(self, kind: str) -> None:
        """Write the whole log into a file."""
        shop = self._desk.shop
        name = f"{shop.facts.code}-{shop.facts.store}-exchange-log.{kind}"
        done = saved(self._desk, self.folder / name, lambda: log_file(shop, kind))
        if done is not None:
            words = _("It is in {folder}, as {name}. Tokens and keys are masked.")
            self.banner.show_words(_("The log is saved."), words.format(folder=done.parent, name=done.name))

    def render_view(self) -> None:
        """Show the whole value."""
        view = self.model.view
        self.table.set_rows(view.rows, view.chosen if view.chosen >= 0 else None)
        self._card.setVisible(bool(view.rows))
        self._empty.setVisible(not view.rows)
        self._said.set_text(
            _("What QuickBooks said: {said}").format(said=view.said) if view.said else _("Nothing else was said.")
        )
        self.verbs["whole answer"].setEnabled(bool(view.raw))
