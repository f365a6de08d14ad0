"""A processor's payout file: read in many dialects, believed only when it adds up, refused in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.errors import Refusal
from retailpos.core.money import Money, plain
from retailpos.exchange.settlement import Payout, payouts
from retailpos.words import told

SIMPLE = "Payout ID,Payout Date,Gross,Fees,Net\np1,2026-03-04,100.00,3.20,96.80\n"
ITEMISED = """automatic_payout_id,automatic_payout_effective_at,reporting_category,currency,gross,fee,net,card_brand
po_1,2026-03-04 00:00:00,charge,usd,100.00,3.20,96.80,Visa
po_1,2026-03-04 00:00:00,charge,usd,50.00,1.70,48.30,Amex
po_1,2026-03-04 00:00:00,refund,usd,-20.00,0.00,-20.00,Visa
po_1,2026-03-04 00:00:00,dispute,usd,-10.00,15.00,-25.00,
po_1,2026-03-04 00:00:00,payout,usd,-100.10,0.00,-100.10,
"""
EUROPEAN = (
    "Transfer ID;Transfer Date;Gross Sales;Refunds;Fees;Net Total\nT1;14.03.2026;1.234,50;-34,50;-30,00;1.170,00\n"
)


def test_one_row_a_payout() -> None:
    assert payouts(SIMPLE.encode()) == (
        Payout("p1", "2026-03-04", gross=10_000, fees=320, net=9_680, parts=(("", 10_000),)),
    )


def test_an_itemised_export_is_added_up_and_parted_by_card() -> None:
    (found,) = payouts(ITEMISED.encode(), currency="USD")
    assert (found.gross, found.refunds, found.fees, found.chargebacks, found.net) == (
        15_000,
        2_000,
        1_990,
        1_000,
        10_010,
    )
    assert dict(found.parts) == {"Visa": 8_000, "Amex": 5_000, "": 0}
    assert found.cleared == 13_000


def test_semicolons_decimal_commas_and_costs_written_as_what_they_take_away() -> None:
    (found,) = payouts(EUROPEAN.encode())
    assert (found.date, found.gross, found.refunds, found.fees, found.net) == (
        "2026-03-14",
        123_450,
        3_450,
        3_000,
        117_000,
    )


@pytest.mark.parametrize(
    ("head", "row", "fees"),
    [
        ("payout,date,gross,net", "a,2026-03-04,10.00,9.50", 50),
        ("payout,date,net,fees", "a,2026-03-04,9.50,0.50", 50),
        ("payout,date,gross,fees", "a,2026-03-04,10.00,(0.50)", 50),
    ],
)
def test_one_sum_left_out_follows_from_the_others(head: str, row: str, fees: int) -> None:
    (found,) = payouts(f"{head}\n{row}\n".encode())
    assert (found.gross, found.fees, found.net) == (1_000, fees, 950)


@pytest.mark.parametrize(
    ("days", "day_first", "read"),
    [
        (("03/04/2026", "13/04/2026"), False, ("2026-04-03", "2026-04-13")),
        (("03/04/2026", "04/13/2026"), True, ("2026-03-04", "2026-04-13")),
        (("03/04/2026",), True, ("2026-04-03",)),
        (("03/04/26",), False, ("2026-03-04",)),
        (('"Mar 4, 2026"', "5 March 2026"), False, ("2026-03-04", "2026-03-05")),
        (("2026-03-04T09:30:00Z",), True, ("2026-03-04",)),
    ],
)
def test_dates_as_processors_write_them(days: tuple[str, ...], day_first: bool, read: tuple[str, ...]) -> None:
    rows = "".join(f"p{n},{day},1.00,0.00,1.00\n" for n, day in enumerate(days))
    found = payouts(f"payout,date,gross,fees,net\n{rows}".encode(), day_first=day_first)
    assert tuple(payout.date for payout in found) == read


HEAD = "payout,date,gross,fees,net\n"
HOSTILE = {
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "payout_file_not_text"),
    "a workbook": (b"PK\x03\x04" + bytes(50), "payout_file_not_text"),
    "zero bytes": (b"payout\0,date", "payout_file_not_text"),
    "nothing": (b"", "payout_file_not_text"),
    "one word": (b"hello", "payout_file_not_text"),
    "a heading alone": (HEAD.encode(), "payout_file_empty"),
    "no payout column": (b"date,gross,fees,net\n2026-03-04,1,0,1\n", "payout_columns_missing"),
    "amount that may be net": (b"payout,date,amount,fees\na,2026-03-04,1,0\n", "payout_columns_missing"),
    "too many rows": (HEAD.encode() + b"a,2026-03-04,1,0,1\n" * 20_001, "payout_file_too_big"),
    "too many bytes": (b"x" * 5_000_001, "payout_file_too_big"),
    "an endless cell": (HEAD.encode() + b"a" * 3_000 + b",2026-03-04,1,0,1\n", "payout_file_too_big"),
    "a quote never closed": (HEAD.encode() + b'"a,2026-03-04,1,0,1\n', "payout_row_unreadable"),
    "a row too wide": (HEAD.encode() + b"a,2026-03-04,1,0,1,9\n", "payout_row_unreadable"),
    "no payout": (HEAD.encode() + b",2026-03-04,1,0,1\n", "payout_row_unreadable"),
    "a word for an amount": (HEAD.encode() + b"a,2026-03-04,=1+1,0,1\n", "payout_row_unreadable"),
    "parts of a cent": (HEAD.encode() + b"a,2026-03-04,1.005,0,1.005\n", "payout_row_unreadable"),
    "not a number": (HEAD.encode() + b"a,2026-03-04,NaN,0,NaN\n", "payout_row_unreadable"),
    "an exponent": (HEAD.encode() + b"a,2026-03-04,1e5,0,1e5\n", "payout_row_unreadable"),
    "a sum beyond reason": (HEAD.encode() + b"a,2026-03-04,99999999999999,0,99999999999999\n", "payout_row_unreadable"),
    "the 31st of February": (HEAD.encode() + b"a,2026-02-31,1,0,1\n", "payout_row_unreadable"),
    "the year 1026": (HEAD.encode() + b"a,1026-03-04,1,0,1\n", "payout_row_unreadable"),
    "a cent too much": (HEAD.encode() + b"a,2026-03-04,100.00,3.20,96.81\n", "payout_does_not_add_up"),
    "another currency": (b"payout,date,gross,net,currency\na,2026-03-04,1,1,EUR\n", "payout_other_currency"),
    "money that is a loan": (b"payout,date,type,gross,net\na,2026-03-04,Loan,1,1\n", "payout_row_unreadable"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_can_not_be_believed_is_refused_in_plain_words(name: str) -> None:
    raw, code = HOSTILE[name]
    with pytest.raises(Refusal) as refused:
        payouts(raw, currency="USD")
    assert refused.value.code == code
    what, then = told(refused.value)
    assert what.endswith(".")
    assert then
    assert "{" not in what + then


def test_what_a_file_names_a_payout_is_kept_without_control_characters() -> None:
    (found,) = payouts(b"payout,date,gross,fees,net\n\x1b[31m=cmd\t1 ,2026-03-04,1,0,1\n")
    assert found.id == "[31m=cmd 1"


_SUMS = st.integers(0, 10**9)


@given(st.lists(st.tuples(_SUMS, _SUMS, _SUMS), min_size=1, max_size=6), st.booleans())
def test_whatever_adds_up_is_read_to_the_cent(rows: list[tuple[int, int, int]], taken_away: bool) -> None:
    text = "payout,date,gross,refunds,fees,net\n"
    for n, (gross, refunds, fees) in enumerate(rows):
        sign = "-" if taken_away else ""
        cells = [plain(Money(gross)), sign + plain(Money(refunds)), sign + plain(Money(fees))]
        text += ",".join([f"p{n}", "2026-03-04", *cells, plain(Money(gross - refunds - fees))]) + "\n"
    found = {payout.id: payout for payout in payouts(text.encode())}
    for n, (gross, refunds, fees) in enumerate(rows):
        assert found[f"p{n}"].net == gross - refunds - fees
        assert found[f"p{n}"].adds_up
