"""Work beside the window: answers in the window's thread, in order; stopping; shutting."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from retailpos.core.errors import Refusal
from retailpos.ui.tasks import Answers, ChildGone, Task, Tasks
from tests.ui import task_work


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    bridge = Tasks()
    yield bridge
    bridge.shut()


class Heard:
    """Keeps what was told, and in which thread."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.failed: list[BaseException] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def answers(self) -> Answers:
        return Answers(self._done, self.failed.append, lambda count, of: self.steps.append((count, of)))

    def _done(self, value: object) -> None:
        self.done.append(value)
        self.threads.add(threading.get_ident())


def test_an_answer_comes_in_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    heard = Heard()
    tasks.in_thread(lambda task: threading.get_ident(), heard.answers())
    qtbot.waitUntil(lambda: bool(heard.done))
    assert heard.done[0] != threading.get_ident()
    assert heard.threads == {threading.get_ident()}


def test_news_keep_their_order(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[int] = []

    def tell(task: Task) -> None:
        for number in range(500):
            tasks.post(lambda number=number: heard.append(number))

    tasks.in_thread(tell, Heard().answers())
    qtbot.waitUntil(lambda: len(heard) == 500)
    assert heard == list(range(500))


def test_what_went_wrong_is_told(tasks: Tasks, qtbot: QtBot) -> None:
    heard = Heard()

    def refuse(task: Task) -> None:
        raise Refusal("nothing_to_sell")

    tasks.in_thread(refuse, heard.answers())
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert str(heard.failed[0]) == "nothing_to_sell"


def test_a_child_process_reports_and_answers(tasks: Tasks, qtbot: QtBot) -> None:
    heard = Heard()
    tasks.in_process(task_work.count_to, (3,), heard.answers())
    qtbot.waitUntil(lambda: bool(heard.done), timeout=20_000)
    last, process = heard.done[0]
    assert (last, heard.steps) == (3, [(1, 3), (2, 3), (3, 3)])
    assert process != os.getpid()


def test_a_refusal_in_a_child_keeps_its_code_and_facts(tasks: Tasks, qtbot: QtBot) -> None:
    heard = Heard()
    tasks.in_process(task_work.refuse, (), heard.answers())
    qtbot.waitUntil(lambda: bool(heard.failed), timeout=20_000)
    refusal = heard.failed[0]
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.facts) == ("still_due", {"due": 5})


def test_a_child_that_dies_is_told_as_such(tasks: Tasks, qtbot: QtBot) -> None:
    heard = Heard()
    tasks.in_process(task_work.vanish, (), heard.answers())
    qtbot.waitUntil(lambda: bool(heard.failed), timeout=20_000)
    assert isinstance(heard.failed[0], ChildGone)


def test_stopped_work_stops_and_tells_nobody(tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    heard, mark = Heard(), tmp_path / "mark"
    task = tasks.in_process(task_work.work_for_ever, (str(mark),), heard.answers())
    qtbot.waitUntil(mark.exists, timeout=20_000)
    task.cancel()
    tasks.shut()
    size = mark.stat().st_size
    qtbot.wait(100)
    assert mark.stat().st_size == size
    assert (heard.done, heard.failed) == ([], [])


def test_shutting_waits_for_threads_and_delivers_nothing_more(qtbot: QtBot) -> None:
    bridge, heard, ended = Tasks(), Heard(), threading.Event()

    def wait(task: Task) -> str:
        task.sleep(30)
        ended.set()
        return "late"

    bridge.in_thread(wait, heard.answers())
    bridge.shut()
    assert ended.is_set()
    qtbot.wait(20)
    assert heard.done == []
