"""Going wrong on purpose: before the work, after it, or half-way through the answer."""

from __future__ import annotations

import os
import random
import socket
import struct
import threading
import time
from typing import Any

from flask import Response, request

from retailpos.company.books import Books, dump
from retailpos.company.wrong import Wrong, gateway

# What each fault does, in words for the page of switches.
BEFORE = {
    "429": "Answer with 429, too many",
    "401": "Token no longer valid",
    "403": "Not the app's company",
    "500_before": "Fail inside, nothing taken",
    "503_html": "Out of order, with a web page",
    "html_login": "A sign-in page of the network",
    "drop_before": "Hang up before taking it",
    "hold_before": "Hold the line, then hang up before taking it",
    "6000_wait_unsaved": "Try again in a few minutes, nothing taken",
    "5010": "Somebody else was changing it",
    "slow": "Wait before taking it",
    "code": "Answer with the fault of this number, nothing taken",
}
AFTER = {
    "drop_after_commit": "Take it, then lose the answer",
    "hold_after": "Take it, hold the line, then hang up",
    "cut_reply": "Take it, then cut the answer in half",
    "empty_reply": "Take it, then answer nothing",
    "502_after": "Take it, then a bad gateway",
    "200_fault": "Take it, then a fault that looks like success",
    "6000_wait_saved": "Take it, then try again in a few minutes",
}
KINDS = {**BEFORE, **AFTER}
_WAIT = "Business Validation Error: An unexpected error occurred. Please wait a few minutes and try again."


class HungUp(Exception):
    """The line was cut: nothing more goes out."""


class Faults:
    """The faults that are armed: a queue of wishes, and a share of all requests by dice."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: list[dict[str, Any]] = []
        self._random: dict[str, Any] = {}
        self._dice = random.Random(1)  # noqa: S311  # faults need no secrecy

    def arm(self, wishes: list[dict[str, Any]]) -> None:
        """Queue {"fault", "match" (part of "method path?query", any case), "times"}; an unknown fault is an error."""
        for wish in wishes:
            if str(wish.get("fault")).partition(":")[0] not in KINDS:
                raise KeyError(str(wish.get("fault")))
        with self._lock:
            for wish in wishes:
                one = {"fault": str(wish["fault"]), "match": str(wish.get("match") or "").lower()}
                self._queue += [one] * int(wish.get("times", 1))

    def arm_random(self, plan: dict[str, Any]) -> None:
        """From now on, a share ("rate", 0 to 1) of the requests that "match" goes wrong; a rate of 0 ends it."""
        with self._lock:
            self._random = plan
            self._dice = random.Random(int(plan.get("seed", 1)))  # noqa: S311  # faults need no secrecy

    def disarm(self) -> None:
        """No more faults."""
        with self._lock:
            self._queue, self._random = [], {}

    def armed(self) -> list[str]:
        """The faults waiting."""
        with self._lock:
            return [str(wish["fault"]) for wish in self._queue]

    def due(self, *, only_matching: bool = False) -> str:
        """The fault this request meets, or ''.

        A wish that matches nothing in particular meets the next request of the company's API; one that loses an
        answer waits for the next write.
        """
        told = f"{request.method} {request.full_path}".lower()
        with self._lock:
            for n, wish in enumerate(self._queue):
                if _meets(wish, told) and (wish["match"] or not only_matching):
                    del self._queue[n]
                    return str(wish["fault"])
            plan = self._random
            matches = str(plan.get("match") or "").lower() in told and (plan.get("match") or not only_matching)
            if plan and matches and self._dice.random() < float(plan.get("rate", 0)):
                return str(self._dice.choice(plan.get("kinds") or sorted(KINDS)))
        return ""


def _meets(wish: dict[str, Any], told: str) -> bool:
    if wish["match"]:
        return wish["match"] in told
    takes = wish["fault"].partition(":")[0] in AFTER
    return not takes or (request.method == "POST" and "/query" not in told)


def before(books: Books, fault: str) -> Response | None:
    """What a fault does instead of the work."""
    name, _, value = fault.partition(":")
    if name in ("slow", "hold_before"):
        time.sleep(min(float(value or 30), 200))
    if name in ("drop_before", "hold_before"):
        hang_up()
    if name in ("429", "401", "403"):
        return _turned_away(books, int(name), value)
    if name == "500_before":
        raise Wrong("10000", "System Failure Error: Practice fault", status=500)
    if name == "503_html":
        return Response("<html><body>Service Unavailable</body></html>", 503, content_type="text/html")
    if name == "html_login":
        return Response("<html><body>Please sign in to use this network</body></html>", 200, content_type="text/html")
    if name == "6000_wait_unsaved":
        raise Wrong("6000", _WAIT)
    if name == "code":
        raise Wrong(value, f"Practice fault {value}")
    if name == "5010":
        raise Wrong("5010", "Stale Object Error : You and Robin Practice were working on this at the same time.")
    return None


def _turned_away(books: Books, status: int, seconds: str) -> Response:
    """The gateway's no; `429:90` says how many seconds to stay away."""
    reply = at_gate(books, status, "Practice fault")
    if seconds:
        reply.headers["Retry-After"] = seconds
    return reply


def after(books: Books, fault: str, done: Response) -> Response:
    """What a fault does to the answer of finished work."""
    name, _, value = fault.partition(":")
    if name == "hold_after":
        time.sleep(min(float(value or 30), 200))
    if name in ("drop_after_commit", "hold_after"):
        hang_up()
    if name == "502_after":
        return Response("<html><body>Bad Gateway</body></html>", 502, content_type="text/html")
    if name == "empty_reply":
        return Response("", 200, content_type="application/json;charset=UTF-8")
    if name == "cut_reply":
        _cut(done)
    if name == "6000_wait_saved":
        return answer(Wrong("6000", _WAIT).body(books.now()), 400)
    if name == "200_fault":
        return answer(Wrong("10000", "System Failure Error: Practice fault").body(books.now()), 200)
    return done


def at_gate(books: Books, status: int, detail: str | None) -> Response:
    """The gateway's answer: not let in, or too many."""
    reply = answer(gateway(status, detail, int(books.moment().timestamp() * 1000)), status)
    if status == 401:
        reply.headers["www-authenticate"] = 'Bearer realm="Intuit", error="invalid_token"'
    return reply


def answer(body: object, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(dump(body), status, content_type="application/json;charset=UTF-8")


def _cut(done: Response) -> None:
    """Send the head and half of the body, then hang up."""
    raw = done.get_data()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {done.content_type}\r\nContent-Length: {len(raw)}\r\n\r\n"
    line: socket.socket = request.environ["werkzeug.socket"]
    line.sendall(head.encode() + raw[: len(raw) // 2])
    time.sleep(0.05)
    hang_up()


def hang_up() -> None:
    """Cut the connection hard: the other side meets a reset, not an end."""
    line: socket.socket = request.environ["werkzeug.socket"]
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(line.detach())
    raise HungUp
