"""Text for a strip of equal cells: what may stand on it, how wide it is, where it breaks."""

from __future__ import annotations

import unicodedata

MOST_TEXT = 400
MOST_MARKS = 4
_GONE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def printable(text: str) -> str:
    """Text that no printer can take for a command: control, bidirectional and zero-width marks are gone.

    Tabs, line ends and every other kind of space become a plain space, letters are composed, at most four
    accents stay on one letter, and what is longer than 400 characters is cut.
    """
    kept = "".join(_kept(mark) for mark in text[: 4 * MOST_TEXT])
    return _without_piles(unicodedata.normalize("NFC", kept))[:MOST_TEXT]


def _kept(mark: str) -> str:
    if mark.isascii() and mark.isprintable():
        return mark
    category = unicodedata.category(mark)
    if mark in "\t\r\n" or category == "Zs":
        return " "
    return "" if category in _GONE or _is_selector(mark) else mark


def _is_selector(mark: str) -> bool:
    """Variation selectors only choose between pictures of the same sign."""
    return "\ufe00" <= mark <= "\ufe0f" or "\U000e0100" <= mark <= "\U000e01ef"


def _without_piles(text: str) -> str:
    """No more accents on one letter than a line of paper has room for."""
    if text.isascii():
        return text
    found: list[str] = []
    marks = 0
    for mark in text:
        marks = marks + 1 if unicodedata.category(mark).startswith("M") else 0
        if marks <= MOST_MARKS:
            found.append(mark)
    return "".join(found)


def cells(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(_cells(mark) for mark in text)


def _cells(mark: str) -> int:
    if unicodedata.combining(mark) or unicodedata.category(mark) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(mark) in "WF" else 1


def cut(text: str, columns: int) -> tuple[str, str]:
    """As much of the text as fits, and the rest."""
    used = 0
    for n, mark in enumerate(text):
        used += _cells(mark)
        if used > columns:
            return text[:n], text[n:]
    return text, ""


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns (two or more); words stay whole where they fit, an indent is kept."""
    clean = printable(text).rstrip(" ")
    words = clean.lstrip(" ")
    indent = " " * min(len(clean) - len(words), columns // 3)
    return [indent + line for line in _wrapped(words, columns - len(indent))] if words else [""]


def _wrapped(words: str, columns: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words.split(" "):
        candidate = f"{line} {word}" if line else word
        if cells(candidate) <= columns:
            line = candidate
            continue
        if line:
            lines.append(line)
        line = word
        while cells(line) > columns:
            head, line = cut(line, columns)
            lines.append(head)
    return [*lines, line]


def aligned(line: str, align: str, columns: int) -> str:
    """A line moved to the left, center or right of its columns; nothing is added after it."""
    room = max(0, columns - cells(line))
    if align == "center":
        return " " * (room // 2) + line
    return " " * room + line if align == "right" else line
