"""The Accounting API of the practice company: the gate, then reads and writes."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, Response, request

from retailpos.company import faults, query, reports, show, taxes, uploads, xml
from retailpos.company.books import Body, Books, dump, load
from retailpos.company.faults import Faults
from retailpos.company.limits import Limits
from retailpos.company.oauth import access_is_good
from retailpos.company.shapes import NAMED, READABLE
from retailpos.company.write import kind_of, write
from retailpos.company.wrong import GONE, Wrong

_NO_CHANGES = ("TaxAgency", "TaxCode", "TaxRate", "CompanyInfo", "Preferences")
_PAID = ("PAID", "TRIAL")
_MOST_CHANGED, _MOST_IN_BATCH = 1000, 30


def blueprint(books: Books, armed: Faults, limits: Limits) -> Blueprint:
    """The routes below /v3/company."""
    routes = Blueprint("api", __name__, url_prefix="/v3/company")

    @routes.route("/<realm>/<path:what>", methods=["GET", "POST"])
    def everything(realm: str, what: str) -> Response:
        reply = _guarded(books, armed, limits, realm, what.strip("/"))
        if "json" in request.headers.get("Accept", "") or reply.mimetype != "application/json":
            return reply
        return Response(
            xml.of(load(reply.get_data(as_text=True) or "{}")), reply.status_code, mimetype="application/xml"
        )

    @routes.get("/<realm>/download/<int:number>")
    def download(realm: str, number: int) -> Response:
        return uploads.download(books, number)

    return routes


def _guarded(books: Books, armed: Faults, limits: Limits, realm: str, what: str) -> Response:
    """Authorization, realm, rate, faults, then the work: the order in which the service checks them."""
    given = request.headers.get("Authorization", "")
    token = given.removeprefix("Bearer ").strip()
    if not given.startswith("Bearer ") or len(token) < 20:
        return faults.at_gate(books, 401, "Malformed bearer token: too short or too long")
    if not access_is_good(books, token):
        return faults.at_gate(books, 401, f"Token expired: {token}")
    if realm != books.setting("realm"):
        return faults.at_gate(books, 403, None)
    if books.on("rate_limits") and limits.too_many(batch=what == "batch"):
        return faults.at_gate(books, 429, "The request limit was reached. Please wait and try again.")
    fault = armed.due()
    try:
        early = faults.before(books, fault) if fault else None
        if early is not None:
            return early
        done = _work(books, what)
    except Wrong as wrong:
        return faults.answer(wrong.body(books.now()), wrong.status)
    return faults.after(books, fault, done) if fault else done


def _work(books: Books, what: str) -> Response:
    parts = what.split("/")
    if request.method == "POST" and parts[0] != "query":
        return _once(books, what)
    if parts[0] == "query":
        statement = request.args.get("query") or request.get_data(as_text=True)
        return _ok(books, {"QueryResponse": query.run(books, statement)})
    if parts[0] == "reports" and len(parts) == 2:
        return faults.answer(reports.run(books, parts[1], request.args))
    if parts[0] == "cdc":
        return _ok(books, {"CDCResponse": [{"QueryResponse": _changed(books)}]})
    kind = NAMED.get(parts[0], "")
    if not kind:
        raise Wrong("2000", f"Invalid object name {parts[0][:40]}")
    found = show.one(books, kind, parts[1] if len(parts) == 2 else "")
    if found is None:
        raise Wrong("610", GONE)
    return _ok(books, {kind: found})


def _once(books: Books, what: str) -> Response:
    """A change, once per request id: the same id again is answered with the first answer."""
    if books.setting("status") not in _PAID:
        raise Wrong("6190", "Invalid Company Status : The subscription has ended, or there was a billing problem.")
    request_id = request.args.get("requestid", "")
    if len(request_id) > 50:
        raise Wrong("2130", "requestid is longer than 50 characters", "requestid")
    with books.change():
        seen = _seen(books, request_id)
        if seen is not None:
            return seen
        reply = _tried(books, what, request_id)
        if request_id and what != "batch":
            text = reply.get_data(as_text=True)
            books.run("INSERT INTO answer VALUES (?, ?, ?)", request_id, reply.status_code, text)
    return reply


def _seen(books: Books, request_id: str) -> Response | None:
    found = books.rows("SELECT * FROM answer WHERE request = ?", request_id) if request_id else []
    if not found:
        return None
    return Response(found[0]["body"], found[0]["status"], content_type="application/json;charset=UTF-8")


def _tried(books: Books, what: str, request_id: str) -> Response:
    """The change, or its refusal, with nothing half-done."""
    try:
        with books.change():
            return _ok(books, _change(books, what, request_id))
    except Wrong as wrong:
        return faults.answer(wrong.body(books.now()), wrong.status)


def _change(books: Books, what: str, request_id: str) -> Body:
    if what == "upload":
        return uploads.upload(books, request.get_data(), request.headers.get("Content-Type", ""))
    body = read_body()
    if what == "batch":
        return {"BatchItemResponse": _batch(books, body.get("BatchItemRequest") or [], request_id)}
    if what == "taxservice/taxcode":
        return taxes.new_code(books, body)
    kind = kind_of(what)
    done = write(
        books, kind, body, operation=request.args.get("operation", ""), include=request.args.get("include", "")
    )
    return {kind: done if done.get("status") == "Deleted" else show.shown(books, kind, [done])[0]}


def read_body() -> Body:
    """The request's JSON object, amounts exact."""
    if request.mimetype != "application/json":
        raise Wrong("1050", f"Content-Type {request.mimetype[:40]} is not supported")
    try:
        text = request.get_data().decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong("500", "Unsupported Operation : the body is not UTF-8") from None
    try:
        body = load(text)
    except (ValueError, RecursionError):
        raise Wrong(
            "2010", "Request has invalid or unsupported property : the body could not be read as JSON"
        ) from None
    if not isinstance(body, dict):
        raise Wrong("2010", "Request has invalid or unsupported property : the body is no object")
    return body


def _batch(books: Books, items: list[Any], request_id: str) -> list[Body]:
    if len(items) > _MOST_IN_BATCH:
        raise Wrong("1040", f"A batch holds at most {_MOST_IN_BATCH} items")
    if len(request_id) > 36:
        raise Wrong("2130", "requestid of a batch is longer than 36 characters", "requestid")
    return [_batch_item(books, item, request_id) for item in items if isinstance(item, dict)]


def _batch_item(books: Books, item: Body, request_id: str) -> Body:
    """One item by itself; replayed when request id and bId were both seen."""
    number = str(item.get("bId") or "")
    key = f"{request_id}/{number}" if request_id and len(number) <= 10 else ""
    seen = books.rows("SELECT body FROM answer WHERE request = ?", key) if key else []
    if seen:
        return load(seen[0]["body"])
    try:
        with books.change():
            done = _batch_work(books, item)
    except Wrong as wrong:
        done = {"Fault": wrong.body(books.now())["Fault"]}
    reply = {"bId": number, **done}
    if key:
        books.run("INSERT INTO answer VALUES (?, 200, ?)", key, dump(reply))
    return reply


def _batch_work(books: Books, item: Body) -> Body:
    if "Query" in item:
        return {"QueryResponse": query.run(books, str(item["Query"]))}
    name = next((name for name in item if name in READABLE), "")
    kind, operation = kind_of(name), str(item.get("operation") or "")
    if operation not in ("create", "update", "delete"):
        raise Wrong("500", f"Unsupported Operation : {operation[:40]}")
    done = write(books, kind, item[name], operation=operation if operation == "delete" else "")
    return {kind: done if operation == "delete" else show.shown(books, kind, [done])[0]}


def _changed(books: Books) -> list[Body]:
    since = query.moment(request.args.get("changedSince", ""))
    if since < books.moment().timestamp() - 30 * 86400:
        raise Wrong("4001", "changedSince lies more than 30 days back", "changedSince")
    found, left = [], _MOST_CHANGED
    for name in request.args.get("entities", "").split(","):
        kind = NAMED.get(name.strip().lower(), "")
        if not kind or kind in _NO_CHANGES:
            raise Wrong("2000", f"Invalid object name {name[:40]}")
        rows = show.shown(books, kind, query.changed(books, kind, since))
        gone = [
            {"domain": "QBO", "status": "Deleted", "Id": row["Id"], "MetaData": {"LastUpdatedTime": row["updated"]}}
            for row in query.deleted(books, kind, since)
        ]
        both = [*rows, *gone][:left]
        left -= len(both)
        found.append({kind: both, "startPosition": 1, "maxResults": len(both)} if both else {})
    return found


def _ok(books: Books, body: Body) -> Response:
    return faults.answer({**body, "time": books.now()})


def transaction_id() -> str:
    """A value for the intuit_tid header."""
    return f"1-{secrets.token_hex(4)}-{secrets.token_hex(12)}"
