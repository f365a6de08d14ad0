"""What all transactions share: dates, document numbers, parties, classes, control accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from retailpos.company.books import Body, Books, Leg, Link
from retailpos.company.shape import active, cents, number
from retailpos.company.wrong import Wrong

TAX_WORDS = {"GB": "VAT", "AU": "GST", "CA": "GST/HST", "ZA": "sales tax", "IN": "GST"}
NO_PARTY = ("", "0")
_CLOSED = (
    "The account period has closed and the account books cannot be updated through the QBO Services API. "
    "Please use the QBO website to make these changes."
)
_WARN = {
    "JournalEntry": "WarnDuplicateJournalNumber",
    "Bill": "WarnDuplicateBillNumber",
    "VendorCredit": "WarnDuplicateBillNumber",
    "Purchase": "WarnDuplicateCheckNumber",
    "BillPayment": "WarnDuplicateCheckNumber",
}
_SHOWN = {"JournalEntry": "Journal Entry", "VendorCredit": "Vendor Credit", "BillPayment": "Bill Payment"}


@dataclass(slots=True)
class Made:
    """A transaction that passed: its body, what it posts and what it settles."""

    body: Body
    legs: list[Leg] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def closed(books: Books, when: str) -> None:
    """6210 for a date on or before the closing date."""
    until = books.setting("close_date")
    if until and when <= until:
        raise Wrong("6210", _CLOSED, "TxnDate")


def doc_number(books: Books, kind: str, body: Body, include: str) -> None:
    """6140 for a number already used, where the company warns of that."""
    given = str(body.get("DocNumber") or "")
    if not given or "allowduplicatedocnum" in include or not books.on(_WARN.get(kind, "WarnDuplicateSalesNumber")):
        return
    for twin in books.all(kind, "deleted = 0 AND doc_number = ?", given):
        if twin["Id"] != body.get("Id") and twin.get("VendorRef") == body.get("VendorRef"):
            raise Wrong(
                "6140",
                "Duplicate Document Number Error : You must specify a different number. This number has already been "
                f"used. DocNumber={given} is assigned to TxnType={_SHOWN.get(kind, kind)} with TxnId={twin['Id']}",
                "DocNumber",
            )


def currency(books: Books, body: Body) -> None:
    """A company with several currencies wants one named; this one keeps its books in the home currency only."""
    given, home = body.get("CurrencyRef"), books.setting("currency", "USD")
    if given is None and books.on("multicurrency"):
        raise Wrong.missing(["CurrencyRef"])
    if isinstance(given, dict) and str(given.get("value") or home) != home:
        raise Wrong("2500", f"Invalid Reference Id : CurrencyRef {given.get('value')} is not in use", "CurrencyRef")
    body["CurrencyRef"] = {"value": home}


def dimensions(books: Books, detail: Body) -> str:
    """The class id of a line; 5020 for a class or location while the company tracks none."""
    if detail.get("DepartmentRef") and not books.setting("locations"):
        raise Wrong("5020", "Permission Denied Error : location tracking is off", "DepartmentRef")
    if not detail.get("ClassRef"):
        return "0"
    if not books.setting("classes"):
        raise Wrong("5020", "Permission Denied Error : class tracking is off", "ClassRef")
    return str(detail["ClassRef"]["value"])


def party(books: Books, account_type: str, entity: Body | None) -> tuple[str, str]:
    """(kind, id) of the name on a line; the control accounts insist on the right kind."""
    kind = str((entity or {}).get("Type") or "")
    for control, wanted in (("Accounts Receivable", "Customer"), ("Accounts Payable", "Vendor")):
        if account_type == control and kind != wanted:
            why = f"When you use {control}, you must choose a {wanted.lower()} in the Name field."
            raise Wrong.business(why, "Entity")
    if not entity or not kind:
        return NO_PARTY
    value = str((entity.get("EntityRef") or {}).get("value") or "")
    found = active(books, kind, value, "EntityRef")
    entity["EntityRef"] = {"value": value, "name": found["DisplayName"]}
    return kind, value


def account_of(books: Books, ref: Body) -> Body:
    """The account a checked reference points to."""
    return books.get("Account", str(ref["value"])) or {}


def of_type(books: Books, ref: Body, wanted: tuple[str, ...], element: str) -> str:
    """The account's id; 6430 unless it has one of the types."""
    found = account_of(books, ref)
    if found["AccountType"] not in wanted:
        raise Wrong("6430", f"Invalid account type used : {found['AccountType']} for {element}", element)
    return str(found["Id"])


def line_amount(line: Body, detail: Body) -> int:
    """A line's cents: given, or quantity times price, and equal to that where all three are given (6070)."""
    quantity, price = detail.get("Qty"), detail.get("UnitPrice")
    if line.get("Amount") is None and (quantity is None or price is None):
        raise Wrong.missing(["Amount"])
    if quantity is None or price is None:
        return cents(line["Amount"])
    exact = number(quantity, "Qty") * number(price, "UnitPrice") * 100
    product = int(exact.quantize(exact.__class__(1), rounding="ROUND_HALF_UP"))
    if line.get("Amount") is not None and cents(line["Amount"]) != product:
        raise Wrong(
            "6070", "Amount calculation incorrect in the request. Amount is not equal to UnitPrice * Qty", "Amount"
        )
    return product


def numbered(lines: list[Any], first: int) -> list[Body]:
    """Lines with the ids the service gives them."""
    return [{**line, "Id": str(n), "LineNum": n if first else n + 1} for n, line in enumerate(lines, first)]


def detail_of(line: Body) -> Body:
    """The detail object that the line's DetailType names; 2020 where it is missing."""
    kind = str(line["DetailType"])
    if not isinstance(line.get(kind), dict):
        raise Wrong.missing([kind])
    return line[kind]  # type: ignore[no-any-return]  # a JSON object, as just seen
