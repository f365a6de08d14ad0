"""A sheet with one step: Enter takes it wherever the keyboard is, and typing goes to its field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from retailpos.ui.parts.sheet import Sheet


class StepSheet(Sheet):
    """`take` is the step. `typing` is what digits and letters go to when they were typed beside it."""

    typing: QWidget | None = None

    def take(self) -> None:
        """Take the step."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            # A field tells of its own Enter and passes it on all the same; one step is enough.
            if self.hasFocus() and not event.isAutoRepeat():
                self.take()
            return
        if self.typing is not None and event.text().isprintable() and event.text() and not self.typing.hasFocus():
            event.accept()
            self.typing.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(self.typing, event)
            return
        super().keyPressEvent(event)
