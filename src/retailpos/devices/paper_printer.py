"""A printer without a cable: its roll is kept to be looked at, its faults are switched on by hand."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock

from retailpos.core.paper import Paper, render_text
from retailpos.devices.event import Event, Report


def _nobody(_event: Event) -> None:
    """Nobody listens."""


class PaperPrinter:
    """A printer that keeps its roll: for practice, training and tests.

    `papers` are the printed ones from first to last, `kicks` counts the drawer's pulses. While a `trouble` is set
    ('no_paper', 'cover_open', 'printer_offline') papers wait and the drawer stays shut, as with a real printer.
    """

    def __init__(
        self, columns: int = 42, *, report: Report = _nobody, looking: Callable[[Paper], None] | None = None
    ) -> None:
        self.columns = columns
        self.papers: list[Paper] = []
        self.kicks = 0
        self._report = report
        self._looking = looking
        self._waiting: list[tuple[str, Paper]] = []
        self._trouble = ""
        self._lock = RLock()

    @property
    def trouble(self) -> str:
        """The fault it plays, or '' while all is well."""
        return self._trouble

    def play(self, trouble: str) -> None:
        """Play a fault from now on; '' cures it, and what waits is printed in its order."""
        with self._lock:
            self._trouble = trouble
            if trouble:
                self._tell(trouble, waiting=str(len(self._waiting)))
                return
            self._tell("printer_ready")
            waiting, self._waiting = self._waiting, []
            for job, paper in waiting:
                self._out(paper, job)

    def print(self, paper: Paper, job: str = "") -> None:
        """Add to the roll, or to what waits."""
        with self._lock:
            if not self._trouble:
                self._out(paper, job)
                return
            self._waiting.append((job, paper))
            self._tell(self._trouble, waiting=str(len(self._waiting)))

    def kick(self, job: str = "") -> None:
        """Count the pulse."""
        with self._lock:
            if self._trouble:
                self._tell("drawer_not_opened", job=job, why=self._trouble)
                return
            self.kicks += 1
            self._tell("kicked", job=job)

    def waiting(self) -> int:
        """How many papers wait for the fault to be cured."""
        return len(self._waiting)

    def waiting_jobs(self) -> tuple[str, ...]:
        """Their jobs, the next one first."""
        return tuple(job for job, _ in self._waiting)

    def cancel(self, job: str) -> bool:
        """Take a paper out of what waits."""
        with self._lock:
            kept = [each for each in self._waiting if each[0] != job]
            found, self._waiting = len(kept) < len(self._waiting), kept
            return found

    def retry(self) -> None:
        """A played fault is cured by `play`, not by trying."""

    def close(self) -> None:
        """Nothing to let go of."""

    def lines(self) -> list[str]:
        """The whole roll as lines of text, a dashed line where it was cut."""
        found: list[str] = []
        for paper in self.papers:
            found += [*render_text(paper, self.columns), "- " * (self.columns // 2)]
        return found

    def raw(self) -> bytes:
        """The bytes that a common printer of this width would have been sent for the whole roll."""
        from retailpos.devices.escpos_bytes import paper_bytes
        from retailpos.devices.profile import profile_for

        return b"".join(paper_bytes(paper, profile_for(self.columns)) for paper in self.papers)

    def _out(self, paper: Paper, job: str) -> None:
        self.papers.append(paper)
        self._tell("printed", job=job, confirmed="yes")
        if self._looking is not None:
            self._looking(paper)

    def _tell(self, code: str, **facts: str) -> None:
        self._report(Event("printer", code, tuple(facts.items())))
