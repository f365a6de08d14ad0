"""The head of a desk page: 72 high; back, title and chips at the left, at most one blue button at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from retailpos.ui.parts.close_key import PictureKey
from retailpos.ui.parts.panes import Ground, column, row
from retailpos.ui.parts.words import Words

MARGIN = 32


class DeskHead(Ground):
    """`left` takes chips and arrows after the title, `right` takes buttons."""

    def __init__(self, title: str, second: str = "", *, back: bool = False) -> None:
        super().__init__("ground")
        self.setFixedHeight(72)
        across = row(self, margin=(MARGIN, 0, MARGIN, 0), gap=16)
        self.back = PictureKey("arrow-left", "Back", bordered=True, drawn=40)
        self.back.setVisible(back)
        self.title = Words(title, "title", name="page title")
        self.second = Words(second, "body", tone="ink2")
        self.second.setVisible(bool(second))
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch(1)
        self.left = row(gap=12)
        self.right = row(gap=12)
        across.addWidget(self.back)
        across.addLayout(words)
        across.addLayout(self.left)
        across.addStretch(1)
        across.addLayout(self.right)

    def set_title(self, title: str, second: str = "") -> None:
        """Other words at the head."""
        self.title.set_text(title)
        self.second.set_text(second)
        self.second.setVisible(bool(second))


class DeskPage(Ground):
    """A page with its head and a `body` column below, 32 from the edges, 24 above the foot."""

    def __init__(self, head: DeskHead) -> None:
        super().__init__("ground")
        self.head = head
        down = column(self)
        down.addWidget(head)
        self.body = column(margin=(MARGIN, 0, MARGIN, 24), gap=16)
        down.addLayout(self.body, 1)

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Put a part below the others."""
        self.body.addWidget(part, stretch)
