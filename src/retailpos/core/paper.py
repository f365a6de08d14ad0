"""A printed thing as a value, and how it looks in so many columns. Printers turn it into bytes, screens into a roll."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.core.textwidth import aligned, cells, printable, wrap

__all__ = [
    "Banner",
    "Barcode",
    "Blank",
    "Block",
    "Columns",
    "Cut",
    "Line",
    "Logo",
    "Pair",
    "Paper",
    "Rule",
    "Text",
    "cells",
    "lay_out",
    "printable",
    "render_text",
]


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
class Columns:
    """A row of a table. The first cell gets what the others leave; those stand right in `widths` columns each."""

    cells: tuple[str, ...]
    widths: tuple[int, ...]
    bold: bool = False


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


@dataclass(frozen=True, slots=True)
class Banner:
    """A word nobody may overlook, white on black where the printer can: PRACTICE, COPY."""

    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The paper is cut here. Every paper is cut at its end without saying so."""


Block = Text | Pair | Columns | Rule | Blank | Barcode | Logo | Banner | Cut


@dataclass(frozen=True, slots=True)
class Paper:
    """What comes out of the printer: blocks from top to bottom, cut at the end."""

    blocks: tuple[Block, ...]
    kind: str = "receipt"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be printed: text at its left or centre, and a figure at the right edge."""

    left: str = ""
    right: str = ""
    align: str = "left"
    bold: bool = False
    double: bool = False
    reverse: bool = False

    def filled(self, columns: int) -> str:
        """The line as text, at most so many columns wide."""
        if not self.right:
            return aligned(self.left, self.align, columns)
        return self.left + " " * (columns - cells(self.left) - cells(self.right)) + self.right


Piece = Line | Barcode | Logo | Cut


def lay_out(paper: Paper, columns: int) -> tuple[Piece, ...]:
    """The paper line by line: no line is wider than `columns`, a double one no wider than half of them."""
    return tuple(piece for block in paper.blocks for piece in _pieces(block, columns))


def render_text(paper: Paper, columns: int) -> list[str]:
    """The paper as lines of text, none wider than `columns`."""
    found: list[str] = []
    for piece in lay_out(paper, columns):
        match piece:
            case Line():
                found.append(piece.filled(columns))
            case Barcode(text):
                found.extend(aligned(line, "center", columns) for line in wrap(f"||| {text} |||", columns))
            case Logo():
                found.append(aligned("~ ~ ~", "center", columns))
            case Cut():
                found.append("- " * (columns // 2))
    return found


def _pieces(block: Block, columns: int) -> list[Piece]:
    match block:
        case Text(text, align, bold, double):
            lines = wrap(text, columns // 2 if double else columns)
            return [Line(line, "", align, bold, double) for line in lines]
        case Pair():
            return [*_pair(block, columns)]
        case Columns():
            return [*_row(block, columns)]
        case Banner(text):
            lines = wrap(text, columns // 2)
            return [Line(line, "", "center", bold=True, double=True, reverse=True) for line in lines]
        case Rule():
            return [Line("-" * columns)]
        case Blank():
            return [Line()]
        case _:
            return [block]


def _pair(pair: Pair, columns: int) -> list[Line]:
    """A name wrapped beside its figure, which ends the last line; what is too big for double size is printed single."""
    figure = printable(pair.right).strip()
    double = pair.double and cells(figure) + 5 <= columns // 2
    width = columns // 2 if double else columns
    room = width - cells(figure) - 1
    if room >= 4:
        *above, last = wrap(pair.left, room)
        lines = [Line(line) for line in above] + [Line(last, figure)]
    else:
        figures = [Line(part, align="right") for part in wrap(figure, width)]
        lines = [*(Line(line) for line in wrap(pair.left, width)), *figures]
    return [Line(line.left, line.right, line.align, pair.bold, double) for line in lines]


def _row(row: Columns, columns: int) -> list[Line]:
    """A table's row; where the figures leave no room for the name, it stands on lines of its own."""
    figures = [printable(cell).strip() for cell in row.cells[1:]]
    tail = "".join(" " + aligned(figure, "right", width) for figure, width in zip(figures, row.widths, strict=True))
    room = columns - cells(tail)
    if room >= 4:
        *above, last = wrap(row.cells[0], room)
        return [*(Line(line, bold=row.bold) for line in above), Line(last, tail, bold=row.bold)]
    spilled = [Line(line, align="right", bold=row.bold) for line in wrap(" ".join(figures), columns)]
    return [*(Line(line, bold=row.bold) for line in wrap(row.cells[0], columns)), *spilled]
