"""The last requests of the API, for the people who look on."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from flask import Request


@dataclass(frozen=True, slots=True)
class Seen:
    """One request: when, what, and the status it was answered with (0: the line was cut)."""

    at: str
    what: str
    status: int


class RequestLog:
    """The last two hundred; no token is ever in it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: deque[Seen] = deque(maxlen=200)

    def note(self, asked: Request, status: int, now: str) -> None:
        """Keep one request of the API or of the sign-in."""
        path = asked.path
        if path.startswith("/v3/company/"):
            what = path.split("/", 4)[-1]
        elif path.startswith(("/oauth2/", "/v2/", "/connect/")):
            what = path.strip("/")
        else:
            return
        if what == "query":
            what = f"query, {asked.args.get('query') or 'in the body'}"[:100]
        with self._lock:
            self._seen.appendleft(Seen(now[11:19], f"{asked.method} {what}", status))

    def last(self, most: int) -> list[Seen]:
        """The newest first."""
        with self._lock:
            return list(self._seen)[:most]
