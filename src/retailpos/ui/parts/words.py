"""Plain words and figures on a page, set in a role and a tone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from retailpos.ui.fonts import ROLES, font, sized
from retailpos.ui.parts import painting
from retailpos.ui.theme.look import theme as current

_COMFORTABLE = 420
_LINES = {12: 16, 13: 18, 14: 20, 15: 22, 16: 22, 18: 24, 24: 32, 28: 36}
_STEPS = (144, 112, 88, 68, 64, 56, 48, 40, 34, 28, 24, 20)


class Words(QLabel):
    """A label by role (`body`, `small`, `title` …) and tone (`ink`, `ink2`, `ink3`, `ok`, `warn`, `bad`, `accent`).

    Sentences wrap when `wrap` is asked for; a single line elides at its end and shows itself whole as a tip.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "ink",
        wrap: bool = False,
        align: Qt.AlignmentFlag = painting.LEFT,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._large = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self._tone = tone
        self.setWordWrap(wrap)
        self.setAlignment(align)
        if name:
            self.setObjectName(name)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """New words."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        """Another colour of words."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def set_role(self, role: str) -> None:
        """Set the words another way."""
        self._role = role
        self._set_font()

    def set_large(self, large: bool) -> None:
        """The size for a big screen, where the role has one."""
        self._large = large
        self._set_font()

    def sizeHint(self) -> QSize:
        wide = max(painting.width_of(self._face(), part) for part in self.text().split("\n"))
        if self.wordWrap():
            wide = min(wide, _COMFORTABLE)
            return QSize(wide, self.heightForWidth(wide))
        margins = self.contentsMargins()
        tall = self._line() * (1 + self.text().count("\n")) + margins.top() + margins.bottom()
        return QSize(wide + margins.left() + margins.right(), tall)

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return QSize(min(120, self.sizeHint().width()), self._line())
        return QSize(min(24, self.sizeHint().width()), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        return self._line() * max(1, len(self._broken(width)))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange) and self.font() != self._face():
            # A style sheet puts back the font a widget had when it was first dressed.
            self.setFont(self._face())
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.contentsRect()
        ink = self._ink()
        with QPainter(self) as painter:
            if not self.wordWrap() and "\n" not in self.text():
                shown = painting.elided(self._face(), self.text(), area.width())
                self.setToolTip(self.text() if shown != self.text() else "")
                painting.words(painter, area, shown, self._face(), ink, align=self.alignment())
                return
            lines = self._broken(area.width())
            tall = self._line()
            top = area.top() + max(0, (area.height() - tall * len(lines)) // 2)
            for number, line in enumerate(lines):
                place = QRect(area.left(), top + number * tall, area.width(), tall)
                painting.words(painter, place, line, self._face(), ink, align=self.alignment())

    def _broken(self, width: int) -> tuple[str, ...]:
        """The lines of the text: its own, each wrapped where it is to wrap."""
        own = tuple(self.text().split("\n"))
        if not self.wordWrap():
            return own
        return tuple(line for part in own for line in painting.wrapped(part, self._face(), width) or ("",))

    def _ink(self) -> str:
        theme = current()
        named = {"ink": theme.ink, "ink2": theme.ink2, "ink3": theme.ink3}
        return named.get(self._tone) or painting.said(theme, self._tone)[0]

    def _face(self) -> QFont:
        return font(self._role, large=self._large)

    def _line(self) -> int:
        px = self._face().pixelSize()
        return _LINES.get(px, px * 4 // 3)

    def _set_font(self) -> None:
        self.setFont(self._face())
        self.updateGeometry()
        self.update()


class Figure(QWidget):
    """The headline of a screen: total, left to pay, change. It steps down in size until it fits, and is never cut."""

    def __init__(self, role: str = "total", *, align: Qt.AlignmentFlag = painting.RIGHT, name: str = "figure") -> None:
        super().__init__()
        self._role = role
        self._align = align
        self._text = ""
        self._tone = "ink"
        self._large = False
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str, tone: str = "ink") -> None:
        """The figure as it is shown, true minus included."""
        if (text, tone) != (self._text, self._tone):
            self._text, self._tone = text, tone
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        """The figure as it is shown."""
        return self._text

    def set_large(self, large: bool) -> None:
        """The size for a big screen, where the role has one."""
        self._large = large
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        kind = ROLES[self._role]
        px = kind.large if self._large and kind.large else kind.px
        return QSize(120, px + (8 if px < 100 else 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            ink = theme.ink if self._tone == "ink" else painting.said(theme, self._tone)[0]
            painting.figure(painter, self.rect(), self._text, sized(self._role, self.fitting()), ink, align=self._align)

    def fitting(self) -> int:
        """The biggest of the role's sizes at which the figure fits."""
        return fitting(self._role, self._text, self.width(), large=self._large)


def fitting(role: str, text: str, width: int, *, large: bool = False) -> int:
    """The biggest size, in pixels, at which a figure of this role fits into a width."""
    kind = ROLES[role]
    first = kind.large if large and kind.large else kind.px
    sizes = (first, *(px for px in _STEPS if px < first))
    for px in sizes:
        if painting.width_of(sized(role, px), text) <= width:
            return px
    return sizes[-1]
