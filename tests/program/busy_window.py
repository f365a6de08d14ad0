"""A field in a window whose timers work slowly, as a disk does now and then; it prints what reached it.

Started by the test of scans while the program is busy: `busy_window.py HOW_LONG_MS HOW_OFTEN_MS`.
"""

from __future__ import annotations

import json
import sys
import threading
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from retailpos.ui.scan_run import ScanTiming
from retailpos.ui.scans import ScanFilter

_BETWEEN_SCANS = 300


class Gaps(QObject):
    """Counts scans whose keys came too far apart by the X server's own times: the tool's doing, not the program's."""

    def __init__(self) -> None:
        super().__init__()
        self.last = 0
        self.broken = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it so
        if event.type() == QEvent.Type.ShortcutOverride and watched.isWindowType() and isinstance(event, QKeyEvent):
            if ScanTiming().gap < event.timestamp() - self.last < _BETWEEN_SCANS:
                self.broken += 1
            self.last = event.timestamp()
        return False


class Ending(QObject):
    """Tells the window that everything was typed."""

    told = Signal()

    def listen(self) -> None:
        """Wait for a line on standard input."""
        sys.stdin.readline()
        self.told.emit()


def say(text: str) -> None:
    """One line for the test."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Show the field until a line comes on standard input."""
    app = QApplication(sys.argv)
    field = QLineEdit()
    scanned: list[str] = []
    scans = ScanFilter(app, ScanTiming())
    scans.scanned.connect(scanned.append)
    gaps, ending = Gaps(), Ending()
    app.installEventFilter(gaps)
    ending.told.connect(lambda: QTimer.singleShot(400, app.quit))
    slow = QTimer()
    slow.setInterval(int(sys.argv[2]))
    slow.timeout.connect(lambda: time.sleep(int(sys.argv[1]) / 1000))
    slow.start()
    field.show()
    QTimer.singleShot(300, lambda: say(str(int(field.winId()))))
    threading.Thread(target=ending.listen, daemon=True).start()
    app.exec()
    say(json.dumps({"scanned": scanned, "field": field.text(), "broken": gaps.broken}))


if __name__ == "__main__":
    main()
