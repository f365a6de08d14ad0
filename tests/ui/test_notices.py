"""Every refusal and trouble has words in the shop's tone, and facts never break a sentence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from retailpos.core.errors import NeedsRight, Refusal, Trouble
from retailpos.core.money import Money
from retailpos.ui.notice_table import BUTTONS, RIGHTS
from retailpos.ui.notices import words_for, words_of
from retailpos.words import FROM_OUTSIDE, told

SOURCE = Path(__file__).parents[2] / "src" / "retailpos"
NEVER = re.compile(r"\b(invalid|illegal|failed to|error|please try again later|oops|OK|user)\b|!", re.IGNORECASE)
NO_WORDS = told(Refusal("a code without words"))[1]


# What devices report when all is well: no notice tells it.
GOOD_NEWS = {"printed", "kicked", "printer_ready", "scanner_ready"}
RAISED = ("Refusal", "Trouble", "Unknown", "PosError", "Event")
REPORTED = ("_tell", "_report")


def raised_codes() -> set[str]:
    """Every code that is raised or reported in plain sight anywhere in the program."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        if "company" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                found |= codes_of(node)
    return found


def codes_of(call: ast.Call) -> set[str]:
    """The codes that a call names: of an error, of an event (its second argument), of a report on oneself."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in RAISED:
        code = call.args[name == "Event" :][:1]
    elif name in REPORTED:
        code = call.args[:1]
    else:
        return set()
    either = [part for node in code for part in ((node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,))]
    return {part.value for part in either if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def test_every_code_that_is_raised_has_words() -> None:
    found = raised_codes() - GOOD_NEWS
    assert {"unconfirmed", "left_unprinted", "not_printable", "device_not_known", "login_page"} <= found
    assert {code for code in found if told(Refusal(code))[0].startswith("Something could not be done")} == set()


@pytest.mark.parametrize("code", sorted(FROM_OUTSIDE))
def test_the_words_have_the_shops_tone(code: str) -> None:
    for sentence in FROM_OUTSIDE[code]:
        assert not NEVER.search(sentence), sentence
        assert sentence.endswith((".", "}"))
    assert len(FROM_OUTSIDE[code][0]) <= 60


@pytest.mark.parametrize("button", sorted({*BUTTONS.values()}))
def test_a_button_is_a_verb(button: str) -> None:
    assert button not in ("OK", "Yes", "No", "Submit")
    assert not NEVER.search(button)


def test_money_is_told_as_a_person_would() -> None:
    assert words_of(Refusal("still_due", due=Money(123_450))).bold == "1,234.50 is left to pay."
    assert "'" not in words_for("pin_does_not_fit", {}).bold


def test_a_code_without_words_is_named_calmly() -> None:
    words = words_of(Trouble("moon_too_close", where="up"))
    assert "moon_too_close" in words.bold
    assert words.rest == NO_WORDS


def test_a_missing_right_says_who_can_help() -> None:
    assert words_of(NeedsRight("void")).bold == RIGHTS["void"]
    assert words_of(NeedsRight("unheard_of")).bold == "This needs a manager."


def test_a_fact_with_braces_is_shown_as_it_is() -> None:
    hostile = "{0.__class__} %s {name}"
    assert words_for("code_unknown", {"code": hostile}).bold.startswith(hostile)
