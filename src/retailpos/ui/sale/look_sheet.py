"""How this register looks and sounds: it changes while one chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QWidget

from retailpos.actions.looks import Wishes
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.switch import Switch
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.words import Words
from retailpos.ui.theme.look import Choice, look
from retailpos.wording import _

THEMES: tuple[Choice, ...] = ("system", "light", "dark", "high contrast")


class LookSheet(Sheet):
    """`chosen` is called with every change; nothing waits for a button."""

    def __init__(self, window: QWidget, wishes: Wishes, chosen: Callable[[Wishes], object]) -> None:
        super().__init__(window, width=600, name="look sheet")
        self.wishes, self._chosen = wishes, chosen
        self.themes = TabPills(bordered=True, name="theme")
        names = (_("As the computer"), _("Light"), _("Dark"), _("High contrast"))
        self.themes.set_names(names, THEMES.index(cast("Choice", wishes.theme)))
        self.themes.chosen.connect(lambda place: self._change(replace(self.wishes, theme=THEMES[place])))
        colours = column(gap=8)
        colours.addWidget(Words(_("Colours"), "small strong", tone="ink2"))
        colours.addWidget(self.themes)
        self.content.addLayout(colours)
        self._add("key_names", _("Names of keys on buttons"), _("For whoever works with the keyboard"))
        self._add("motion", _("Motion"), _("A new line glows for a moment"))
        self._add("sounds", _("Sounds"), _("When something is refused, needs somebody, or is paid"))
        back = Button(_("Back to the sale"), "primary", key="Escape", name="step")
        back.clicked.connect(self.close_sheet)
        self.content.addWidget(back)
        self.set_head(_("Look and sound"), _("For this register only. It holds at once."))
        self.closed.connect(self.deleteLater)

    def _add(self, name: str, text: str, second: str) -> None:
        switch = Switch(text, second, name=f"wish {name}")
        switch.setChecked(getattr(self.wishes, name))
        switch.toggled.connect(lambda on: self._change(replace(self.wishes, **{name: on})))
        self.content.addWidget(switch)

    def _change(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self._chosen(wishes)


def wear(window: QWidget, wishes: Wishes) -> None:
    """Let a window and everything in it follow."""
    dressed = look()
    if dressed.choice != wishes.theme:
        dressed.choose(cast("Choice", wishes.theme))
    dressed.motion = wishes.motion
    if dressed.show_keys != wishes.key_names:
        dressed.show_keys = wishes.key_names
        for part in window.findChildren(QWidget):
            part.updateGeometry()
            part.update()
