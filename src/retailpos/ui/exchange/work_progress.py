"""How far the work with QuickBooks is, at the foot of a page."""

from __future__ import annotations

from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts.progress import Progress


class WorkProgress(Progress):
    """Follows the work by itself: its words, its count, and *Stop*, which ends it after the day under way."""

    def __init__(self, work: ExchangeWork) -> None:
        super().__init__()
        self._work = work
        self._said = ""
        self.stopped.connect(work.stop)
        work.changed.connect(self._follow)

    def _follow(self) -> None:
        work = self._work
        if not work.running:
            self._said = ""
            self.end()
            return
        if not self._said:
            self.begin(work.running, work.whole if work.whole > 1 else 0)
        self._said = work.running
        self.set_count(work.done)
