"""Every fault code that QuickBooks Online is known to name: what the sender does about it, and our reason for it.

A code that this program cannot meet is marked with why that is so. It is sorted all the same: should QuickBooks name
it one day, the document stops in a state with words and a next step.
"""

from __future__ import annotations

from dataclasses import dataclass

# What the sender does: ask for less for a minute; try again later by itself; wait for a connection; look the
# document up, as it may be there; adopt the document that has its number; leave it to a person.
PAUSE, WAIT, CONNECT, LOOK_UP, TWIN, PERSON = "pause", "wait", "connect", "look up", "twin", "person"


@dataclass(frozen=True, slots=True)
class Code:
    """One fault code. `reason` is what the outbox keeps; `cannot` says why it can't occur, empty where it can."""

    code: str
    course: str
    reason: str
    cannot: str = ""


_COURSES: tuple[tuple[str, str], ...] = (
    (PAUSE, "3001"),
    (WAIT, "130 140 150"),
    (CONNECT, "100 110 120 3100 3200"),
    (LOOK_UP, "600 10000"),
    (TWIN, "6140"),
    (PERSON, "500 610 620 630 700 800 900 1000 1010 1020 1040 1050 2000 2010 2020 2030 2040 2050 2060 2070 2080 2090"),
    (PERSON, "2100 2110 2120 2130 2140 2170 2180 2190 2210 2220 2230 2240 2250 2260 2270 2280 2290 2300 2500 2600"),
    (PERSON, "4000 4001 4002 5000 5010 5020 5030 6000 6010 6070 6080 6090 6100 6150 6160 6170 6180 6190 6200 6210"),
    (PERSON, "6220 6230 6240 6250 6270 6280 6430 6440 6450 6470 6480 6540 10100 10200"),
)
# The others are kept as `fault_CODE`.
_REASONS = {"3001": "retry_at", "3100": "wrong_company", "3200": "reconnect", "10000": "quickbooks_trouble"}
_NEVER_DELETES = "nothing is ever deleted or voided in QuickBooks"
_BALANCES = "a document that doesn't come to zero is never made, let alone sent"
_WELL_FORMED = "the program writes every document itself, and this part always in this form"
_CANNOT = {
    "620": "no document is sent linked to another",
    "700": "an account is made under one that was read or made just before",
    "800": _NEVER_DELETES,
    "900": "an account is never made under itself",
    "1040": "documents are sent one by one, never in a batch",
    "1050": "every request is JSON and says so",
    "2060": _WELL_FORMED,
    "2080": _WELL_FORMED,
    "2100": _WELL_FORMED,
    "2110": _WELL_FORMED,
    "2130": "a request id is always a UUID of 36 characters",
    "2210": "no e-mail address goes along with a day",
    "2230": _WELL_FORMED,
    "2250": "a document without lines is never planned",
    "2260": "every journal line says debit or credit",
    "2270": "where a line names a tax code it says what that applies to",
    "2280": "where a line names a tax code it carries the amount of tax",
    "2300": _BALANCES,
    "6010": "an account is made with its type and sub-type",
    "6070": "lines carry an amount and neither quantity nor price",
    "6080": "an account, item or customer is made with its name",
    "6090": "no discount line is sent: discounts are lines of their own account",
    "6150": "an account made below another names it",
    "6220": _NEVER_DELETES,
    "6270": "only services are sold, which keep no stock",
    "6280": _NEVER_DELETES,
    "6440": "every line names its account or its item",
    "6450": _NEVER_DELETES,
    "6480": _NEVER_DELETES,
    "10100": "answers are asked for in pages",
}


def _code(code: str, course: str) -> Code:
    return Code(code, course, _REASONS.get(code, f"fault_{code}"), _CANNOT.get(code, ""))


CODES: dict[str, Code] = {code: _code(code, course) for course, codes in _COURSES for code in codes.split()}


def sorted_code(code: str) -> Code:
    """What to do about a code; one that nobody knows is left to a person under its own number."""
    known = code.lstrip("0") or "0"
    return CODES.get(known, Code(known, PERSON, f"fault_{known}"))


# The next document would only meet the same.
STOPS_ALL = frozenset(one.reason for one in CODES.values() if one.course in (PAUSE, WAIT, CONNECT))
