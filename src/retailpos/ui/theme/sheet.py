"""The one style sheet of the application, filled from a theme. Fonts are never set here: see `ui.fonts`."""

from __future__ import annotations

import dataclasses
from string import Template

from retailpos.ui.theme.tokens import Theme

_SHEET = Template(
    """
QWidget#window, QWidget[part="ground"] { background: $ground; }
QWidget[part="surface"], QFrame[part="surface"] { background: $surface; }
QWidget[part="sunken"] { background: $sunken; }
QFrame[rule="below"] { border: none; border-bottom: ${border}px solid $line; }
QFrame[rule="above"] { border: none; border-top: ${border}px solid $line; }
QFrame[rule="left"] { border: none; border-left: ${border}px solid $line; }

QLabel { color: $ink; background: transparent; }
QLabel[tone="ink2"] { color: $ink2; }
QLabel[tone="ink3"] { color: $ink3; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="violet"] { color: $violet; }
QLabel[tone="accent"] { color: $accent_ink; }

QLineEdit, QPlainTextEdit, QDateEdit {
    background: $surface; color: $ink; border: ${border}px solid $edge; border-radius: 8px;
    padding: 0 11px; placeholder-text-color: $ink3;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:disabled { background: $sunken; color: $ink3; border-color: $line; }
QLineEdit[state="error"] { border: 2px solid $bad; padding: 0 10px; }
QLineEdit[place="top"] { margin: 2px 0; border-radius: 10px; padding: 0 42px; }
QLineEdit[place="field"] { margin: 2px 0; }
QPlainTextEdit { padding: 6px 8px; }

QListView, QTableView, QTreeView, QScrollArea { background: transparent; border: none; outline: 0; color: $ink; }
QListView::item, QTableView::item { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[part="ground"] { background: $ground; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: $ink2; border: none; border-bottom: ${border}px solid $line; padding: 0 12px;
}
QTableCornerButton::section { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; border: none; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; min-height: 48px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; border: none; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 4px; min-width: 48px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $ink; border: ${border}px solid $edge; padding: 8px 0; }
QMenu::item { padding: 13px 32px 13px 20px; }
QMenu::item:selected { background: $accent_soft; color: $accent_ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QToolTip { background: $ink; color: $ground; border: none; padding: 6px 10px; }
"""
)


def style_sheet(theme: Theme) -> str:
    """The style sheet of this theme, as Qt reads it."""
    names: dict[str, object] = dataclasses.asdict(theme)
    return _SHEET.substitute(names, border=theme.border)
