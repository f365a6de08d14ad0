"""How many requests the company takes: per minute, per second, and for batches."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass

PER_MINUTE, PER_SECOND, BATCHES_PER_MINUTE = 500, 10, 40


@dataclass(slots=True)
class Asked:
    """How much was asked so far: requests in all, those refused as too many, and the most in one second and minute."""

    requests: int = 0
    refused: int = 0
    busiest_second: int = 0
    busiest_minute: int = 0


class Limits:
    """Counts requests over the last minute. `per_second` and `per_minute` may be made smaller or larger."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: deque[float] = deque()
        self._batches: deque[float] = deque()
        self.per_second, self.per_minute = PER_SECOND, PER_MINUTE
        self.asked = Asked()

    def too_many(self, *, batch: bool) -> bool:
        """Count one request; True when it is over a limit."""
        now = time.monotonic()
        with self._lock:
            for kept in (self._all, self._batches):
                while kept and kept[0] < now - 60:
                    kept.popleft()
            last_second = sum(1 for moment in self._all if moment > now - 1)
            self.asked.requests += 1
            over = len(self._all) >= self.per_minute or last_second >= self.per_second
            if over or (batch and len(self._batches) >= BATCHES_PER_MINUTE):
                self.asked.refused += 1
                return True
            self.asked.busiest_second = max(self.asked.busiest_second, last_second + 1)
            self.asked.busiest_minute = max(self.asked.busiest_minute, len(self._all) + 1)
            self._all.append(now)
            if batch:
                self._batches.append(now)
        return False
