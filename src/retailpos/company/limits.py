"""How many requests the company takes: per minute, per second, and for batches."""

from __future__ import annotations

import threading
import time
from collections import deque

PER_MINUTE, PER_SECOND, BATCHES_PER_MINUTE = 500, 10, 40


class Limits:
    """Counts requests over the last minute."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: deque[float] = deque()
        self._batches: deque[float] = deque()

    def too_many(self, *, batch: bool) -> bool:
        """Count one request; True when it is over a limit."""
        now = time.monotonic()
        with self._lock:
            for kept in (self._all, self._batches):
                while kept and kept[0] < now - 60:
                    kept.popleft()
            last_second = sum(1 for moment in self._all if moment > now - 1)
            if len(self._all) >= PER_MINUTE or last_second >= PER_SECOND:
                return True
            if batch and len(self._batches) >= BATCHES_PER_MINUTE:
                return True
            self._all.append(now)
            if batch:
                self._batches.append(now)
        return False
