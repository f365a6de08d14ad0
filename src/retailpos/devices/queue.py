"""A printer's queue and the one thread that works it off. Callers never wait; what happens is reported."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Condition, Thread
from typing import Protocol

from retailpos.core.errors import Trouble
from retailpos.core.paper import Paper
from retailpos.devices.escpos_printer import Done
from retailpos.devices.event import Event, Report
from retailpos.devices.status import Status

log = logging.getLogger(__name__)

BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0)
MOST_BEGINNINGS = 3
CLOSE_SECONDS = 3.0


class Worker(Protocol):
    """What does the jobs, each for as long as it takes."""

    @property
    def where(self) -> str:
        """The device's place."""

    @property
    def answers(self) -> bool | None:
        """Whether it tells its state."""

    def warm(self) -> None:
        """Have ready what the first job would wait for."""

    def print(self, paper: Paper) -> Done:
        """Print, or raise `Trouble`."""

    def kick(self) -> Status:
        """Open the drawer, or raise `Trouble`."""

    def look(self) -> Status:
        """How the device is, or raise `Trouble`."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do. What it prints is fixed when it is queued; printing it again is a new job."""

    kind: str
    id: str = ""
    paper: Paper | None = None


_LOOK = Job("look")


class QueuedPrinter:
    """A printer as the rest of the program sees it.

    Papers come out in their order. One that meets trouble keeps its place and is tried again after growing pauses,
    with every new job, and on `retry`. A pulse for the drawer goes first and is never kept: a drawer must not spring
    open minutes later. `look_seconds` is how often an idle printer is asked how it is; 0 for never.
    """

    def __init__(
        self,
        worker: Worker,
        report: Report,
        *,
        back_off: tuple[float, ...] = BACK_OFF,
        look_seconds: float = 15.0,
        close_seconds: float = CLOSE_SECONDS,
    ) -> None:
        self._worker = worker
        self._report = report
        self._back_off = back_off
        self._look_seconds = look_seconds
        self._close_seconds = close_seconds
        self._papers: deque[Job] = deque()
        self._kicks: deque[Job] = deque()
        self._changed = Condition()
        self._closing = False
        self._failures = 0
        self._beginnings = 0
        self._hold = False
        self._working: Job | None = None
        self._told: tuple[str, str] = ("", "")
        self._near_end = False
        self._thread = Thread(target=self._run, name="printer", daemon=True)
        self._thread.start()

    def print(self, paper: Paper, job: str = "") -> None:
        """Queue a paper."""
        self._put(self._papers, Job("paper", job, paper))

    def kick(self, job: str = "") -> None:
        """Queue a drawer pulse, ahead of all papers."""
        self._put(self._kicks, Job("kick", job))

    def waiting(self) -> int:
        """How many papers are not out yet."""
        with self._changed:
            return len(self._papers)

    def waiting_jobs(self) -> tuple[str, ...]:
        """Their jobs, the next one first."""
        with self._changed:
            return tuple(job.id for job in self._papers)

    @property
    def trouble(self) -> str:
        """What is wrong at the moment, by its code, or ''."""
        return self._told[0]

    def cancel(self, job: str) -> bool:
        """Take a paper out of the queue, unless it is being printed or out already."""
        with self._changed:
            found = [each for each in self._papers if each.id == job and each is not self._working]
            for each in found:
                self._papers.remove(each)
            return bool(found)

    def retry(self) -> None:
        """Try again now."""
        with self._changed:
            self._hold = False
            self._changed.notify()

    def close(self) -> None:
        """Finish what goes without trouble within the limit, then let go; what is left is reported."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(self._close_seconds)
        left = self.waiting()
        if left:
            self._tell("left_unprinted", waiting=str(left))

    def _put(self, jobs: deque[Job], job: Job) -> None:
        with self._changed:
            jobs.append(job)
            self._hold = False
            self._changed.notify()

    def _run(self) -> None:
        self._guarded(_LOOK, self._worker.warm)
        while (job := self._next()) is not None:
            match job.kind:
                case "paper":
                    self._guarded(job, partial(self._print, job))
                case "kick":
                    self._guarded(job, partial(self._kick, job))
                case _:
                    self._guarded(job, self._look)

    def _next(self) -> Job | None:
        """The next job, after whatever pause it needs; None when it is time to go."""
        with self._changed:
            while True:
                if self._kicks:
                    return self._kicks.popleft()
                if self._papers and not self._hold:
                    self._working = self._papers[0]
                    return self._working
                if self._closing:
                    return None
                pause = self._pause()
                woken = self._changed.wait(pause)
                if not woken and self._papers:
                    self._hold = False
                elif not woken:
                    return _LOOK

    def _pause(self) -> float | None:
        """How long to wait for news: the back-off while something waits or is wrong, else until the next look."""
        if self._failures:
            return self._back_off[min(self._failures, len(self._back_off)) - 1]
        return None if self._worker.answers is False else self._look_seconds or None

    def _print(self, job: Job) -> None:
        assert job.paper is not None
        try:
            done = self._worker.print(job.paper)
        except Trouble as trouble:
            self._beginnings += trouble.facts.get("begun") == "yes"
            if self._beginnings >= MOST_BEGINNINGS:
                self._drop(job)
                self._tell("unconfirmed", job=job.id)
            self._troubled(trouble)
            return
        self._drop(job)
        if done.came_out is False:
            self._tell("unconfirmed", job=job.id)
        else:
            self._tell("printed", job=job.id, confirmed="yes" if done.came_out else "unknown")
        self._well(done.status)
        if done.came_out is False:
            self._look()

    def _kick(self, job: Job) -> None:
        try:
            status = self._worker.kick()
        except Trouble as trouble:
            self._tell("drawer_not_opened", job=job.id, why=trouble.code)
            self._troubled(trouble)
            return
        self._tell("kicked", job=job.id)
        if not status.trouble:
            self._well(status)

    def _look(self) -> None:
        try:
            status = self._worker.look()
        except Trouble as trouble:
            self._troubled(trouble)
            return
        if status.trouble:
            self._troubled(Trouble(status.trouble, where=self._worker.where))
        else:
            self._well(status)

    def _drop(self, job: Job) -> None:
        """The job has left the queue for good."""
        with self._changed:
            if self._papers and self._papers[0] is job:
                self._papers.popleft()
            self._working = None
            self._beginnings = 0

    def _troubled(self, trouble: Trouble) -> None:
        """Say it once, and again only when another paper waits; hold back until the pause is over."""
        with self._changed:
            self._working = None
            self._hold = not self._kicks
            waiting = str(len(self._papers))
        self._failures += 1
        if self._told != (trouble.code, waiting):
            self._told = (trouble.code, waiting)
            self._tell(trouble.code, waiting=waiting, where=str(trouble.facts.get("where", "")))

    def _well(self, status: Status) -> None:
        """Say that trouble is over, and that the roll is nearly used up."""
        self._failures = 0
        self._hold = False
        if self._told != ("", ""):
            self._told = ("", "")
            self._tell("printer_ready", waiting=str(self.waiting()))
        if status.near_end and not self._near_end:
            self._tell("paper_near_end")
        self._near_end = bool(status.near_end) if status.near_end is not None else self._near_end

    def _guarded(self, job: Job, work: Callable[[], None]) -> None:
        """A fault of ours costs one job, never the thread that prints the next."""
        try:
            work()
        except Exception:
            log.exception("A printer job could not be done")
            self._drop(job)
            if job.kind != "look":
                self._tell("not_printable", job=job.id)

    def _tell(self, code: str, **facts: str) -> None:
        self._report(Event("printer", code, tuple(facts.items())))
