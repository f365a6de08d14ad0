"""The look that is on now: which theme, and how it changes without a restart."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from retailpos.ui.fonts import font
from retailpos.ui.theme.sheet import style_sheet
from retailpos.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, THEMES, Theme

Choice = Literal["system", "light", "dark", "high contrast"]

_PROPERTY = "retailpos_look"
_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "ground",
    QPalette.ColorRole.Link: "accent_ink",
    QPalette.ColorRole.Mid: "line",
}


class Look(QObject):
    """The theme in force. `changed` comes after every widget has been told; parts repaint by themselves."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "light"
        self.theme = LIGHT
        self.show_keys = True
        self.motion = True
        app.setStyle("Fusion")
        app.setFont(font("body"))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> Choice:
        """What was chosen for this register; `system` means that the computer's own setting is followed."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Pin a theme, or follow the system."""
        self._choice = choice
        self._wear(THEMES.get(choice) or self._system())

    def _follow(self) -> None:
        if self._choice == "system":
            self._wear(self._system())

    def _system(self) -> Theme:
        hints = self._app.styleHints()
        wishes = hints.accessibility() if hasattr(hints, "accessibility") else None
        if wishes is not None and wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _wear(self, theme: Theme) -> None:
        self.theme = theme
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, QColor(getattr(theme, token)))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink3))
        self._app.setPalette(palette)
        self._app.setStyleSheet(style_sheet(theme))
        self.changed.emit()


def apply(app: QApplication, choice: Choice = "system") -> Look:
    """Dress the application. Calling it again only changes the theme."""
    worn = app.property(_PROPERTY)
    if worn is None:
        worn = Look(app)
        app.setProperty(_PROPERTY, worn)
    dressed = cast(Look, worn)
    dressed.choose(choice)
    return dressed


def look() -> Look:
    """The look of the running application; dressed in light if nobody has dressed it yet."""
    app = cast(QApplication, QApplication.instance())
    worn = app.property(_PROPERTY)
    return cast(Look, worn) if worn is not None else apply(app, "light")


def theme() -> Theme:
    """The colours in force."""
    return look().theme
