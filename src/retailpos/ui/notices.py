"""From a code and its facts to the sentences a person reads in a notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retailpos.core.errors import PosError, Refusal
from retailpos.ui.notice_table import BUTTONS, RIGHTS
from retailpos.wording import _
from retailpos.words import told

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """One bold sentence, one of what to do, and the words of a button, empty where there is none."""

    bold: str
    rest: str
    button: str = ""

    def sentence(self) -> str:
        """Both sentences, for a form or a screen reader."""
        return f"{self.bold} {self.rest}".strip()


def words_for(code: str, facts: Mapping[str, object]) -> NoticeWords:
    """The words for a code. One that nobody wrote words for gets calm ones that name it."""
    button = _(BUTTONS[code]) if code in BUTTONS else ""
    if code == "needs_right":
        bold = _(RIGHTS.get(str(facts.get("right", "")), "This needs a manager."))
        return NoticeWords(bold, _("Somebody who may can allow it here."), _("Allow it"))
    bold, rest = told(Refusal(code, **facts))
    return NoticeWords(_typeset(bold), _typeset(rest), button)


def words_of(error: PosError) -> NoticeWords:
    """The words for what was raised."""
    return words_for(error.code, error.facts)


def _typeset(sentence: str) -> str:
    """With the apostrophe that belongs into print."""
    return sentence.replace("'", _APOSTROPHE)
