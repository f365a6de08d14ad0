"""A printed thing as a value, and how it looks in so many columns. Printers turn it into bytes, screens into a roll."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MOST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; long ones wrap by words, then by cells."""

    text: str
    align: str = "left"
    bold: bool = False
    double: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A name at the left and a figure at the right: the name gives way, the figure is never cut."""

    left: str
    right: str
    bold: bool = False
    double: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line."""


@dataclass(frozen=True, slots=True)
class Barcode:
    """A Code 128 barcode of this text, readable below."""

    text: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The shop's own mark."""


Block = Text | Pair | Rule | Blank | Barcode | Logo


@dataclass(frozen=True, slots=True)
class Paper:
    """What comes out of the printer: blocks from top to bottom, cut at the end."""

    blocks: tuple[Block, ...]
    kind: str = "receipt"


def printable(text: str) -> str:
    """Text that no printer can take for a command: control, bidirectional and zero-width marks are gone."""
    found: list[str] = []
    marks = 0
    for mark in unicodedata.normalize("NFC", text)[:MOST_TEXT]:
        category = unicodedata.category(mark)
        if mark == "\t":
            found.append(" ")
        elif category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            continue
        elif category.startswith("M"):
            marks += 1
            if marks <= 4:
                found.append(mark)
        else:
            marks = 0
            found.append(mark)
    return "".join(found)


def cells(text: str) -> int:
    """How many columns a text takes."""
    return sum(_cells(mark) for mark in text)


def _cells(mark: str) -> int:
    if unicodedata.combining(mark):
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
    """Lines of at most so many columns; words stay whole where they fit."""
    lines: list[str] = []
    line = ""
    for word in printable(text).split(" "):
        candidate = f"{line} {word}" if line else word
        if cells(candidate) <= columns:
            line = candidate
            continue
        if line:
            lines.append(line)
        while cells(word) > columns:
            head, word = cut(word, columns)
            lines.append(head)
        line = word
    return [*lines, line] if line or not lines else lines


def pair_lines(left: str, right: str, columns: int) -> list[str]:
    """A name wrapped beside its figure, which stands at the right of the last line."""
    figure = printable(right)
    room = columns - cells(figure) - 1
    if room < 4:
        return [*wrap(left, columns), figure.rjust(columns)]
    lines = wrap(left, room)
    last = lines[-1]
    lines[-1] = last + " " * (columns - cells(last) - cells(figure)) + figure
    return lines


def render_text(paper: Paper, columns: int) -> list[str]:
    """The paper as lines of text, none wider than `columns`."""
    found: list[str] = []
    for block in paper.blocks:
        found.extend(_render(block, columns))
    return found


def _render(block: Block, columns: int) -> list[str]:
    match block:
        case Text(text, align, _, double):
            lines = wrap(text, columns // 2 if double else columns)
            return [_aligned(line, align, columns) for line in lines]
        case Pair(left, right, _, double):
            return pair_lines(left, right, columns // 2 if double else columns)
        case Rule():
            return ["-" * columns]
        case Barcode(text):
            return [_aligned(f"||| {printable(text)} |||", "center", columns)]
        case Logo():
            return [_aligned("~ ~ ~", "center", columns)]
        case Blank():
            return [""]


def _aligned(line: str, align: str, columns: int) -> str:
    room = columns - cells(line)
    if align == "center":
        return " " * (room // 2) + line
    return " " * room + line if align == "right" else line
