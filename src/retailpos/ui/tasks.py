"""Work beside the window: in a thread where it waits, in a child process where it computes."""

from __future__ import annotations

import multiprocessing
import pickle
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

_LOOK_EVERY = 0.2
_AT_ONCE = 4


class Stopped(Exception):
    """Raised inside work that was told to stop; nobody is told of its outcome."""


class ChildGone(Exception):
    """The child process ended without an answer: killed, or out of memory."""


@dataclass(slots=True, eq=False)
class Task:
    """Handed to the work, and kept by whoever started it."""

    _say: Callable[[int, int], None]
    _stop: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop. Neither `done` nor `failed` is called any more."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was told to stop."""
        return self._stop.is_set()

    def report(self, count: int, of: int) -> None:
        """So many steps are done. Raises Stopped when the work is to stop."""
        if self.cancelled:
            raise Stopped
        self._say(count, of)

    def sleep(self, seconds: float) -> bool:
        """Wait, but no longer than until the work is told to stop. Returns whether it was."""
        return self._stop.wait(seconds)


@dataclass(frozen=True, slots=True)
class Answers:
    """Where a task's news go, all of them in the window's own thread."""

    done: Callable[[Any], object]
    failed: Callable[[BaseException], object]
    progress: Callable[[int, int], object] | None = None


class Tasks(QObject):
    """The bridge between the window's thread and everybody else.

    News wait in a queue; one signal without arguments wakes the window, which then takes all of them in their order.
    `shut` is called before the window goes: it stops what runs, waits for it and delivers nothing more.
    """

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news: deque[Callable[[], object]] = deque()
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="retailpos")
        self._running: set[Task] = set()
        self._shut = False
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, told: Callable[[], object]) -> None:
        """Have something called in the window's thread. May be called from any thread, for devices and the exchange."""
        self._news.append(told)
        if not self._shut:
            self._woken.emit()

    def in_thread(self, work: Callable[[Task], Any], answers: Answers) -> Task:
        """Start work that waits: a network, a device. It gets its Task, to report and to see whether it should stop."""
        task = self._task(answers)
        self._pool.submit(work, task).add_done_callback(lambda future: self._ended(task, future, answers))
        return task

    def in_process(self, work: Callable[..., Any], arguments: tuple[object, ...], answers: Answers) -> Task:
        """Start work that computes, in a child process of its own.

        `work` is a function of a module, called with a `report(count, of)` and the arguments; what goes in and comes
        out is pickled. The child opens whatever it needs by itself.
        """
        task = self._task(answers)
        future = self._pool.submit(_attend, task, work, arguments)
        future.add_done_callback(lambda ended: self._ended(task, ended, answers))
        return task

    def shut(self) -> None:
        """Stop everything, wait for it, deliver nothing more. Calling it again does nothing."""
        self._shut = True
        for task in list(self._running):
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._news.clear()

    def _task(self, answers: Answers) -> Task:
        def say(count: int, of: int) -> None:
            if answers.progress is not None:
                told = answers.progress
                self.post(lambda: told(count, of))

        task = Task(say)
        self._running.add(task)
        return task

    def _ended(self, task: Task, future: Future[Any], answers: Answers) -> None:
        self._running.discard(task)
        if task.cancelled or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.post(lambda: None if task.cancelled else answers.done(future.result()))
        elif not isinstance(error, Stopped):
            self.post(lambda: None if task.cancelled else answers.failed(error))

    @Slot()
    def _deliver(self) -> None:
        while self._news and not self._shut:
            self._news.popleft()()


def _attend(task: Task, work: Callable[..., Any], arguments: tuple[object, ...]) -> Any:
    """Start the child, pass on what it reports, and return what it made. Runs in a thread that only waits."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(theirs, work, arguments), daemon=True)
    child.start()
    theirs.close()
    try:
        return _hear(task, ours)
    finally:
        child.terminate()
        child.join()
        child.close()
        ours.close()


def _hear(task: Task, pipe: Connection) -> Any:
    while not task.cancelled:
        if not pipe.poll(_LOOK_EVERY):
            continue
        try:
            kind, value = pipe.recv()
        except EOFError as gone:
            raise ChildGone from gone
        if kind == "progress":
            task.report(*value)
        elif kind == "failed":
            raise value
        else:
            return value
    raise Stopped


def _child(pipe: Connection, work: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    """The child's own life: do the work, send what became of it."""

    def report(count: int, of: int) -> None:
        pipe.send(("progress", (count, of)))

    with ThreadPoolExecutor(1) as only:
        future = only.submit(work, report, *arguments)
        error = future.exception()
    if error is None:
        pipe.send(("done", future.result()))
        return
    try:
        pipe.send(("failed", error))
    except (pickle.PicklingError, TypeError, AttributeError):
        pipe.send(("failed", RuntimeError(repr(error))))
