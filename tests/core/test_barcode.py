"""What a scanned code means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.barcode import (
    canonical,
    check_digit,
    is_gtin,
    isbn_10_to_13,
    looks_like_card,
    lookup_keys,
    upc_e_to_a,
    without_aim,
)
from retailpos.core.embedded import Embedded, Layout, read_embedded, verifier_of
from retailpos.core.errors import Refusal


@pytest.mark.parametrize("code", ["4006381333931", "036000291452", "96385074", "10012345678902", "9780306406157"])
def test_good_check_digits(code: str) -> None:
    assert is_gtin(code)
    assert not is_gtin(code[:-1] + str((int(code[-1]) + 1) % 10))


@pytest.mark.parametrize("code", ["", "1234567", "400638133393X", "\u0664006381333931", "-4006381333931"])
def test_what_is_no_gtin(code: str) -> None:
    assert not is_gtin(code)


def test_one_thing_one_key() -> None:
    """UPC-A, the EAN-13 of it and the 14 digits are one item; so is the UPC-E."""
    keys = {lookup_keys(code)[0] for code in ("042100005264", "0042100005264", "00042100005264", "]E0042100005264")}
    assert keys == {"00042100005264"}
    assert "00042100005264" in lookup_keys("04252614")
    assert lookup_keys("96385074")[0] == "00000096385074"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("04252614", "042100005264"),
        ("01234565", "012345000065"),
        ("01234566", ""),
        ("21234565", ""),
        ("0123456", ""),
        ("0123456a", ""),
    ],
)
def test_upc_e(short: str, long: str) -> None:
    assert upc_e_to_a(short) == long


def test_eight_digits_that_are_two_things_are_looked_up_as_both() -> None:
    assert lookup_keys("01234565") == ("00000001234565", "01234565", "00012345000065")
    assert lookup_keys("]E401234565") == ("00000001234565", "01234565")


def test_house_codes_stay_as_they_are() -> None:
    assert lookup_keys("007") == ("007",)
    assert lookup_keys("SKU-12 a") == ("SKU-12 a",)
    assert canonical("4006381333930") == "4006381333930"
    assert lookup_keys("") == ()
    assert without_aim("]C1ABC") == "ABC"


def test_books() -> None:
    assert isbn_10_to_13("0-306-40615-2") == "9780306406157"
    assert isbn_10_to_13("080442957X") == "9780804429573"
    assert isbn_10_to_13("0306406153") == ""
    assert "09780306406157" in lookup_keys("0306406152")


CARDS = (
    "4111111111111111 5555555555554444 378282246310005 6011111111111117 3530111333300000 30569309025904"
    " 2223003122003222 4222222222222 4111-1111-1111-1111 ]C15105105105105100"
).split()


@pytest.mark.parametrize("card", CARDS)
def test_cards_are_seen(card: str) -> None:
    assert looks_like_card(card)
    assert looks_like_card(card.replace("-", " "))


@pytest.mark.parametrize(
    "stripe",
    [
        "%B4111111111111111^DOE/JANE^2612101000?",
        ";4111111111111111=26121010000?",
        "x;5555555555554444=2612?",
        "%b378282246310005^",
    ],
)
def test_stripes_are_seen(stripe: str) -> None:
    assert looks_like_card(stripe)


@pytest.mark.parametrize(
    "code",
    [
        "4006381333931",
        "4111111111111112",
        "9780306406157",
        "1-004231",
        "",
        "041111111111",
        "1234567890123456",
        "A4111111111111111B",
    ],
)
def test_codes_are_no_cards(code: str) -> None:
    assert not looks_like_card(code)


@given(st.text(alphabet="0123456789", min_size=12, max_size=12))
def test_a_good_ean_is_never_refused_as_a_card(body: str) -> None:
    assert not looks_like_card(body + check_digit(body))


@given(st.text(max_size=60))
def test_any_scan_gives_keys_and_no_error(code: str) -> None:
    assert all(lookup_keys(code)) or lookup_keys(code) == ()
    looks_like_card(code)
    read_embedded(code, [US, KILOGRAMS])


US, KILOGRAMS, EURO = Layout("2IIIIIVPPPPC", 2), Layout("21IIIIIWWWWWC", 3), Layout("23IIIIIPPPPPC", 2)


def test_a_weight_inside() -> None:
    found = read_embedded("2112345012506", [US, KILOGRAMS, EURO])
    assert found == Embedded(("02112345000008", "2112345000008", "2112345000000", "12345"), None, 1250)


def test_a_price_inside() -> None:
    found = read_embedded("2312345007544", [US, KILOGRAMS, EURO])
    assert found is not None
    assert (found.cents, found.milli, found.keys[-1]) == (754, None, "12345")


def test_a_price_inside_twelve_digits_with_its_guard() -> None:
    body = "2" + "12345" + verifier_of("0754") + "0754"
    code = body + check_digit(body)
    found = read_embedded(code, [US])
    assert found is not None
    assert (found.cents, found.keys[-1]) == (754, "12345")
    assert read_embedded("0" + code, [US]) == found
    wrong = body[:6] + str((int(body[6]) + 1) % 10) + body[7:]
    with pytest.raises(Refusal, match="embedded_price_damaged"):
        read_embedded(wrong + check_digit(wrong), [US])


@pytest.mark.parametrize(("figures", "verifier"), [("2875", "9"), ("0754", "8"), ("14685", "6"), ("123", "")])
def test_the_guard_digits(figures: str, verifier: str) -> None:
    assert verifier_of(figures) == verifier


@pytest.mark.parametrize("code", ["4006381333931", "2112345012507", "21123450125", "", "abc"])
def test_other_codes_have_nothing_inside(code: str) -> None:
    assert read_embedded(code, [US, KILOGRAMS]) is None


@pytest.mark.parametrize(
    ("pattern", "decimals"),
    [
        ("", 2),
        ("IIIIIIPPPPPC", 2),
        ("2IIIIIVPPPP", 2),
        ("2IIIIIIIIIIC", 2),
        ("2IIIIPPWWWWC", 2),
        ("2IIIIIVPPPPC", 9),
        ("2IIIXXVPPPPC", 2),
    ],
)
def test_a_layout_that_makes_no_sense_is_refused(pattern: str, decimals: int) -> None:
    with pytest.raises(Refusal, match="barcode_layout_not_understood"):
        Layout(pattern, decimals)
