"""Letters that a printer has no key for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.devices.characters import fitted, is_foreign
from retailpos.devices.profile import PROFILES


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Crème brûlée € 5", "Crème brûlée € 5"),
        ("Łódź \u201cx\u201d \u2013 5\u2026", 'Lódz "x" - 5...'),
        ("₹ 5 ✓ ﬁne", "Rs 5 v fine"),
        ("Škoda Čech", "Skoda Cech"),
        ("Щука и Ёж", "Shchuka i Yozh"),
        ("Ελιά", "Elia"),
        ("緑茶", "??"),
        ("a\u0301\u0302\u0303", "á"),
        ("½ and x²", "½ and x²"),
        ("\u1e9e", "Ss"),
    ],
)
def test_the_nearest_letters(text: str, shown: str) -> None:
    assert fitted(text, "cp858") == shown


def test_other_sets_have_other_letters() -> None:
    assert fitted("€ Борщ", "cp866") == "EUR Борщ"
    assert fitted("€ Łódź", "cp852") == "EUR Łódź"
    assert fitted("€ \u00d7 £", "cp437") == "EUR x £"


@given(st.text(max_size=200), st.sampled_from(sorted({profile.page for profile in PROFILES} | {"cp437", "cp866"})))
def test_everything_fits(text: str, page: str) -> None:
    shown = fitted(text, page)
    shown.encode(page)
    assert not [mark for mark in shown if ord(mark) < 0x20]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [("Łódź", False), ("Борщ", True), ("Tea 緑", False), ("緑茶セット 8oz", True), ("", False), ("5 €", False)],
)
def test_which_writing_a_set_lacks(text: str, *, foreign: bool) -> None:
    assert is_foreign(text, "cp858") is foreign
