"""Waiting for one's turn: QuickBooks takes so many requests a second and a minute, and the program asks for fewer."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

# QuickBooks takes 10 a second and 500 a minute of one company; the rest is left to a second program of the shop.
PER_SECOND, PER_MINUTE = 8, 450


def _stop_watch() -> int:
    """Milliseconds counted from anywhere: it tells no time of day."""
    return time.monotonic_ns() // 1_000_000


def _rest(milliseconds: int) -> None:
    time.sleep(milliseconds / 1000)


class Turns:
    """Turns at asking one company, shared by all that one program asks. A limit of 0 is none.

    `elapsed` counts milliseconds and never goes backwards; `rest` waits for so many.
    """

    def __init__(
        self,
        per_second: int = PER_SECOND,
        per_minute: int = PER_MINUTE,
        *,
        elapsed: Callable[[], int] = _stop_watch,
        rest: Callable[[int], None] = _rest,
    ) -> None:
        self._limits = ((per_second, 1_000), (per_minute, 60_000))
        self._elapsed, self._rest = elapsed, rest
        self._lock = threading.Lock()
        self._given: deque[int] = deque(maxlen=max(per_second, per_minute, 1))

    def wait(self) -> None:
        """Return when it is this request's turn; turns are given in the order in which they were asked for."""
        with self._lock:
            now = at = self._elapsed()
            for most, milliseconds in self._limits:
                if most and len(self._given) >= most:
                    at = max(at, self._given[-most] + milliseconds)
            self._given.append(at)
        if at > now:
            self._rest(at - now)


def unhurried() -> Turns:
    """Turns without any limit, for a company that has none."""
    return Turns(0, 0)
