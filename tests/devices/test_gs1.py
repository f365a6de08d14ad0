"""Codes that say more than a number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.devices.gs1 import Gs1, read_gs1

PEN = "04006381333931"


@pytest.mark.parametrize(
    ("code", "content"),
    [
        (f"]C101{PEN}", Gs1(PEN)),
        (f"]d201{PEN}1726043010AB\x1d3103001250", Gs1(PEN, date(2026, 4, 30), batch="AB", milli=1250)),
        (f"01{PEN}21S1\x1d15260228", Gs1(PEN, best_before=date(2026, 2, 28), serial="S1")),
        (f"(01){PEN}(10)ABC(17)260400(3922)199", Gs1(PEN, date(2026, 4, 30), batch="ABC", cents=199)),
        (f"https://id.example.com/01/{PEN}/10/LOT?17=260430", Gs1(PEN, date(2026, 4, 30), batch="LOT")),
    ],
)
def test_what_it_says(code: str, content: Gs1) -> None:
    assert read_gs1(code) == content


@pytest.mark.parametrize(
    "code",
    [
        "4006381333931",
        "4006381333930",
        "https://example.com/menu",
        "WIFI:S:shop;T:WPA;P:secret;;",
        "]C1xyz",
        "]d2\x1d\x1d",
        "(01)123",
        f"]C101{PEN[:-1]}2",
        "q" * 4296,
        "",
    ],
)
def test_what_says_nothing(code: str) -> None:
    assert read_gs1(code) is None


@given(st.text(max_size=60), st.sampled_from(["", "]d2", "]C1", "(01)", "https://"]))
def test_any_text_is_survived(text: str, start: str) -> None:
    found = read_gs1(start + text)
    assert found is None or len(found.gtin) == 14
