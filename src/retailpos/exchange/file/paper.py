"""A day's entries on paper: a PDF to key in by hand, or to keep beside the entry. Needs no window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from retailpos.core.money import Money, shown
from retailpos.exchange.entry import Entry, Line
from retailpos.exchange.file.export import Numbered, about

if TYPE_CHECKING:
    from fpdf import FPDF

_LETTER, _A4 = "letter", "a4"
# Whole millimetres.
_MARGIN, _ROW, _FOOT = 16, 6, 18
# Account, what it is, debit, credit: hundredths of the width.
_SHARES = (38, 30, 16, 16)
_AMERICA = ("USD", "CAD", "MXN")
_FONT = ("fontpkg_inter", "Inter[opsz,wght].ttf")


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose day it is, how far it got, in words, and the currency. `practice` is said on every page."""

    shop: str
    date: str
    state: str = ""
    currency: str = "USD"
    practice: bool = False


def as_pdf(entries: Iterable[Numbered], heading: Heading) -> bytes:
    """The entries with every line, both totals and the number to enter them under; the same bytes each time."""
    pdf = _blank(heading)
    for entry, number in entries:
        _entry(pdf, entry, number)
    return bytes(pdf.output())


def _blank(heading: Heading) -> FPDF:
    """A document whose pages have the shop's heading and their number."""
    from fpdf import FPDF

    class Pages(FPDF):
        """Knows what stands on every page."""

        def header(self) -> None:
            """Shop, date and state."""
            self.set_font("Inter", size=14)
            self.set_text_color(0)
            self.cell(0, 8, _fit(self, heading.shop, int(self.epw)), new_x="LMARGIN", new_y="NEXT")
            self.set_font("Inter", size=9)
            practice = "PRACTICE - not real business" if heading.practice else ""
            about = "  ·  ".join(part for part in (heading.date, heading.state, heading.currency, practice) if part)
            self.cell(0, 6, _fit(self, about, int(self.epw)), new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

        def footer(self) -> None:
            """Which page of how many."""
            self.set_y(-_FOOT + 4)
            self.set_font("Inter", size=8)
            self.cell(0, 6, f"Page {self.page_no()} of {{nb}}", align="R")

    pdf = Pages(format=_LETTER if heading.currency in _AMERICA else _A4)
    pdf.set_margins(_MARGIN, _MARGIN)
    pdf.set_auto_page_break(auto=True, margin=_FOOT)
    package, file = _FONT
    where = import_module(package).__file__
    assert where is not None
    pdf.add_font("Inter", fname=str(Path(where).parent / "files" / file))
    pdf.set_creation_date(datetime.fromisoformat(heading.date).replace(tzinfo=UTC))
    pdf.set_title(f"{heading.shop} {heading.date}")
    pdf.add_page()
    return pdf


def _entry(pdf: FPDF, entry: Entry, number: str) -> None:
    """One entry: what to type above, then its lines, then both totals. A heading is never left alone on a page."""
    if pdf.will_page_break(_ROW * 5):
        pdf.add_page()
    pdf.set_font("Inter", size=11)
    title = _fit(pdf, f"Journal entry {number}  ·  date {entry.date}", int(pdf.epw))
    pdf.cell(0, 7, title, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Inter", size=9)
    _row(pdf, ("Account", "What it is", "Debit", "Credit"), border="B")
    for line in entry.lines:
        if pdf.will_page_break(_ROW):
            pdf.add_page()
            pdf.set_font("Inter", size=9)
            _row(pdf, ("Account", "What it is", "Debit", "Credit"), border="B")
        _row(pdf, _cells(line))
    total = shown(Money(entry.debit_total))
    credit = shown(Money(-sum(line.cents for line in entry.lines if line.cents < 0)))
    _row(pdf, ("Total", f"{len(entry.lines)} lines", total, credit), border="T")
    pdf.ln(6)


def _cells(line: Line) -> tuple[str, str, str, str]:
    amount = shown(Money(abs(line.cents)))
    name = f" ({line.name})" if line.name else ""
    return (f"{line.account}{name}", about(line), *((amount, "") if line.cents > 0 else ("", amount)))


def _row(pdf: FPDF, cells: tuple[str, str, str, str], border: str = "") -> None:
    for n, (text, share) in enumerate(zip(cells, _SHARES, strict=True)):
        width = int(pdf.epw) * share // 100
        pdf.cell(width, _ROW, _fit(pdf, text, width - 2), border=border or 0, align="R" if n > 1 else "L")
    pdf.ln(_ROW)


def _fit(pdf: FPDF, text: str, width: int) -> str:
    """One line, without control characters, shortened where it is too long for its place."""
    plain = "".join(mark if mark.isprintable() else " " for mark in text)
    if pdf.get_string_width(plain) <= width:
        return plain
    while plain and pdf.get_string_width(f"{plain} …") > width:
        plain = plain[:-1]
    return f"{plain} …"
