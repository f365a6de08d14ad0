"""Sheets with a pad: an amount of money, or a number such as a quantity or a percentage, and perhaps why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from retailpos.core.errors import PosError
from retailpos.ui.fonts import font
from retailpos.ui.notices import words_of
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.keypad import Keypad
from retailpos.ui.parts.money_edit import MoneyEdit
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.sheet import NARROW
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.step_sheet import StepSheet
from retailpos.wording import _


@dataclass(frozen=True, slots=True)
class Question:
    """What a pad sheet asks: a title, a sentence, the words of the step, what to begin with, reasons to choose from."""

    title: str
    second: str = ""
    step: str = ""
    begin: str = ""
    reasons: tuple[str, ...] = ()
    must_reason: bool = False


class _PadSheet(StepSheet):
    """What both kinds share: the head, the reasons, the foot, the sentence of what would be right."""

    def __init__(self, window: QWidget, question: Question, name: str) -> None:
        super().__init__(window, width=NARROW, name=name)
        self._question = question
        self.step = Button(question.step or _("Use it"), "primary", key="Return", name="step")
        self.reasons = TabPills(bordered=True, name="reasons")
        self.wrong = Words("", "small strong", tone="bad", wrap=True, name="wrong")
        self.reason = ""
        self.closed.connect(self.deleteLater)

    def _foot(self) -> None:
        question = self._question
        if question.reasons:
            why = column(gap=8)
            why.addWidget(Words(_("Why?"), "small strong", tone="ink2"))
            self.reasons.set_names(question.reasons, -1)
            self.reasons.chosen.connect(self._chose)
            why.addWidget(self.reasons)
            self.content.addLayout(why)
        self.content.addWidget(self.wrong)
        self.wrong.hide()
        self.add_buttons(self.step)
        self.set_head(question.title, question.second)
        self.step.clicked.connect(self.take)

    def _chose(self, place: int) -> None:
        self.reason = self._question.reasons[place]
        self._say("")

    def _say(self, sentence: str) -> None:
        """What would be right; an empty sentence takes it away."""
        self.wrong.set_text(sentence)
        self.wrong.setVisible(bool(sentence))

    def take(self) -> None:
        """Use what was typed."""
        if self._question.must_reason and not self.reason:
            self._say(_("Choose why, then go on."))
            return
        try:
            self._take()
        except PosError as error:
            self._say(words_of(error).sentence())

    def _take(self) -> None:
        raise NotImplementedError


class MoneySheet(_PadSheet):
    """Asks for an amount; the answer is cents and a reason, '' where none was asked for."""

    def __init__(
        self, window: QWidget, question: Question, answered: Callable[[int, str], object], *, decimals: int = 2,
        cents: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(window, question, "amount sheet")
        self._answered = answered
        self.amount = MoneyEdit(decimals=decimals)
        self.amount.set_cents(cents)
        self.pad = Keypad("00")
        self.pad.setMinimumHeight(216)
        self.content.addWidget(self.amount)
        self.content.addWidget(self.pad)
        self.pad.typed.connect(self.amount.type)
        self.amount.entered.connect(self.take)
        self.amount.escaped.connect(self.close_sheet)
        self._foot()

    def ask(self) -> None:
        """Open with the keyboard on the amount."""
        self.typing = self.amount
        self.open(self.amount)

    def _take(self) -> None:
        cents, reason = self.amount.cents(), self.reason
        self.close_sheet()
        self._answered(cents, reason)


class NumberSheet(_PadSheet):
    """Asks for a number as text: a quantity, a percentage. What can't be read is said under the field."""

    def __init__(self, window: QWidget, question: Question, answered: Callable[[str, str], object]) -> None:
        super().__init__(window, question, "number sheet")
        self._answered = answered
        self.field = Field("", figures=True, name="number")
        self.field.input.setFont(font("amount"))
        self.field.input.setFixedHeight(64)
        self.field.set_text(question.begin)
        self.pad = Keypad(".")
        self.pad.setMinimumHeight(216)
        self.extra = column()
        self.content.addLayout(self.extra)
        self.content.addWidget(self.field)
        self.content.addWidget(self.pad)
        self.pad.typed.connect(self._typed)
        self.field.entered.connect(self.take)
        self._foot()

    def ask(self) -> None:
        """Open with the number chosen, so that typing replaces it."""
        self.typing = self.field.input
        self.open(self.field.input)
        self.field.input.selectAll()

    def _typed(self, key: str) -> None:
        box = self.field.input
        if key == "back":
            box.backspace()
        elif key == "." and "." in box.text() and not box.hasSelectedText():
            return
        else:
            box.insert(key)
        self.field.set_error("")

    def _take(self) -> None:
        text, reason = self.field.text().replace(",", "."), self.reason
        self._answered(text, reason)
        self.close_sheet()


class DiscountSheet(NumberSheet):
    """A number that is per cent or an amount, and why it is given."""

    def __init__(self, window: QWidget, question: Question, answered: Callable[[str, str, bool], object]) -> None:
        super().__init__(window, question, lambda text, reason: answered(text, reason, self._percent))
        self.kind = Button(_("Per cent"), "secondary", name="per cent or amount")
        self.amount_kind = Button(_("Amount"), "secondary", name="amount instead")
        self.kind.setCheckable(True)
        self.amount_kind.setCheckable(True)
        self._percent = True
        across = row(gap=8)
        for button in (self.kind, self.amount_kind):
            across.addWidget(button, 1)
        self.extra.addLayout(across)
        self.kind.clicked.connect(lambda: self.set_percent(True))
        self.amount_kind.clicked.connect(lambda: self.set_percent(False))
        self.set_percent(True)

    def set_percent(self, percent: bool) -> None:
        """Per cent, or an amount."""
        self._percent = percent
        self.kind.setChecked(percent)
        self.amount_kind.setChecked(not percent)
        if self.isVisible():
            self.field.input.setFocus()
            self.field.input.selectAll()
