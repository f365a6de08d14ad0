"""A sale in words and figures, as the ticket shows it. Pure: from values to rows."""

from __future__ import annotations

from retailpos.core.cart import Line
from retailpos.core.catalogue import Department, Item
from retailpos.core.document import Document
from retailpos.core.money import Money, Quantity, shown
from retailpos.core.totals import LineTotal, Totals
from retailpos.ui.parts.lines import LineRow
from retailpos.ui.parts.tile import TileFace
from retailpos.wording import _, plural

MINUS = "\N{MINUS SIGN}"


def quantity_shown(milli: int) -> str:
    """A quantity with a true minus; weights keep their thousandths."""
    if milli % 1000:
        return f"{MINUS if milli < 0 else ''}{abs(milli) // 1000}.{abs(milli) % 1000:03d}"
    return f"{MINUS if milli < 0 else ''}{abs(milli) // 1000}"


def lines_in_words(count: int) -> str:
    """`9 lines`."""
    return plural("{n} line", "{n} lines", count).format(n=f"{count:,}") if count else _("No lines")


def line_rows(figures: Totals, decimals: int) -> tuple[LineRow, ...]:
    """Every line of a sale as a row of the ticket."""
    return tuple(_row(figure, decimals) for figure in figures.lines)


def _row(figure: LineTotal, decimals: int) -> LineRow:
    line = figure.line
    amount = shown(Money(figure.amount), decimals)
    struck = shown(Money(figure.full), decimals) if figure.full != figure.amount and line.back is None else ""
    milli = -line.milli if line.back else line.milli
    if line.back is not None:
        about = [_("from {number}").format(number=line.back.number)] if line.back.number else []
        second = " · ".join([*about, line.back.reason])
        return LineRow(
            line.name, amount, quantity_shown(milli), second, lead=_("Return"), tone="return", key=str(line.key)
        )
    return LineRow(line.name, amount, quantity_shown(milli), _about(line, decimals), struck, key=str(line.key))


def _about(line: Line, decimals: int) -> str:
    price = shown(Money(line.price), decimals)
    parts = []
    if line.unit:
        parts.append(_("{unit} at {price}").format(unit=line.unit, price=price))
    elif line.milli != 1000:
        parts.append(_("{price} each").format(price=price))
    if line.price != line.list_price:
        before = shown(Money(line.list_price), decimals)
        parts.append(line.price_reason or _("price before {price}").format(price=before))
    if line.discount:
        off = percent_shown(line.discount.basis_points) if line.discount.basis_points else ""
        off = off or shown(Money(line.discount.cents), decimals)
        parts.append(", ".join(part for part in (_("{off} off").format(off=off), line.discount.reason) if part))
    return " · ".join(parts)


def percent_shown(basis_points: int) -> str:
    """`10 %` or `33.33 %`."""
    whole, part = divmod(basis_points, 100)
    return f"{whole}.{part:02d} %".replace(".00", "") if part else f"{whole} %"


def sums_shown(figures: Totals, decimals: int) -> tuple[tuple[str, str], ...]:
    """Goods, discount where there is one, tax."""
    pairs = [(_("Goods"), shown(Money(figures.goods), decimals))]
    if figures.discount:
        pairs.append((_("Discount"), shown(Money(figures.discount), decimals)))
    pairs.append((_("Tax"), shown(Money(figures.tax), decimals)))
    return tuple(pairs)


def sum_rows(figures: Totals, decimals: int) -> tuple[LineRow, ...]:
    """Everything the total is made of, one row each, then the payments taken so far."""
    names = ", ".join(
        (f"{quantity_shown(figure.line.milli)} " if figure.line.milli != 1000 else "") + figure.line.name
        for figure in figures.lines[:4]
    )
    rows = [
        LineRow(f"{lines_in_words(len(figures.lines))}: {names}", "", tone="note"),
        LineRow(_("Goods"), shown(Money(figures.goods), decimals), tone="note"),
    ]
    if figures.discount:
        rows.append(LineRow(_("Discount"), shown(Money(figures.discount), decimals), tone="note"))
    rows += tax_rows(figures, decimals)
    rows.append(LineRow(_("Total"), shown(Money(figures.total), decimals), tone="total"))
    return tuple(rows)


def tax_rows(figures: Totals, decimals: int) -> list[LineRow]:
    """Tax by agency."""
    return [
        LineRow(_("Tax, {agency}").format(agency=row.agency_name), shown(Money(cents), decimals), tone="note")
        for row, cents in figures.taxes
    ]


def paid_rows(document: Document, decimals: int) -> tuple[LineRow, ...]:
    """How a recorded sale was paid."""
    rows = [
        LineRow(
            _("{lines}, with tax").format(lines=lines_in_words(len(document.lines))),
            shown(Money(document.total), decimals),
            tone="note",
        )
    ]
    for payment in document.payments:
        number = _(", ends {number}").format(number=payment.number) if payment.number else ""
        rows.append(LineRow(payment.name + number, shown(Money(-payment.tendered), decimals), tone="note"))
        if payment.rounding:
            rows.append(LineRow(_("Cash rounding"), shown(Money(-payment.rounding), decimals), tone="note"))
    rows.append(LineRow(_("Change, cash"), shown(Money(change_of(document)), decimals), tone="total"))
    saved = sum(line.full - line.amount for line in document.lines if not line.comes_back)
    if saved:
        rows.append(LineRow(_("Saved {amount} today").format(amount=shown(Money(saved), decimals)), tone="note"))
    return tuple(rows)


def change_of(document: Document) -> int:
    """What goes back to the customer in cash: change, or a refund."""
    return sum(p.change + (max(0, -p.cents) if p.kind == "cash" else 0) for p in document.payments)


def coins_of(cents: int, notes: tuple[int, ...] = (10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1)) -> list[str]:
    """How to give an amount in as few pieces as can be, biggest first: `1 × 10`, `2 × 1`, `1 × 5¢`."""
    found = []
    for note in notes:
        count, cents = divmod(cents, note)
        if count:
            found.append(f"{count} × {note // 100}" if note >= 100 else f"{count} × {note}¢")
    return found


def tile_of(item: Item, department: Department | None, decimals: int) -> TileFace:
    """The picture key of an item."""
    price = shown(Money(item.price), decimals)
    if item.unit:
        price = _("by weight") if item.unit in ("kg", "g", "lb", "oz") else f"{price} / {item.unit}"
    elif not item.price:
        price = _("any amount")
    icon = item.icon or (department.icon if department else "") or "package"
    return TileFace(item.id, item.name, price, icon, department.colour if department else "slate")


def stock_shown(milli: int, unit: str) -> tuple[str, str]:
    """What is on hand in words, and the tone of its chip."""
    if milli <= 0:
        return _("None here"), "plain"
    amount = str(Quantity(milli)) + (f" {unit}" if unit else "")
    return _("{amount} here").format(amount=amount), "ok" if milli > 2000 else "warn"
