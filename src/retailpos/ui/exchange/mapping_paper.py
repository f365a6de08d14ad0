"""The page for the accountant as a PDF: made from plain values, in a process of its own where there is one to spare."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from retailpos.actions import mapping as act
from retailpos.actions.mapping import MapRow
from retailpos.actions.mapping_page import AccountantPage, Sample
from retailpos.core.errors import Trouble
from retailpos.ui.day.dates import short_date
from retailpos.ui.fonts import font
from retailpos.wording import _

_DPI = 96
_STYLE = """
h1 { font-size: 17pt; } h2 { font-size: 11.5pt; margin-top: 16px; }
p { font-size: 9pt; } td, th { font-size: 8.5pt; padding: 3px 6px; } th { text-align: left; color: dimgray; }
td.group { background-color: whitesmoke; font-weight: 600; }
"""


def write_page(report: Callable[[int, int], object], page: AccountantPage, path: str) -> str:
    """Write the page to a file and answer its path. Raises Trouble where it can't be written there."""
    app = QGuiApplication.instance() or QGuiApplication(["retailpos", "-platform", "offscreen"])
    made = pdf_of(page)
    report(1, 1)
    del app
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made)
    except OSError:
        raise Trouble("paper_not_kept", name=target.name, folder=str(target.parent)) from None
    return path


def file_name(page: AccountantPage) -> str:
    """What the file is called: the shop, and the version that the page shows."""
    n = page.version.version if page.version else 0
    shop = "".join(c if c.isalnum() or c in " -&'" else "-" for c in page.shop.partition(",")[0]).strip(" -")
    return _("{shop} - what goes where - version {n}").format(shop=shop or "retailpos", n=n) + ".pdf"


def pdf_of(page: AccountantPage) -> bytes:
    """The page as a PDF, on Letter paper."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(_DPI)
    writer.setTitle(_("What goes where, {shop}").format(shop=page.shop))
    writer.setCreator("retailpos")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait, QMarginsF(14, 14, 14, 14),
            QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    text = QTextDocument()
    face = QFont(font("body"))
    face.setPointSizeF(9)
    text.setDefaultFont(face)
    text.setDefaultStyleSheet(_STYLE)
    text.setHtml(html_of(page))
    area = writer.pageLayout().paintRectPixels(_DPI)
    text.setPageSize(QSizeF(area.width(), area.height()))
    text.print_(writer)
    del writer
    return bytes(held.data().data())


def html_of(page: AccountantPage) -> str:
    """The page's words and tables."""
    return "".join(
        (
            f"<h1>{escape(_('What goes where'))}</h1>",
            *(f"<p>{escape(line)}</p>" for line in _about(page)),
            f"<h2>{escape(_('Every row of the shop'))}</h2>",
            _mapping_table(page),
            *(_sample_part(page, sample) for sample in page.samples),
            f"<h2>{escape(_('Looked at'))}</h2>",
            f"<p>{escape(_signed(page))}</p>",
        )
    )


def _about(page: AccountantPage) -> Iterable[str]:
    yield page.shop
    if page.company:
        yield _("QuickBooks company: {name}").format(name=page.company)
    if page.version is None:
        yield _("Suggestions only: nothing was chosen yet.")
    else:
        who = page.version.by or _("nobody named")
        yield _("Version {n} of the mapping, kept by {who}.").format(n=page.version.version, who=who)
    sales = page.form == "sales-receipt"
    yield _("Days are sent as sales receipts.") if sales else _("Each day is sent as one journal entry.")
    yield _("No figure is worked out anew: each line is the sum of receipts, and each receipt balances by itself.")


def _mapping_table(page: AccountantPage) -> str:
    marks = [*([_("Class")] if page.classes else []), *([page.location_word] if page.location_word else [])]
    heads = (_("In the shop"), _("Account in QuickBooks"), *marks, _("Why"))
    rows, group = [], ""
    for row in page.rows:
        if row.group != group:
            group = row.group
            rows.append(f'<tr><td class="group" colspan="{len(heads)}">{escape(group)}</td></tr>')
        cells = [row.title, _account(row)]
        cells += [row.klass.name or "-"] if page.classes else []
        cells += [row.place.name or "-"] if page.location_word else []
        rows.append(_tr((*cells, _reason(row))))
    return _table(heads, rows)


def _account(row: MapRow) -> str:
    if row.why == act.ENTRY:
        return ""
    return _("None") if row.why == act.NONE else row.account or _("no account yet")


def _reason(row: MapRow) -> str:
    return {
        act.CHOSEN: _("chosen"),
        act.SAME_NAME: _("same name in QuickBooks"),
        act.TO_BE_MADE: _("made when first sent"),
        act.SUGGESTED: _("suggested"),
        act.MISSING: _("still to be chosen"),
        act.GONE: _("not in QuickBooks any more"),
        act.INACTIVE: _("inactive in QuickBooks"),
        act.NONE: _("nothing is owed here"),
        act.RENAMED: _("now called {name}").format(name=row.now),
        act.FOLLOWS: _("goes where the rest goes"),
        act.BANK: _("chosen; a bank hides card fees"),
        act.APART: _("chosen; differs from its other half"),
        act.ENTRY: _("where a row has none of its own"),
    }[row.why]


def _sample_part(page: AccountantPage, sample: Sample) -> str:
    marks = [*([_("Class")] if page.classes else []), *([page.location_word] if page.location_word else [])]
    heads = (_("Line"), _("Account"), *marks, _("Debit"), _("Credit"))
    rows = []
    for line in sample.lines:
        account = f"{line.account}, {line.name}" if line.name else line.account
        cells = [line.title, account]
        cells += [line.klass or "-"] if page.classes else []
        cells += [line.place or "-"] if page.location_word else []
        rows.append(_tr((*cells, line.debit, line.credit), figures=2))
    blank = ("",) * (len(heads) - 3)
    rows.append(_tr((_("Together"), *blank, sample.total, sample.total), figures=2, strong=True))
    title = _("The entry of {day} as QuickBooks gets it").format(day=short_date(page.date))
    kinds = {"receiving": _("goods received"), "stock": _("stock"), "transfer": _("transfers")}
    kind = kinds.get(sample.kind, "")
    return f"<h2>{escape(f'{title}: {kind}' if kind else title)}</h2>{_table(heads, rows)}"


def _signed(page: AccountantPage) -> str:
    if page.signed is None:
        return _("Name: ______________________________    Date: ______________")
    day = f"{short_date(page.signed.date)} {page.signed.date[:4]}"
    return _("Signed off by {name} on {day}.").format(name=page.signed.name, day=day)


def _table(heads: tuple[str, ...], rows: list[str]) -> str:
    head = "".join(
        f'<th align="{"right" if h in (_("Debit"), _("Credit")) else "left"}">{escape(h)}</th>' for h in heads
    )
    return f'<table width="100%" cellspacing="0" border="0"><tr>{head}</tr>{"".join(rows)}</table>'


def _tr(cells: tuple[str, ...], *, figures: int = 0, strong: bool = False) -> str:
    first = len(cells) - figures
    made = []
    for n, cell in enumerate(cells):
        text = f"<b>{escape(cell)}</b>" if strong else escape(cell)
        made.append(f'<td align="{"left" if n < first else "right"}">{text}</td>')
    return f"<tr>{''.join(made)}</tr>"
