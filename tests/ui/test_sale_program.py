"""The real program on a virtual screen, driven by a real keyboard's events: start, sell, be killed, go on."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retailpos.actions.till import Till
from tests.conftest import need_tool
from tests.ui.register_shop import MUG, make_shop

pytestmark = pytest.mark.xvfb


class Program:
    """`retailpos --shop FILE` in a process of its own."""

    def __init__(self, file: Path, environment: dict[str, str]) -> None:
        self._tool = need_tool("xdotool")
        self.environment = environment
        command = [sys.executable, "-m", "retailpos", "--shop", str(file)]
        self.process = subprocess.Popen(command, env=environment)
        self.window = self._wait_for_window()

    def _wait_for_window(self) -> str:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            assert self.process.poll() is None, "the register did not stay open"
            found = self._do("search", "--onlyvisible", "--pid", str(self.process.pid))
            if found:
                return found.split()[-1]
            time.sleep(0.2)
        pytest.fail("no window came")

    def _do(self, *words: str) -> str:
        done = subprocess.run([self._tool, *words], env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def focus(self) -> None:
        """Give the window the keyboard, as there is nobody else on this screen to do it."""
        self._do("windowfocus", "--sync", self.window)
        time.sleep(0.5)

    def type(self, text: str, gap: int = 150) -> None:
        """Type as a person does, or as a scanner with a short gap."""
        self._do("type", "--delay", str(gap), text)
        time.sleep(0.3)

    def key(self, *keys: str) -> None:
        """Press keys by their X names, one after the other."""
        for key in keys:
            self._do("key", key)
            time.sleep(0.4)

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def start(tmp_path: Path, window_environment: dict[str, str]) -> Iterator[Callable[[], Program]]:
    source = str(Path(__file__).resolve().parents[2] / "src")
    environment = {**window_environment, "PYTHONPATH": source, "RETAILPOS_THEME": "light"}
    running: list[Program] = []

    def begin() -> Program:
        running.append(Program(tmp_path / "small.shop", environment))
        return running[-1]

    yield begin
    for program in running:
        if program.process.poll() is None:
            program.kill()


def test_a_sale_by_keyboard_and_a_draft_that_outlives_the_program(tmp_path: Path, start: Callable[[], Program]) -> None:
    make_shop(tmp_path / "small.shop").close()
    program = start()
    program.focus()
    program.type("4821")
    program.key("Return")
    time.sleep(1)
    program.type("20000")
    program.key("Return")
    program.type(f"{MUG}\n", gap=5)
    program.type("beesw")
    program.key("Return")
    time.sleep(1.2)
    program.kill()

    shop = make_shop(tmp_path / "small.shop")
    kept = Till(shop).cart
    shop.close()
    assert [line.name for line in kept.lines] == ["Stoneware Mug", "Beeswax Candle"]

    program = start()
    program.focus()
    program.type("4821")
    program.key("Return")
    time.sleep(1)
    program.key("F12")
    program.type("5000")
    program.key("Return")
    time.sleep(1)
    program.kill()

    shop = make_shop(tmp_path / "small.shop")
    with shop.store.read() as tx:
        (receipt,) = tx.documents.find_receipts()
    shop.close()
    assert receipt.total == 3478
    assert receipt.payments[0].change == 5000 - 3478
