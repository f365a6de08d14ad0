"""One pair of hands: each gesture goes to the program from outside, and to its twin, which says what must be seen."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtGui import QImage

from tests.program.real_window import RealWindow
from tests.program.twin import Twin
from tests.ui.audit import audit

_X_NAMES = {"Esc": "Escape", "+": "plus", "Ctrl+Return": "ctrl+Return", "Ctrl+D": "ctrl+d", "Space": "space"}
_MOST_TABS = 60
_SEEN_WITHIN = 20.0
# Of a thousand points this many may differ: the clock, times of receipts, the caret.
_MAY_DIFFER = 4
_EVERY = 3
_PARTS_APART = 40
_DESK = 32


class Hands:
    """Gestures, and looks at what they did. Pictures are kept in a folder where one is given."""

    def __init__(self, real: RealWindow, twin: Twin, pictures: Path | None = None, called: str = "") -> None:
        self.real, self.twin = real, twin
        self._pictures, self._called = pictures, called
        self._kept = 0
        self.faults: list[str] = []

    def key(self, *names: str) -> None:
        """Press keys, one after the other."""
        for name in names:
            self.twin.key(name)
            self.real.key(_X_NAMES.get(name, name))

    def type(self, text: str) -> None:
        """Type as a person does."""
        self.twin.type(text)
        self.real.type(text)

    def scan(self, *codes: str) -> None:
        """One code after the other, at a scanner's speed."""
        for code in codes:
            self.twin.scan(code)
            self.real.scan(code)

    def click(self, *names: str) -> None:
        """Press parts with the pointer, one after the other; see `Twin.place` for how they are named."""
        for name in names:
            at = self.twin.place(name)
            self.twin.click(at)
            self.real.click(at.x(), at.y())

    def digits(self, number: int) -> None:
        """A number on the pad that is shown."""
        self.click(*(f"pad {digit}" for digit in str(number)))

    def touch(self, words: str) -> None:
        """Words on the keyboard that the screen shows."""
        self.click(*(f"key {mark}" for mark in words))

    def tab_to(self, name: str) -> None:
        """Walk to a part with the Tab key."""
        passed = []
        for _step in range(_MOST_TABS):
            if self.twin.focus == name:
                return
            passed.append(self.twin.focus)
            self.key("Tab")
        message = f"Tab never comes to {name}, but to {passed}"
        raise AssertionError(message)

    def see(self, step: str) -> None:
        """Both windows come to show the same; what the audit has against it is kept."""
        until = time.monotonic() + _SEEN_WITHIN
        while True:
            shown, wanted = self.real.picture(), self.twin.picture()
            apart = per_mille_apart(shown, wanted)
            if apart <= _MAY_DIFFER:
                break
            if time.monotonic() > until:
                self._keep(f"{step}-is", shown)
                self._keep(f"{step}-should-be", wanted)
                message = f"{step}: the program shows something else, {apart} of 1000 points differ"
                raise AssertionError(message)
            self.twin.settle()
        self._keep(step, shown)
        self.faults += [f"{step}: {fault}" for fault in self._audit()]

    def _audit(self) -> list[str]:
        sheet = self.twin.sheet_shown
        at_desk = self.twin.window.rail.isVisible()
        found = audit(self.twin.window, target=_DESK if at_desk else 48)
        # What lies under a sheet is dimmed on purpose.
        return [f for f in found if not (sheet and f.startswith("faint"))]

    def _keep(self, step: str, picture: QImage) -> None:
        if self._pictures is not None:
            self._kept += 1
            self._pictures.mkdir(parents=True, exist_ok=True)
            picture.save(str(self._pictures / f"{self._called}{self._kept:02} {step}.png"))


def pictures_wanted() -> Path | None:
    """Where pictures of the steps go, if anybody asked for them."""
    folder = os.environ.get("RETAILPOS_STEP_PICTURES", "")
    return Path(folder) if folder else None


def per_mille_apart(one: QImage, other: QImage) -> int:
    """How many of a thousand points of two pictures differ plainly; a thousand where their sizes differ."""
    if one.size() != other.size() or one.isNull():
        return 1000
    looked = differ = 0
    wide = one.bytesPerLine()
    left, right = bytes(one.constBits()), bytes(other.constBits())
    for y in range(0, one.height(), _EVERY):
        first, second = left[y * wide : (y + 1) * wide], right[y * wide : (y + 1) * wide]
        looked += len(first) // 4
        if first == second:
            continue
        differ += sum(
            abs(first[n] - second[n]) + abs(first[n + 1] - second[n + 1]) > _PARTS_APART
            for n in range(0, len(first) - 3, 4)
        )
    return differ * 1000 // max(1, looked)
