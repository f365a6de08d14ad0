"""A verb of the shop as one QAction: the button, the key, the menu and the palette all press the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from retailpos.ui.theme.look import look


@dataclass(frozen=True, slots=True)
class Verb:
    """What a person can do here: its name in the code, its words, its keys (`F12`, `Ctrl+Return`) and its picture."""

    name: str
    text: str
    key: str = ""
    second: str = ""
    icon: str = ""


def action(verb: Verb, pressed: Callable[[], object], owner: QWidget) -> QAction:
    """The one QAction of a verb. Its keys work while `owner` can be seen, and never repeat while a key is held down."""
    made = QAction(verb.text, owner)
    made.setObjectName(verb.name)
    made.setProperty("icon_name", verb.icon)
    keys = [QKeySequence(key) for key in (verb.key, verb.second) if key]
    made.setProperty("key_name", verb.key)
    made.setShortcuts(keys)
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.setAutoRepeat(False)
    made.triggered.connect(lambda _checked=False: pressed())
    owner.addAction(made)
    return made


class Verbs:
    """All verbs of one page, in the order they were added; the palette asks here."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._actions: dict[str, QAction] = {}

    def add(self, verb: Verb, pressed: Callable[[], object]) -> QAction:
        """Make the verb's action. A name can be used once."""
        if verb.name in self._actions:
            raise ValueError(f"the verb {verb.name} is there already")
        made = self._actions[verb.name] = action(verb, pressed, self._owner)
        return made

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> Iterable[QAction]:
        """Every action of the page, for the palette."""
        return tuple(self._actions.values())


def key_words(key: str) -> str:
    """A key as it is written on a button: `Ctrl Enter`, `F12`, `Esc`. Empty when key names are hidden."""
    if not key or not look().show_keys:
        return ""
    renamed = {"Return": "Enter", "Escape": "Esc", "Delete": "Del", "Insert": "Ins", "Backspace": "⌫"}
    return " ".join(renamed.get(part, part) for part in key.split("+") if part)


def short_key(key: str) -> str:
    """A key as it is written in the corner of an action key: `^Z` for Ctrl Z."""
    return key_words(key).replace("Ctrl ", "^").replace("Shift ", "⇧")
