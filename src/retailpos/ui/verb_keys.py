"""Pressing a verb by its key where Qt's own shortcuts cannot: under a sheet, and for keys that waited for a scan."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


def press_verb(event: QKeyEvent, root: QWidget) -> bool:
    """Press the verb this key stands for among those under `root` that can be seen and pressed."""
    pressed = _sequences(event)
    for action in (*root.findChildren(QAction), *root.actions()):
        if action.isEnabled() and _can_be_seen(action) and any(key in pressed for key in action.shortcuts()):
            action.trigger()
            return True
    return False


def _can_be_seen(action: QAction) -> bool:
    return any(
        isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled() for owner in action.associatedObjects()
    )


def _sequences(event: QKeyEvent) -> tuple[QKeySequence, ...]:
    """The key with and without the marks of the number block and of Shift, which belong to the layout, not the verb."""
    key, held = Qt.Key(event.key()), event.modifiers()
    bare = held & ~Qt.KeyboardModifier.KeypadModifier
    kinds = [held, bare]
    if event.text().isprintable() and event.text() and not event.text().isalnum():
        kinds.append(bare & ~Qt.KeyboardModifier.ShiftModifier)
    return tuple(QKeySequence(QKeyCombination(kind, key)) for kind in kinds)
