"""Sheets with a list: held sales, customers, all verbs. Typing narrows it, arrows choose, Enter takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.lines import LineRow, LinesView
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.finding import plain
from retailpos.ui.sale.step_sheet import StepSheet
from retailpos.wording import _

_WIDTH = 640
_SHOWN = 7
_AROUND = 256


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: what it is called, a second line, a word at the right."""

    key: str
    text: str
    second: str = ""
    note: str = ""

    def row(self) -> LineRow:
        """As a row of a list."""
        return LineRow(self.text, self.note, second=self.second, tone="note", key=self.key)


Look = Callable[[str], tuple[Choice, ...]]


def among(choices: tuple[Choice, ...]) -> Look:
    """Look among choices that are known already, by words that begin so."""

    def look(text: str) -> tuple[Choice, ...]:
        parts = plain(text).split()
        return tuple(
            choice
            for choice in choices
            if all(
                any(word.startswith(part) for word in plain(f"{choice.text} {choice.second}").split()) for part in parts
            )
        )

    return look


class ListSheet(StepSheet):
    """`taken` is called with the key of the row that was chosen."""

    def __init__(
        self, window: QWidget, title: str, look: Look, taken: Callable[[str], object], *, label: str = "",
        empty: str = "", beside: tuple[Button, ...] = (),
    ) -> None:  # fmt: skip
        super().__init__(window, width=_WIDTH, name="list sheet")
        self._look, self._taken = look, taken
        self._choices: tuple[Choice, ...] = ()
        self._at = 0
        self.field = Field(label or _("Type to find"), name="find")
        self.lines = LinesView(name="choices", calm=True)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setFixedHeight(48 * _SHOWN)
        self.nothing = Words(empty or _("Nothing fits."), "body", tone="ink2", name="nothing")
        self.step = Button(_("Choose"), "primary", key="Return", name="step")
        self.content.addWidget(self.field)
        self.content.addWidget(self.nothing)
        self.content.addWidget(self.lines)
        self.add_buttons(self.step, *beside)
        self.set_head(title)
        self.field.edited.connect(lambda _text: self._read())
        self.field.entered.connect(self.take)
        self.field.input.installEventFilter(self)
        self.lines.chosen.connect(self._pressed)
        self.step.clicked.connect(self.take)
        for button in beside:
            button.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)
        self._read()

    def ask(self) -> None:
        """Open with the keyboard on the field."""
        self.typing = self.field.input
        self.open(self.field.input)

    def take(self) -> None:
        """Take the row that is chosen."""
        if self._choices:
            key = self._choices[self._at].key
            self.close_sheet()
            self._taken(key)

    def leave_free(self, height: int) -> None:
        """Beside the keyboard on the screen fewer rows are shown at once."""
        self._free = height
        self.lines.setFixedHeight(48 * max(2, min(_SHOWN, (self.room() - _AROUND) // 48)) if height else 48 * _SHOWN)
        super().leave_free(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field.input and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                self._move(self._at + step)
                return True
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        self._choices = self._look(self.field.text())
        self._at = 0
        self._show()

    def _move(self, at: int) -> None:
        self._at = max(0, min(len(self._choices) - 1, at))
        self._show()

    def _show(self) -> None:
        self.lines.set_rows(tuple(choice.row() for choice in self._choices), self._at if self._choices else None)
        self.nothing.setVisible(not self._choices)
        self.step.setEnabled(bool(self._choices))

    def _pressed(self, place: int) -> None:
        self._at = place
        self.take()
