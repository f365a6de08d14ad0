"""The Accounting API of the practice company."""

from __future__ import annotations

import json
import random
import secrets
from decimal import Decimal
from typing import Any

from flask import Blueprint, Response, request

from retailpos.company import faults, query, reports, rules, seeds
from retailpos.company.books import Books
from retailpos.company.oauth import access_is_good
from retailpos.company.wrong import Wrong, gateway

_KINDS = {kind.lower(): kind for kind in ("Account", "Customer", "Vendor", "JournalEntry", "Class", "Department")}
_TRANSACTIONS = ("JournalEntry",)


def blueprint(books: Books, dice: random.Random) -> Blueprint:
    """The routes below /v3/company."""
    routes = Blueprint("api", __name__, url_prefix="/v3/company")

    @routes.route("/<realm>/<path:what>", methods=["GET", "POST"])
    def everything(realm: str, what: str) -> Response:
        reply = _guarded(books, dice, realm, what)
        reply.headers["intuit_tid"] = f"1-{secrets.token_hex(4)}-{secrets.token_hex(12)}"
        return reply

    return routes


def _guarded(books: Books, dice: random.Random, realm: str, what: str) -> Response:
    """Authorization, realm, faults, then the work; in the order the service checks them."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    if not access_is_good(books, token):
        reply = faults.answer(gateway(401, f"Token expired: {token[:12]}..."), 401)
        reply.headers["www-authenticate"] = 'Bearer realm="Intuit", error="invalid_token"'
        return reply
    if realm != books.setting("realm"):
        return faults.answer(gateway(403), 403)
    if "json" not in request.headers.get("Accept", ""):
        return Response("<IntuitResponse/>", 200, content_type="application/xml;charset=UTF-8")
    fault = faults.due(books, dice)
    try:
        early = faults.before(books, fault) if fault else None
        if early is not None:
            return early
        done = _work(books, what)
    except Wrong as wrong:
        return faults.answer(wrong.body(books.now()), wrong.status)
    return faults.after(books, fault, done) if fault else done


def _work(books: Books, what: str) -> Response:
    parts = what.strip("/").split("/")
    if request.method == "POST" and parts[0] not in ("query", "cdc"):
        return _write(books, parts)
    if parts[0] == "query":
        statement = request.args.get("query") or request.get_data(as_text=True)
        return _ok(books, {"QueryResponse": query.run(books, statement)})
    if parts[0] == "companyinfo":
        return _ok(books, {"CompanyInfo": seeds.company_info(books)})
    if parts[0] == "preferences":
        return _ok(books, {"Preferences": seeds.preferences(books)})
    if parts[0] == "reports" and len(parts) == 2:
        return faults.answer(reports.run(books, parts[1]))
    if parts[0] == "cdc":
        return _ok(books, {"CDCResponse": [{"QueryResponse": _changed(books)}]})
    kind = _KINDS.get(parts[0])
    if kind is None or len(parts) != 2:
        raise Wrong("2000", f"Invalid object name {parts[0][:40]}")
    found = books.get(kind, parts[1])
    if found is None:
        raise Wrong("610", "Object Not Found : Something you're trying to use has been made inactive or deleted.")
    return _ok(books, {kind: _shown(books, kind, found)})


def _write(books: Books, parts: list[str]) -> Response:
    """A change, once per request id: the same id again is answered with the first answer."""
    request_id = request.args.get("requestid", "")
    if len(request_id) > 50:
        raise Wrong("2130", "requestid is longer than 50 characters", "requestid")
    if books.setting("status") not in ("PAID", "TRIAL"):
        raise Wrong("6190", "Invalid Company Status : subscription period has ended or there was a billing problem.")
    with books.change():
        if request_id:
            seen = books.rows("SELECT * FROM answer WHERE request = ?", request_id)
            if seen:
                return Response(seen[0]["body"], seen[0]["status"], content_type="application/json;charset=UTF-8")
        reply = _do_write(books, parts)
        if request_id:
            books.run(
                "INSERT INTO answer VALUES (?, ?, ?)", request_id, reply.status_code, reply.get_data(as_text=True)
            )
    return reply


def _do_write(books: Books, parts: list[str]) -> Response:
    try:
        body = json.loads(request.get_data().decode("utf-8"), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise Wrong("2010", "The request body could not be read as JSON") from None
    if not isinstance(body, dict):
        raise Wrong("2010", "The request body is no object")
    if parts[0] == "batch":
        return _ok(
            books, {"BatchItemResponse": [_batch_item(books, item) for item in body.get("BatchItemRequest", [])]}
        )
    kind = _KINDS.get(parts[0])
    if kind is None:
        raise Wrong("2000", f"Invalid object name {parts[0][:40]}")
    body = json.loads(json.dumps(body, default=_number))
    return _ok(books, {kind: write(books, kind, body, request.args.get("operation", ""))})


def write(books: Books, kind: str, body: dict[str, Any], operation: str = "") -> dict[str, Any]:
    """Create, update or delete one entity, all its rules checked."""
    old = books.get(kind, str(body["Id"])) if "Id" in body else None
    if "Id" in body and old is None:
        raise Wrong("610", "Object Not Found : Another user has deleted this transaction.", "Id")
    if old is not None and str(body.get("SyncToken")) != old["SyncToken"]:
        raise Wrong("5010", "Stale Object Error : You and Practice were working on this at the same time.")
    if operation == "delete":
        return _delete(books, kind, old)
    if old is not None and body.get("sparse"):
        body = {**old, **body}
    body = {name: value for name, value in body.items() if name not in ("MetaData", "domain", "sparse")}
    if kind == "JournalEntry":
        if old is not None:
            rules.closed(books, str(old["TxnDate"]))
        whole, legs = rules.journal(books, body)
        kept = books.save(kind, whole) if old else books.add(kind, whole)
        books.post(kind, kept, legs)
        return kept
    if kind == "Account":
        clean = {k: v for k, v in body.items() if k not in ("FullyQualifiedName", "Classification", "CurrentBalance")}
        whole, name = rules.account(books, clean)
    elif kind in ("Customer", "Vendor"):
        whole, name = rules.named(books, kind, body)
    else:
        whole, name = rules.class_or_location(books, kind, body)
    return books.save(kind, whole, name=name) if old else books.add(kind, whole, name=name)


def _delete(books: Books, kind: str, old: dict[str, Any] | None) -> dict[str, Any]:
    if kind not in _TRANSACTIONS or old is None:
        raise Wrong("500", f"Unsupported Operation : Operation delete on {kind}")
    rules.closed(books, str(old["TxnDate"]))
    books.remove(kind, old["Id"])
    return {"status": "Deleted", "domain": "QBO", "Id": old["Id"]}


def _batch_item(books: Books, item: dict[str, Any]) -> dict[str, Any]:
    tag = {"bId": item.get("bId")}
    try:
        if "Query" in item:
            return {**tag, "QueryResponse": query.run(books, str(item["Query"]))}
        kind = next((name for name in item if name in _KINDS.values()), "")
        if not kind:
            raise Wrong("2000", "Invalid object name")
        plain = json.loads(json.dumps(item[kind], default=_number))
        with books.change():
            operation = "delete" if item.get("operation") == "delete" else ""
            return {**tag, kind: write(books, kind, plain, operation)}
    except Wrong as wrong:
        return {**tag, "Fault": wrong.body(books.now())["Fault"]}


def _changed(books: Books) -> list[dict[str, Any]]:
    since = request.args.get("changedSince", "")
    found = []
    for name in request.args.get("entities", "").split(","):
        kind = _KINDS.get(name.strip().lower())
        if kind is None:
            raise Wrong("2000", f"Invalid object name {name[:40]}")
        rows = books.all(kind, changed_since=since)
        gone = [
            {"domain": "QBO", "status": "Deleted", "Id": row["Id"], "MetaData": row["MetaData"]}
            for row in books.all(kind, changed_since=since, deleted=True)
        ]
        both = [*rows, *gone]
        found.append({kind: both, "startPosition": 1, "maxResults": len(both)} if both else {})
    return found


def _shown(books: Books, kind: str, entity: dict[str, Any]) -> dict[str, Any]:
    if kind != "Account" or entity["Classification"] in ("Revenue", "Expense"):
        return entity
    balance = books.balances().get(entity["Id"], 0)
    return {**entity, "CurrentBalance": float(Decimal(balance) / 100)}


def _ok(books: Books, body: dict[str, Any]) -> Response:
    return faults.answer({**body, "time": books.now()})


def _number(value: object) -> float:
    """A decimal as the service writes it: a JSON number."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError
