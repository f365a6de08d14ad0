"""What a far computer may answer: known only where it is surely ours; everything else is unknown, never success."""

from __future__ import annotations

import json

import pytest

from retailpos.exchange.online.amounts import NO_AMOUNT, cents
from retailpos.exchange.online.client import MOST_BYTES, Answer, Unknown, read_answer, shaped
from retailpos.exchange.online.journal import same

JSON = "application/json;charset=UTF-8"
UNKNOWN = {
    "a sign-in page": (200, "text/html", b"<html><body>Welcome to the hotel</body></html>"),
    "cut in half": (200, JSON, b'{"JournalEntry": {"Id": "1"'),
    "two objects": (200, JSON, b'{"a": 1}{"b": 2}'),
    "nothing": (200, JSON, b""),
    "no content": (204, JSON, b""),
    "XML": (200, "application/xml", b"<IntuitResponse/>"),
    "XML told as JSON": (200, JSON, b"<IntuitResponse/>"),
    "not UTF-8": (200, JSON, b'{"a": "\xff\xfe"}'),
    "UTF-16": (200, JSON, '{"a": 1}'.encode("utf-16")),
    "not a number": (200, JSON, b'{"Amount": NaN}'),
    "infinity": (200, JSON, b'{"Amount": -Infinity}'),
    "a name twice": (200, JSON, b'{"Id": "1", "Id": "2"}'),
    "100,000 deep": (200, JSON, b"[" * 100_000 + b"]" * 100_000),
    "51 deep": (200, JSON, b'{"a":' * 51 + b"1" + b"}" * 51),
    "5,000 digits": (200, JSON, b'{"Amount": ' + b"9" * 5000 + b"}"),
    "a list": (200, JSON, b"[1, 2]"),
    "a text": (200, JSON, b'"done"'),
    "null": (200, JSON, b"null"),
    "success told as text": (200, "text/plain", b'{"JournalEntry": {"Id": "1"}}'),
    "500": (500, JSON, b'{"Fault": {"Error": [{"code": "10000"}]}}'),
    "502": (502, "text/html", b"<html/>"),
    "503": (503, "", b""),
    "504": (504, JSON, b"{}"),
}
FAULTS = {
    "a fault in capitals": (400, {"Fault": {"Error": [{"code": "6140", "Message": "Duplicate"}]}}, "6140"),
    "a fault in small letters": (401, {"fault": {"error": [{"code": "3200", "message": "Expired"}]}}, "3200"),
    "a fault that says success": (200, {"Fault": {"Error": [{"code": "10000"}]}}, "10000"),
    "a fault without its list": (400, {"Fault": {"Error": "odd"}}, "400"),
    "a fault with an empty list": (400, {"Fault": {"Error": []}}, "400"),
    "too many": (429, {}, "429"),
    "moved elsewhere": (302, {}, "302"),
}


@pytest.mark.parametrize(("status", "kind", "raw"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_can_not_be_trusted_is_unknown(status: int, kind: str, raw: bytes) -> None:
    with pytest.raises(Unknown):
        read_answer(status, kind, raw)


@pytest.mark.parametrize(("status", "body", "code"), FAULTS.values(), ids=FAULTS)
def test_faults_are_never_success(status: int, body: dict[str, object], code: str) -> None:
    answer = read_answer(status, JSON, json.dumps(body).encode())
    assert not answer.good
    assert answer.code == code


def test_what_is_said_is_cut_short() -> None:
    raw = json.dumps({"Fault": {"Error": [{"code": "6000", "Message": "<b>" + "x" * 1_000_000}]}}).encode()
    assert len(read_answer(400, JSON, raw).said) <= 500


def test_more_than_we_asked_for_is_left_aside() -> None:
    answer = read_answer(200, JSON, b'{"JournalEntry": {"Id": 7, "New": {"deep": [1]}}, "time": "now"}')
    assert answer == Answer(200, {"JournalEntry": {"Id": 7, "New": {"deep": [1]}}, "time": "now"})
    assert MOST_BYTES <= 5_000_000


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ("12.34", 1234),
        (12.34, 1234),
        (5, 500),
        ("0.30000000000000004", NO_AMOUNT),
        (None, NO_AMOUNT),
        ("", NO_AMOUNT),
        ("NaN", NO_AMOUNT),
        ([], NO_AMOUNT),
    ],
)
def test_amounts_are_whole_cents_or_none_of_ours(amount: object, found: int) -> None:
    assert cents(amount) == found


SENT = json.dumps(
    {
        "DocNumber": "HG-1",
        "TxnDate": "2026-03-02",
        "Line": [
            {
                "Amount": 5.0,
                "DetailType": "JournalEntryLineDetail",
                "Description": "sales",
                "JournalEntryLineDetail": {"PostingType": side, "AccountRef": {"value": "1"}},
            }
            for side in ("Debit", "Credit")
        ],
    }
)


@pytest.mark.parametrize(
    "change",
    [
        {"DocNumber": "HG-2"},
        {"TxnDate": "2026-03-03"},
        {"Line": []},
        {"Line": json.loads(SENT)["Line"][:1]},
        {"Line": json.loads(SENT)["Line"] * 2},
    ],
)
def test_an_entry_that_is_not_ours_line_by_line_is_not_the_same(change: dict[str, object]) -> None:
    assert same(SENT, shaped(json.loads(SENT)))
    assert not same(SENT, shaped({**json.loads(SENT), **change}))


@pytest.mark.parametrize(
    "found",
    [
        None,
        [],
        "done",
        {"Line": None},
        {"Line": "lines"},
        {"Line": [None, 3]},
        {"Line": [[{}]]},
        {"CustomerRef": "7"},
        {"Line": [{"JournalEntryLineDetail": 5}]},
        {"Line": [{"JournalEntryLineDetail": {"AccountRef": ["1"]}}]},
    ],
)
def test_a_document_built_otherwise_is_unknown(found: object) -> None:
    with pytest.raises(Unknown):
        shaped(found)
