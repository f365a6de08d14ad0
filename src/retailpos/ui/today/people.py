"""Who served today: initials, name, and how many receipts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from retailpos.ui.parts.avatar import Avatar
from retailpos.ui.parts.panes import column, row
from retailpos.ui.parts.words import Words

_MOST = 4


@dataclass(frozen=True, slots=True)
class Served:
    """Somebody, in words how many receipts they made, and the colour of their initials."""

    name: str
    receipts: str
    colour: str


class People(QWidget):
    """Up to four people side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Served, ...] = ()
        self._row = row(self, gap=32)
        self._row.addStretch(1)

    def set_people(self, people: tuple[Served, ...]) -> None:
        """Names, each with what they did."""
        if people == self._shown:
            return
        self._shown = people
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for place, one in enumerate(people[:_MOST]):
            self._row.insertWidget(place, _Person(one))


class _Person(QWidget):
    def __init__(self, one: Served) -> None:
        super().__init__()
        across = row(self, gap=12)
        words = column()
        words.addWidget(Words(one.name, "body strong"))
        words.addWidget(Words(one.receipts, "small", tone="ink2"))
        across.addWidget(Avatar(one.name, one.colour, 36))
        across.addLayout(words)
