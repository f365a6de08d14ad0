"""The whole day at the real program, in a real window, by real X events from another process.

`RETAILPOS_STEP_PICTURES=FOLDER` keeps a picture of every step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from retailpos.core import outbox
from retailpos.practice import company
from retailpos.ui.theme.look import Choice
from tests.program import by_keys, by_pointer
from tests.program.hands import Hands, pictures_wanted
from tests.program.real_window import RealWindow
from tests.program.shop_day import Day, prepare, recorded
from tests.program.twin import Twin

pytestmark = [pytest.mark.xvfb, pytest.mark.slow, pytest.mark.timeout(300)]

WAYS = {"keys": by_keys.whole_day, "pointer": by_pointer.whole_day}
CASES = [
    ("keys", "light", (1366, 768)),
    ("pointer", "high contrast", (1366, 768)),
    ("keys", "high contrast", (1920, 1080)),
    ("pointer", "dark", (1920, 1080)),
    ("keys", "dark", (1366, 768)),
    ("pointer", "light", (1920, 1080)),
]
SOURCE = str(Path(__file__).resolve().parents[2] / "src")
Begin = Callable[[str, str, tuple[int, int]], Hands]


@pytest.fixture
def day(window_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Day]:
    monkeypatch.setenv("RETAILPOS_DATA", window_environment["RETAILPOS_DATA"])
    monkeypatch.setenv("PYTHONPATH", SOURCE)
    made = prepare(tmp_path / "twin")
    yield made
    company.stop(made.file)


@pytest.fixture
def begin(window_environment: dict[str, str], qapp: QApplication, day: Day) -> Iterator[Begin]:
    begun: list[Hands] = []

    def start(way: str, theme: str, size: tuple[int, int]) -> Hands:
        environment = {**window_environment, "PYTHONPATH": SOURCE, "RETAILPOS_THEME": theme}
        twin = Twin(qapp, day.twin_file, cast("Choice", theme), size)
        try:
            real = RealWindow(environment, size)
        except BaseException:
            twin.close()
            raise
        called = f"{way}-{size[0]}-{theme.replace(' ', '-')}-"
        begun.append(Hands(real, twin, pictures_wanted(), called))
        return begun[-1]

    yield start
    for hands in begun:
        hands.twin.close()
        hands.real.close()


@pytest.mark.parametrize(("way", "theme", "size"), CASES)
def test_a_day_from_the_pin_to_quickbooks(begin: Begin, day: Day, way: str, theme: str, size: tuple[int, int]) -> None:
    hands = begin(way, theme, size)
    WAYS[way](hands, day)
    hands.real.close()
    found, twin = recorded(day.file), recorded(day.twin_file)
    assert found.kinds == [
        "opening", "sale", "sale", "sale", "return", "count", "day_close",
    ]  # fmt: skip
    assert [len(lines) for lines in found.lines] == [0, 10, 1, 2, 1, 0, 0]
    assert (found.lines, found.totals) == (twin.lines, twin.totals)
    first, back = found.documents[1], found.documents[4]
    assert first.payments[0].tendered == 100_000
    assert first.payments[0].change == 100_000 - first.total
    assert (back.lines[0].name, back.lines[0].amount) == (first.lines[0].name, -first.lines[0].amount)
    assert found.documents[5].facts["difference"] == 0
    assert found.wrong == ()
    assert found.state == outbox.VERIFIED
    assert hands.faults == []
