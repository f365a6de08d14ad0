"""What a shopkeeper does by keys in one life of the program: signs in, sells, counts, closes the day, sends."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field

from tests.torture.program import PaperSink, Program

PIN = "4821"


class Gone(Exception):
    """The program was killed while a key was on its way."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the program finds when it starts: whether the drawer is open, and whether a sale lies on the screen."""

    drawer_open: bool
    sale_waits: bool


@dataclass
class Hands:
    """Keys for the window, whose only answer is paper. `typed` are the codes that were scanned, in order."""

    program: Program
    paper: PaperSink
    dice: random.Random
    codes: list[str]
    typed: list[str] = field(default_factory=list)

    def live(self, found: Found, *, closes: bool) -> None:
        """Until the plug is pulled."""
        try:
            self._sign_in(found)
            if closes:
                self._sell()
                self._count_and_close()
                self._press("ctrl+Return")
                self._stand_by()
            while True:
                self._sell()
        except Gone:
            return

    def _press(self, *names: str) -> None:
        for name in names:
            if not self.program.keys("key", name, "sleep", "0.15"):
                raise Gone

    def _type(self, text: str, delay: int) -> None:
        if not self.program.keys("type", "--delay", str(delay), text):
            raise Gone

    def _sign_in(self, found: Found) -> None:
        """The drawer is opened with the float that is offered; a sale on the screen is paid."""
        self.program.focus()
        self._type(PIN, 60)
        self._press("Return")
        self._wait(1.0)
        if not found.drawer_open:
            self._press("Return")
            self._wait(0.5)
        if found.sale_waits:
            self._pay()

    def _sell(self) -> None:
        """A sale of a few scans, paid in cash; the next one waits for its receipt."""
        for code in self.dice.sample(self.codes, self.dice.randint(1, 4)):
            self._type(code, 2)
            # The plug may be pulled while this key is on its way: the line may be there, or not.
            self.typed.append(code)
            self._press_at_once("Return")
        self._wait(0.1)
        self._pay()

    def _press_at_once(self, name: str) -> None:
        if not self.program.keys("key", name):
            raise Gone

    def _pay(self) -> None:
        before = len(self.paper.numbers())
        self._press_at_once("F11")
        while len(self.paper.numbers()) == before:
            self._wait(0.02)

    def _count_and_close(self) -> None:
        """Count some notes, agree to what is missing, leave what is offered, close the drawer, then the day."""
        reports = self.paper.reports()
        self._press("F9", "ctrl+d", str(self.dice.randint(1, 9)), "Return", str(self.dice.randint(1, 9)))
        self._press("ctrl+Return", "ctrl+Return", "ctrl+Return", "ctrl+Return")
        while self.paper.reports() == reports:
            self._wait(0.02)

    def _stand_by(self) -> None:
        """The day is being sent."""
        while True:
            self._wait(0.05)

    def _wait(self, seconds: float) -> None:
        time.sleep(seconds)
        if not self.program.alive:
            raise Gone
