"""Going wrong on purpose: before the work, after it, or half-way through the answer."""

from __future__ import annotations

import json
import random
import socket
import struct
import time
from typing import Any

from flask import Response, request

from retailpos.company.books import Books
from retailpos.company.wrong import Wrong, gateway

BEFORE = ("drop_before", "500_before", "503_html", "429", "401", "403", "html_login", "6000_wait_unsaved", "5010")
AFTER = ("drop_after_commit", "cut_reply", "502_after", "6000_wait_saved", "200_fault", "empty_reply")
KINDS = (*BEFORE, *AFTER, "slow")


def arm(books: Books, wanted: list[dict[str, Any]]) -> None:
    """Queue faults: {"fault", "match" (part of the path), "times"}."""
    queue = json.loads(books.setting("faults", "[]"))
    for wish in wanted:
        if str(wish.get("fault", "")).partition(":")[0] in KINDS:
            queue += [{"fault": wish["fault"], "match": wish.get("match", "")}] * int(wish.get("times", 1))
    books.set("faults", json.dumps(queue))


def arm_random(books: Books, plan: dict[str, Any]) -> None:
    """From now on, a share of requests goes wrong; a rate of 0 ends it."""
    books.set("random_faults", json.dumps(plan))


def due(books: Books, dice: random.Random) -> str:
    """The fault this request meets, or ''."""
    with books.change():
        queue = json.loads(books.setting("faults", "[]"))
        for n, wish in enumerate(queue):
            if wish["match"] in request.path and (request.method == "POST" or wish["match"]):
                books.set("faults", json.dumps(queue[:n] + queue[n + 1 :]))
                return str(wish["fault"])
    plan = json.loads(books.setting("random_faults", "{}"))
    if plan and dice.random() * 100 < int(plan.get("percent", 0)):
        return str(dice.choice(plan.get("kinds") or list(KINDS)))
    return ""


def before(books: Books, fault: str) -> Response | None:
    """What a fault does instead of the work."""
    name, _, value = fault.partition(":")
    if name == "slow":
        time.sleep(min(float(value or 1), 200))
    if name == "drop_before":
        hang_up()
    if name == "500_before":
        return answer(Wrong("10000", "System Failure Error: practice fault", status=500).body(books.now()), 500)
    if name == "503_html":
        return Response("<html><body>Service unavailable</body></html>", 503, content_type="text/html")
    if name == "html_login":
        return Response("<html><body>Please sign in to the network</body></html>", 200, content_type="text/html")
    if name in ("429", "401", "403"):
        return answer(gateway(int(name), "practice fault"), int(name))
    if name == "6000_wait_unsaved":
        raise Wrong("6000", "Business Validation Error: Please wait a few minutes and try again.")
    if name == "5010":
        raise Wrong("5010", "Stale Object Error : You and Practice were working on this at the same time.")
    return None


def after(books: Books, fault: str, done: Response) -> Response:
    """What a fault does to the answer of finished work."""
    if fault == "drop_after_commit":
        hang_up()
    if fault == "502_after":
        return Response("<html><body>Bad gateway</body></html>", 502, content_type="text/html")
    if fault == "empty_reply":
        return Response("", 200, content_type="application/json;charset=UTF-8")
    if fault == "cut_reply":
        raw = done.get_data()
        return Response(raw[: len(raw) // 2], 200, content_type="application/json;charset=UTF-8")
    if fault == "6000_wait_saved":
        wrong = Wrong("6000", "Business Validation Error: Please wait a few minutes and try again.")
        return answer(wrong.body(books.now()), 400)
    if fault == "200_fault":
        return answer(Wrong("10000", "System Failure Error: practice fault").body(books.now()), 200)
    return done


def answer(body: dict[str, Any], status: int = 200) -> Response:
    """A JSON answer."""
    raw = json.dumps(body, ensure_ascii=False)
    return Response(raw, status, content_type="application/json;charset=UTF-8")


class HungUp(Exception):
    """The line was cut: nothing more goes out."""


def hang_up() -> None:
    """Cut the connection hard, without a farewell."""
    line: socket.socket = request.environ["werkzeug.socket"]
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.shutdown(socket.SHUT_RDWR)
    line.close()
    raise HungUp
