"""Judging a screen by measure: nothing cut or overlapping, targets large enough, words that stand out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

LEAST_CONTRAST = 4.5
LEAST_CONTRAST_LARGE = 3.0
LARGE_PX = 24


def audit(window: QWidget, *, target: int = 48) -> list[str]:
    """Everything that is wrong with what the window shows now; nothing when it is right."""
    found = [*cut_words(window), *small_targets(window, target), *overlaps(window), *strays(window), *covered(window)]
    return [*found, *faint_words(window)]


def _seen(window: QWidget) -> Iterator[QWidget]:
    """Widgets that can be seen: shown, with some size, not scrolled away, not under a sheet."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.width() > 1 and widget.height() > 1 and not widget.visibleRegion().isEmpty():
            yield widget


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()} {words[:40]!r}"


def cut_words(window: QWidget) -> Iterator[str]:
    """Labels whose words need more room than they have."""
    for widget in _seen(window):
        if not isinstance(widget, QLabel) or not widget.text() or widget.textFormat() == Qt.TextFormat.RichText:
            continue
        room = widget.contentsRect()
        if widget.wordWrap():
            need = widget.fontMetrics().boundingRect(
                QRect(0, 0, room.width(), 10_000), int(Qt.TextFlag.TextWordWrap), widget.text()
            )
            if need.height() > room.height() + 2:
                yield f"cut below: {_name(widget)} needs {need.height()}, has {room.height()}"
        elif widget.fontMetrics().horizontalAdvance(widget.text()) > room.width() + 2:
            need_width = widget.fontMetrics().horizontalAdvance(widget.text())
            yield f"cut at the side: {_name(widget)} needs {need_width}, has {room.width()}"


def small_targets(window: QWidget, target: int) -> Iterator[str]:
    """What can be pressed and is too small to be hit."""
    for widget in _seen(window):
        pressed = isinstance(widget, QAbstractButton) and widget.isEnabled()
        if pressed and min(widget.width(), widget.height()) < target:
            yield f"small: {_name(widget)} is {widget.width()} x {widget.height()}"


def overlaps(window: QWidget) -> Iterator[str]:
    """Buttons, labels and fields of one parent that lie over each other."""
    by_parent: dict[int, list[QWidget]] = {}
    for widget in _seen(window):
        through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) and not through:
            by_parent.setdefault(id(widget.parent()), []).append(widget)
    for widgets in by_parent.values():
        for n, one in enumerate(widgets):
            for other in widgets[n + 1 :]:
                common = one.geometry() & other.geometry()
                if common.width() > 2 and common.height() > 2:
                    yield f"overlap: {_name(one)} and {_name(other)}"


def strays(window: QWidget) -> Iterator[str]:
    """Widgets that reach beyond the window, where nothing scrolls them into sight."""
    whole = window.rect()
    for widget in _seen(window):
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) and not _scrolled(widget, window):
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if not whole.contains(place):
                yield f"beyond the window: {_name(widget)} at {place.getRect()}"


def covered(window: QWidget) -> Iterator[str]:
    """Controls that are partly cut off by an edge, or lie partly under another part of the page."""
    over = [part for part in window.children() if isinstance(part, QWidget) and part.isVisible() and _lies_over(part)]
    for widget in _seen(window):
        if not isinstance(widget, (QAbstractButton, QLineEdit)) or _scrolled(widget, window):
            continue
        if any(not part.isAncestorOf(widget) and part is not widget for part in over):
            continue
        seen = widget.visibleRegion().boundingRect().size()
        if seen.width() < widget.width() - 2 or seen.height() < widget.height() - 2:
            shows = f"shows {seen.width()} x {seen.height()} of {widget.width()} x {widget.height()}"
            yield f"covered: {_name(widget)} {shows}"


def _lies_over(part: QWidget) -> bool:
    """Sheets and the keyboard on the screen lie over the page on purpose."""
    return hasattr(part, "close_sheet") or hasattr(part, "open_for")


def _scrolled(widget: QWidget, window: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def faint_words(window: QWidget) -> Iterator[str]:
    """Words that stand out too little from what is behind them, measured on the picture itself."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = picture.devicePixelRatio()
    for widget in _seen(window):
        if not isinstance(widget, QLabel) or not widget.text().strip() or not widget.isEnabled():
            continue
        corner = widget.mapTo(window, QPoint(0, 0))
        least = LEAST_CONTRAST_LARGE if widget.font().pixelSize() >= LARGE_PX else LEAST_CONTRAST
        rect = QRect(corner * ratio, widget.size() * ratio) & picture.rect()
        measured = contrast_of(picture, rect)
        if measured is not None and measured < least:
            yield f"faint: {_name(widget)} has contrast {measured:.1f}"


def contrast_of(picture: QImage, rect: QRect) -> float | None:
    """The contrast between the commonest colour of a part of a picture and the one that differs most from it."""
    colours = Counter(
        picture.pixel(x, y) & 0xFFFFFF
        for y in range(rect.top(), rect.bottom() + 1)
        for x in range(rect.left(), rect.right() + 1, 1)
    )
    if len(colours) < 2:
        return None
    ground = luminance(colours.most_common(1)[0][0])
    return max(_ratio(ground, luminance(colour)) for colour in colours)


def luminance(colour: int) -> float:
    """Relative luminance of an RGB colour, as the accessibility guidelines define it."""
    parts = ((colour >> 16) & 255, (colour >> 8) & 255, colour & 255)
    linear = [p / 255 / 12.92 if p / 255 <= 0.04045 else ((p / 255 + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ratio(one: float, other: float) -> float:
    lighter, darker = max(one, other), min(one, other)
    return (lighter + 0.05) / (darker + 0.05)
