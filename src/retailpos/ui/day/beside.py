"""Something worked out beside the window, whose answer is fetched by the window itself."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 40


class Beside(QObject):
    """`done` carries what the newest work came to; older work that is still going is forgotten.

    The thread knows its work and a list to answer into, and nothing of the window, which may be gone by then.
    """

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._answer: list[object] = []
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._take)

    def start(self, name: str, work: Callable[[], object]) -> None:
        """Begin; `work` must hold nothing of the window and raise nothing."""
        answer: list[object] = []
        self._answer = answer
        threading.Thread(target=lambda: answer.append(work()), name=name, daemon=True).start()
        self._look.start()

    def _take(self) -> None:
        if self._answer:
            self._look.stop()
            self.done.emit(self._answer[0])
