"""A real window with a field and shortcuts that prints what reaches it. Started by the test of real keys."""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from retailpos.ui.scan_run import ScanTiming
from retailpos.ui.scans import ScanFilter

SCANNER_GAP = 35
PAUSE = 400


class Ending(QObject):
    """Tells the window that the other side has typed everything."""

    told = Signal()

    def listen(self) -> None:
        """Wait for a line on standard input."""
        sys.stdin.readline()
        self.told.emit()


class Gaps(QObject):
    """Watches how far apart keys really came, as the X server timed them."""

    def __init__(self) -> None:
        super().__init__()
        self.last = 0
        self.broken = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it so
        if event.type() == QEvent.Type.ShortcutOverride and watched.isWindowType() and isinstance(event, QKeyEvent):
            if SCANNER_GAP < event.timestamp() - self.last < PAUSE:
                self.broken += 1
            self.last = event.timestamp()
        return False


def say(text: str) -> None:
    """One line for the test."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Show the window until a line comes on standard input, then print what is in the field."""
    app = QApplication(sys.argv)
    window = QWidget()
    field = QLineEdit(window)
    QVBoxLayout(window).addWidget(field)
    for name, key in (("close the day", "Ctrl+D"), ("undo", "Ctrl+Z"), ("send", "Ctrl+]")):
        action = QAction(name, window)
        action.setShortcut(key)
        action.triggered.connect(lambda _=False, name=name: say(f"did {name}"))
        window.addAction(action)
    scans = ScanFilter(app, ScanTiming())
    scans.scanned.connect(lambda code: say(f"scanned {code if code.isprintable() else repr(code)}"))
    gaps = Gaps()
    app.installEventFilter(gaps)
    ending = Ending()
    ending.told.connect(lambda: QTimer.singleShot(200, app.quit))
    window.show()
    field.setFocus()
    QTimer.singleShot(100, lambda: say(f"ready {int(window.winId())}"))
    threading.Thread(target=ending.listen, daemon=True).start()
    app.exec()
    say(f"field {field.text()!r}")
    say(f"broken {gaps.broken}")


if __name__ == "__main__":
    main()
