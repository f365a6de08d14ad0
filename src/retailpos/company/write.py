"""Creating, updating, deleting and voiding: every check in the service's order, then one transaction."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from retailpos.company import accounts, buying, journal, names, rules, sales, settling, shape, taxes
from retailpos.company.books import Body, Books
from retailpos.company.rules import Made
from retailpos.company.shapes import LISTS, NAMED, TRANSACTIONS, WRITABLE
from retailpos.company.wrong import GONE, Wrong

_DELETED = " (deleted)"
_TREES = ("Account", "Class", "Department", "Item")
_MAKERS: dict[str, Callable[[Books, Body], Made]] = {
    "JournalEntry": journal.journal,
    "Payment": settling.payment,
    "BillPayment": settling.bill_payment,
    "Deposit": settling.deposit,
    "Transfer": settling.transfer,
}
_SALES = ("SalesReceipt", "RefundReceipt", "Invoice", "CreditMemo")
_STALE = (
    "Stale Object Error : You and Robin Practice were working on this at the same time. "
    "Robin Practice finished before you did, so your work was not saved."
)


def kind_of(name: str) -> str:
    """The writable entity of a resource name; 2000 for an unknown one, 500 for one that is only read."""
    kind = NAMED.get(name.lower())
    if kind is None:
        raise Wrong("2000", f"Invalid object name {name[:40]}")
    if kind not in WRITABLE:
        raise Wrong("500", f"Unsupported Operation : {kind} is only read")
    return kind


def write(books: Books, kind: str, given: Any, *, operation: str = "", include: str = "") -> Body:
    """One change of one entity."""
    if not isinstance(given, dict):
        raise Wrong("2010", "The request body is no object")
    body = copy.deepcopy(given)
    shape.check_types(kind, body)
    old = _old(books, kind, body)
    if operation == "delete":
        return _delete(books, kind, body, old)
    voids = operation == "void" or "void" in include.split(",")
    if old is not None and (body.get("sparse") or voids):
        body = {**old, **body}
    for told in ("MetaData", "domain", "sparse", "status"):
        body.pop(told, None)
    shape.check_needed(kind, body)
    shape.check_values(kind, body)
    _fresh(old, body)
    if voids:
        return _void(books, kind, old)
    shape.check_references(books, kind, body)
    bare = {name: value for name, value in body.items() if value is not None and value != ""}
    return (
        _list_entity(books, kind, bare, old)
        if kind not in TRANSACTIONS
        else _transaction(books, kind, bare, old, include)
    )


def _old(books: Books, kind: str, body: Body) -> Body | None:
    number = body.get("Id")
    if number in (None, ""):
        body.pop("Id", None)
        return None
    old = books.get(kind, str(number))
    if old is None:
        raise Wrong("610", GONE, "Id")
    body["Id"] = str(number)
    return old


def _fresh(old: Body | None, body: Body) -> None:
    if old is not None and str(body.get("SyncToken")) != old["SyncToken"]:
        raise Wrong("5010", _STALE, "SyncToken")


def _transaction(books: Books, kind: str, body: Body, old: Body | None, include: str) -> Body:
    body["TxnDate"] = body.get("TxnDate") or books.today()
    rules.currency(books, body)
    if old is not None:
        _untouched(books, kind, old)
    if body.get("DepartmentRef") or body.get("ClassRef"):
        rules.dimensions(books, body)
    if kind in _MAKERS:
        made = _MAKERS[kind](books, body)
    else:
        made = (sales.sales_form if kind in _SALES else buying.purchase_form)(books, kind, body)
    for when in {str(body["TxnDate"]), str((old or body)["TxnDate"])}:
        rules.closed(books, when)
    if kind in _SALES and not books.on("CustomTxnNumbers"):
        made.body["DocNumber"] = (old or {}).get("DocNumber") or str(1001 + len(books.all(kind, "deleted >= 0")))
    rules.doc_number(books, kind, made.body, include)
    kept = books.save(kind, made.body) if old else books.add(kind, made.body)
    books.post(kind, kept, made.legs, made.links)
    return kept


def _list_entity(books: Books, kind: str, body: Body, old: Body | None) -> Body:
    if old is not None and not old.get("Active", True):
        body = {
            k: v.removesuffix(_DELETED) if isinstance(v, str) and k.endswith("Name") else v for k, v in body.items()
        }
    body.pop("Balance" if old is not None else "BalanceWithJobs", None)
    whole, name = _checked(books, kind, body, old)
    if whole.get("Active") is False:
        whole = {
            k: f"{v}{_DELETED}" if k in ("Name", "DisplayName", "FullyQualifiedName") else v for k, v in whole.items()
        }
        name += _DELETED
    if old is not None:
        kept = books.save(kind, whole, name=name)
        _carry_name(books, kind, old, kept)
        return kept
    kept = books.add(kind, whole, name=name)
    legs = names.stock(books, kept) if kind == "Item" else names.opening(books, kind, kept)
    books.post(kind, {**kept, "TxnDate": kept.get("OpenBalanceDate") or kept.get("InvStartDate")}, legs, [])
    return kept


def _checked(books: Books, kind: str, body: Body, old: Body | None) -> tuple[Body, str]:
    if kind == "Account":
        return accounts.account(books, body, old)
    if kind in names.PEOPLE:
        return names.person(books, kind, body)
    if kind in ("Class", "Department"):
        return names.branch(books, kind, body)
    if kind == "Item":
        return names.item(books, body, old)
    if kind == "TaxAgency":
        return taxes.add_agency(books, body)
    if kind == "Attachable":
        return body, ""
    return names.plain(books, kind, body)


def _carry_name(books: Books, kind: str, old: Body, new: Body) -> None:
    """A renamed account, class, location or category takes what is below it along."""
    before, after = f"{old.get('FullyQualifiedName')}:", f"{new.get('FullyQualifiedName')}:"
    if kind not in _TREES or before == after:
        return
    for below in books.all(kind):
        if below["FullyQualifiedName"].startswith(before):
            full = after + below["FullyQualifiedName"][len(before) :]
            books.save(kind, {**below, "FullyQualifiedName": full}, name=full)


def _untouched(books: Books, kind: str, old: Body) -> None:
    """6540 for a transaction that is on a deposit; 6000 for one that payments settle."""
    if books.linked(kind, old["Id"], ("Deposit",)):
        raise Wrong("6540", "Deposited Transaction cannot be changed. You must delete the deposit first.")


def _delete(books: Books, kind: str, body: Body, old: Body | None) -> Body:
    if kind in LISTS or kind == "TaxAgency":
        raise Wrong("500", f"Unsupported Operation : Operation delete on {kind} is not supported")
    if old is None:
        raise Wrong.missing(["Id"])
    _fresh(old, body)
    if kind in TRANSACTIONS:
        _untouched(books, kind, old)
        if books.linked(kind, old["Id"], ("Payment", "BillPayment")):
            raise Wrong.business("This transaction is linked to others. Unlink them, then delete it.")
        rules.closed(books, str(old["TxnDate"]))
    books.remove(kind, old["Id"])
    return {"status": "Deleted", "domain": "QBO", "Id": old["Id"]}


def _void(books: Books, kind: str, old: Body | None) -> Body:
    if old is None:
        raise Wrong.missing(["Id"])
    if kind not in (*_SALES, "Payment", "BillPayment"):
        raise Wrong("500", f"Unsupported Operation : Operation void on {kind} is not supported")
    _untouched(books, kind, old)
    rules.closed(books, str(old["TxnDate"]))
    lines = [_zeroed(line) for line in old.get("Line") or []]
    changed = {**old, "PrivateNote": "Voided", "TotalAmt": 0, "Line": lines}
    if "TxnTaxDetail" in changed:
        changed["TxnTaxDetail"] = {"TotalTax": 0}
    kept = books.save(kind, changed)
    books.post(kind, kept, [], [])
    return kept


def _zeroed(line: Body) -> Body:
    detail = line.get("SalesItemLineDetail")
    calmed = {"SalesItemLineDetail": {**detail, "Qty": 0}} if detail else {}
    return {**line, **calmed, "Amount": 0}
