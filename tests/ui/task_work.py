"""Work for the tests of tasks, in a module of its own so that a child process can import it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from retailpos.core.errors import Refusal

Report = Callable[[int, int], None]


def count_to(report: Report, last: int) -> tuple[int, int]:
    """Report each step, and say which process did it."""
    for step in range(1, last + 1):
        report(step, last)
    return last, os.getpid()


def refuse(report: Report) -> None:
    """End in a refusal."""
    raise Refusal("still_due", due=5)


def vanish(report: Report) -> None:
    """End without an answer."""
    os._exit(3)


def work_for_ever(report: Report, mark: str) -> None:
    """Go on until stopped, then leave nothing behind."""
    while True:
        with Path(mark).open("a", encoding="ascii") as file:
            file.write(".")
        time.sleep(0.02)
