"""Choosing one of many: looks like an input, opens a list that can be searched, best match first with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.field import Input
from retailpos.ui.parts.panes import column
from retailpos.ui.parts.pressable import Pressable
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex

_ROW = 44
_SHOWN = 7
_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the list: its key, its words, and why it may fit (`Same name in QuickBooks`)."""

    key: str
    text: str
    reason: str = ""


def matching(choices: tuple[Choice, ...], typed: str) -> tuple[Choice, ...]:
    """The choices that hold every word typed; those that begin with the text come first, else the order stays."""
    wanted = typed.casefold().split()
    found = [choice for choice in choices if all(word in choice.text.casefold() for word in wanted)]
    return tuple(sorted(found, key=lambda choice: not choice.text.casefold().startswith(typed.casefold().strip())))


class Picker(Pressable):
    """`picked` carries the key that was chosen. `missing` marks it as needed; `looked_at` as worth a look."""

    picked = Signal(str)

    def __init__(self, prompt: str, *, desk: bool = True, name: str = "") -> None:
        super().__init__(prompt, name=name or prompt)
        self._prompt = prompt
        self._choices: tuple[Choice, ...] = ()
        self._key = ""
        self._tone = ""
        self._desk = desk
        self._list: PickerList | None = None
        self.setProperty("ring_radius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)

    def set_choices(self, choices: tuple[Choice, ...], key: str = "", tone: str = "") -> None:
        """What can be chosen and what is; a tone of `bad` or `warn` marks the border."""
        self._choices, self._key, self._tone = choices, key, tone
        shown = next((choice.text for choice in choices if choice.key == key and key), self._prompt)
        self.setText(shown)
        self.setAccessibleName(f"{self.objectName()}, {shown}")
        self.setToolTip(shown)
        self.update()

    def key(self) -> str:
        """The key that is chosen, empty for none."""
        return self._key

    def open(self) -> None:
        """Show the list under the picker, with the keyboard in its search field."""
        self._list = PickerList(self, self._choices, self._key)
        self._list.picked.connect(self._take)
        self._list.open()

    def sizeHint(self) -> QSize:
        return QSize(160, 40 if self._desk else 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open()
            return
        super().keyPressEvent(event)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        area = self.rect().adjusted(0, 0 if self._desk else 2, 0, 0 if self._desk else -2)
        wrong = self._tone in ("bad", "warn")
        border = painting.said(theme, self._tone)[0] if wrong else theme.edge if self.isEnabled() else theme.line
        fill = theme.sunken if self.isDown() or not self.isEnabled() else theme.surface
        width = 2 if self._tone == "bad" or theme.strong else 1
        painting.box(painter, area, radius=8, fill=fill, border=border, width=width)
        ink = theme.ink if self.isEnabled() and (self._key or wrong) else theme.ink3
        painting.words(painter, area.adjusted(12, 0, -36, 0), self.text(), font("desk"), ink)
        at = QPoint(area.right() - 28, area.center().y() - 8)
        draw_icon(painter, "caret-down", at, 18, theme.ink if self.isEnabled() else theme.ink3)

    def _take(self, key: str) -> None:
        self.set_choices(self._choices, key)
        self.picked.emit(key)


class _Choices(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: tuple[Choice, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self.shown[index.row()]
        if role == _ROLE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{choice.text}, {choice.reason}" if choice.reason else choice.text
        return None

    def take(self, shown: tuple[Choice, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()


class _ChoiceDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        choice: Choice = index.data(_ROLE)
        painter.save()
        painting.start(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painting.box(painter, option.rect.adjusted(4, 1, -4, -1), radius=8, fill=theme.accent_soft)
        place = option.rect.adjusted(14, 0, -14, 0)
        wide = painting.width_of(font("small"), choice.reason)
        room = QRect(place.right() - wide, place.top(), wide, place.height())
        painting.words(painter, room, choice.reason, font("small"), theme.ink2, align=painting.RIGHT)
        name = place.adjusted(0, 0, -(wide + 12 if wide else 0), 0)
        painting.words(painter, name, choice.text, font("desk"), theme.ink)
        painter.restore()


class PickerList(QFrame):
    """The open list, a child of the window. Esc and a press outside close it."""

    picked = Signal(str)

    def __init__(self, picker: Picker, choices: tuple[Choice, ...], key: str) -> None:
        super().__init__(picker.window())
        self._picker = picker
        self._all = choices
        self.search = Input("search the list", desk=True)
        self.search.setPlaceholderText("Search")
        self.search.setProperty("own_ring", True)
        self.view = QListView()
        self._model = _Choices(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_ChoiceDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        down = column(self, margin=(8, 8, 8, 8), gap=4)
        down.addWidget(self.search)
        down.addWidget(self.view, 1)
        self.search.textEdited.connect(self._narrow)
        self.search.installEventFilter(self)
        self.view.clicked.connect(lambda index: self._take(index.row()))
        self._model.take(choices)
        at = next((n for n, choice in enumerate(choices) if choice.key == key), 0)
        self.view.setCurrentIndex(self._model.index(at))

    def open(self) -> None:
        """Show the list below the picker, or above it where there is no room."""
        window = self._picker.window()
        corner = self._picker.mapTo(window, QPoint(0, self._picker.height() + 4))
        tall = 60 + _ROW * max(1, min(_SHOWN, len(self._all)))
        if corner.y() + tall > window.height() - 8:
            corner.setY(max(8, corner.y() - tall - self._picker.height() - 8))
        wide = max(280, self._picker.width())
        left = min(corner.x(), window.width() - wide - 8)
        self.setGeometry(left, corner.y(), wide, tall)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.scrollTo(self.view.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._close(back=False)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        with QPainter(self) as painter:
            painting.start(painter)
            painting.box(painter, self.rect(), radius=10, fill=theme.surface, border=theme.edge, width=theme.border)
            line = QPointF(8, 52.5), QPointF(self.width() - 8, 52.5)
            painting.tick_line(painter, *line, theme.line)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}
        key = Qt.Key(event.key())
        if key in steps:
            at = self.view.currentIndex().row() + steps[key]
            self.view.setCurrentIndex(self._model.index(max(0, min(at, len(self._model.shown) - 1))))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.view.currentIndex().row())
            return True
        if key == Qt.Key.Key_Escape:
            self._close(back=True)
            return True
        return False

    def _narrow(self, typed: str) -> None:
        self._model.take(matching(self._all, typed))
        self.view.setCurrentIndex(self._model.index(0))

    def _take(self, at: int) -> None:
        if 0 <= at < len(self._model.shown):
            key = self._model.shown[at].key
            self._close(back=True)
            self.picked.emit(key)

    def _close(self, *, back: bool) -> None:
        self.hide()
        if back:
            self._picker.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
