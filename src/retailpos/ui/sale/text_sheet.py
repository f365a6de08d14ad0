"""Sheets that ask for words: a name to hold under, a reason; and the one that asks before what can't be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.sheet import NARROW, Sheet
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.step_sheet import StepSheet
from retailpos.wording import _


class TextSheet(StepSheet):
    """Asks for one line of words, which may be picked from a few. `answered` is called with them."""

    def __init__(
        self, window: QWidget, title: str, answered: Callable[[str], object], *, second: str = "", label: str = "",
        step: str = "", offered: tuple[str, ...] = (), must: bool = False, danger: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(window, width=NARROW if len(offered) < 4 else 680, name="text sheet")
        self._answered, self._must, self._offered = answered, must, offered
        self.pills = TabPills(bordered=True, name="reasons")
        self.field = Field(label or _("In words"), name="words")
        self.step = Button(step or _("Use it"), "danger" if danger else "primary", key="Return", name="step")
        if offered:
            self.pills.set_names(offered, -1)
            self.pills.chosen.connect(self._picked)
            self.content.addWidget(self.pills)
        self.content.addWidget(self.field)
        self.add_buttons(self.step)
        self.set_head(title, second)
        self.field.entered.connect(self.take)
        self.step.clicked.connect(self.take)
        self.closed.connect(self.deleteLater)

    def ask(self) -> None:
        """Open with the keyboard on the field."""
        self.typing = self.field.input
        self.open(self.field.input)

    def take(self) -> None:
        """Use what was typed or picked."""
        text = self.field.text()
        if self._must and not text:
            self.field.set_error(_("Choose one above, or type a few words."))
            return
        self.close_sheet()
        self._answered(text)

    def _picked(self, place: int) -> None:
        self.field.set_text(self._offered[place])
        self.field.set_error("")


class SaidSheet(Sheet):
    """Says something large or long: the total for the customer, the keys of this screen, our own fault."""

    def __init__(self, window: QWidget, title: str, second: str = "", *, width: int = 600) -> None:
        super().__init__(window, width=width, name="said sheet")
        self.set_head(title, second)
        self.closed.connect(self.deleteLater)

    def add_words(self, text: str, role: str = "body") -> None:
        """A sentence more."""
        self.content.addWidget(Words(text, role, wrap=True))
