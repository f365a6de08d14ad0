"""The left pane while searching: what fits, best match first, and what Enter would add."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from retailpos.core.catalogue import Department
from retailpos.core.money import Money, shown
from retailpos.ui.fonts import font
from retailpos.ui.icons import draw_icon
from retailpos.ui.parts import painting
from retailpos.ui.parts.empty import EmptyState
from retailpos.ui.parts.panes import Ground, column, row
from retailpos.ui.parts.status import STRIP
from retailpos.ui.parts.words import Words
from retailpos.ui.sale.finding import Finding, Hit, plain
from retailpos.ui.sale.showing import stock_shown
from retailpos.ui.theme.departments import department_colour
from retailpos.ui.theme.look import theme as current
from retailpos.ui.theme.tokens import Theme
from retailpos.wording import _, plural

_ROLE = Qt.ItemDataRole.UserRole + 1
_AMOUNT = 90
Index = QModelIndex | QPersistentModelIndex


class _Hits(QAbstractListModel):
    """The hits as rows."""

    def __init__(self, parent: QWidget, decimals: int) -> None:
        super().__init__(parent)
        self._decimals = decimals
        self.hits: tuple[Hit, ...] = ()

    def take(self, hits: tuple[Hit, ...]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hits[index.row()]
        if role == _ROLE:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            price = shown(Money(hit.item.price), self._decimals)
            return f"{hit.item.name}, {stock_shown(hit.milli, hit.item.unit)[0]}, {price}"
        return None


class _HitDelegate(QStyledItemDelegate):
    """64 high: picture, name with what fits marked, SKU, stock, price."""

    def __init__(self, parent: QWidget, departments: dict[str, Department], decimals: int) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self._decimals = decimals
        self._departments = departments

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, 64)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        hit: Hit = index.data(_ROLE)
        area = option.rect
        painter.save()
        painting.start(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.accent_soft))
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), QColor(theme.accent))
        bottom = area.bottom() + 0.5
        painting.tick_line(painter, QPointF(area.left(), bottom), QPointF(area.right() + 1, bottom), theme.line)
        self._picture(painter, theme, area, hit)
        price = shown(Money(hit.item.price), self._decimals)
        # A price far beyond the usual takes its room from the name.
        room = max(_AMOUNT, painting.width_of(font("line figure"), price) + 8)
        left = self._stock(painter, theme, area.adjusted(0, 0, -room, 0), hit)
        painting.figure(painter, area.adjusted(0, 0, -16, 0), price, font("line figure"), theme.ink)
        name = QRect(area.left() + 70, area.top() + 9, left - area.left() - 82, 24)
        self._name(painter, theme, name, hit.item.name)
        about = " · ".join(part for part in (hit.item.sku, hit.department) if part)
        painting.words(painter, name.translated(0, 23), about, font("small"), theme.ink2)
        painter.restore()

    def _picture(self, painter: QPainter, theme: Theme, area: QRect, hit: Hit) -> None:
        department = self._departments.get(hit.item.department)
        colour = department_colour(theme, department.colour if department else "slate")
        box = QRect(area.left() + 16, area.top() + 12, 40, 40)
        painting.box(painter, box, radius=8, fill=colour.fill, border=theme.edge if theme.strong else None, width=2)
        icon = hit.item.icon or (department.icon if department else "") or "package"
        draw_icon(painter, icon, QPoint(box.left() + 10, box.top() + 10), 20, colour.picture)

    def _stock(self, painter: QPainter, theme: Theme, area: QRect, hit: Hit) -> int:
        words, tone = stock_shown(hit.milli, hit.item.unit)
        ink, ground = painting.said(theme, tone)
        wide = painting.width_of(font("small strong"), words) + 18
        chip = QRect(area.right() - 24 - wide, area.center().y() - 12, wide, 26)
        painting.box(painter, chip, radius=13, fill=ground, border=ink if theme.strong else None, width=2)
        painting.words(painter, chip, words, font("small strong"), ink, align=painting.CENTRE)
        return chip.left()

    def _name(self, painter: QPainter, theme: Theme, place: QRect, name: str) -> None:
        face = font("line name")
        folded = plain(name)
        for word in self.words:
            at = folded.find(word) if len(folded) == len(name) else -1
            if at >= 0:
                left = place.left() + painting.width_of(face, name[:at])
                wide = painting.width_of(face, name[at : at + len(word)])
                mark = QRect(left - 1, place.top() + 1, min(wide + 2, place.right() - left), 21)
                if mark.width() > 0:
                    painting.box(painter, mark, radius=3, fill=theme.found)
        painting.words(painter, place, name, face, theme.ink)


class SearchPane(Ground):
    """The hits in a card. A scan still goes to the sale."""

    def __init__(self, finding: Finding, departments: dict[str, Department], decimals: int) -> None:
        super().__init__("ground")
        self._finding = finding
        self._foot = 17
        self.count = Words("", "body strong")
        self.view = QListView()
        self.view.setObjectName("hits")
        self.view.setAccessibleName(_("Items that fit"))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._hits = _Hits(self, decimals)
        self._delegate = _HitDelegate(self, departments, decimals)
        self.view.setModel(self._hits)
        self.view.setItemDelegate(self._delegate)
        self._down = down = column(self, margin=(17, 17, 17, 17))
        head = row(margin=(16, 0, 16, 0))
        head.addWidget(self.count, 1)
        self._order = Words(_("best match first"), "desk", tone="ink2", align=painting.RIGHT)
        head.addWidget(self._order)
        self._head = QWidget()
        self._head.setFixedHeight(48)
        self._head.setLayout(head)
        otherwise = _("Try fewer letters, scan it, or sell it as an open item (Ins).")
        self.nothing = EmptyState("magnifying-glass", _("Nothing fits"), otherwise)
        self.nothing.hide()
        foot = Words(
            _("Enter adds one  ·  3 * adds three  ·  ↑ ↓ choose  ·  Esc closes"),
            "desk",
            tone="ink2",
        )
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setFixedHeight(56)
        for part, share in ((self._head, 0), (self.view, 1), (self.nothing, 1), (foot, 0)):
            down.addWidget(part, share)

    def redraw(self) -> None:
        """Show what was found."""
        hits = self._finding.hits
        self._delegate.words = tuple(plain(word) for word in self._finding.words.split())
        if self._hits.hits != hits:
            self._hits.take(hits)
        words = plural("{n} item", "{n} items", len(hits)).format(n=len(hits))
        if not hits:
            words = _("Nothing fits “{words}”").format(words=self._finding.words) if self._finding.words else ""
        self.count.set_text(words)
        self._order.setVisible(bool(hits))
        self.view.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        if hits:
            self.view.setCurrentIndex(self._hits.index(self._finding.at))
        self.view.viewport().update()

    def leave_free(self, height: int) -> None:
        """The hits end above the keyboard on the screen."""
        self._foot = 17 + max(0, height - STRIP)
        self._down.setContentsMargins(17, 17, 17, self._foot)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current()
        painter = QPainter(self)
        painting.start(painter)
        area = self.rect().adjusted(16, 16, -16, 1 - self._foot)
        painting.box(painter, area, radius=14, fill=theme.surface, border=theme.line, width=theme.border)
        for line in (area.top() + 49, area.bottom() - 57):
            painting.tick_line(painter, QPointF(area.left(), line + 0.5), QPointF(area.right(), line + 0.5), theme.line)
        painter.end()
