"""A card processor's payouts, as its own export tells them: read, added up, and never believed without proof.

Every export names its columns in its own way, so they are guessed from their headings. A payout is taken only when it
adds up: what was charged, less refunds, fees and chargebacks, is what reached the bank.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from retailpos.core.errors import Refusal
from retailpos.core.money import MOST_CENTS, Money, plain
from retailpos.exchange.settlement_cells import Table, cents_of, clean, day_comes_first, day_of, table

_COSTS = ("refunds", "fees", "chargebacks")
_AMOUNTS = ("gross", *_COSTS, "net")

# What a column may be called, the surest name first; compared without case, blanks, dashes and underlines.
_CALLED: dict[str, tuple[str, ...]] = {
    "payout": (
        *("payout id", "automatic payout id", "payout", "transfer id", "deposit id", "settlement id", "batch id"),
        *("settlement", "batch", "batch number", "deposit reference", "transfer", "reference", "id"),
    ),
    "date": (
        *("deposit date", "payout date", "arrival date", "automatic payout effective at", "effective at"),
        *("transfer date", "settlement date", "available on", "date", "created"),
    ),
    "gross": (
        *("gross", "gross amount", "gross sales", "total collected", "charges", "charge amount", "sales", "amount"),
        *("transaction amount", "captured"),
    ),
    "refunds": ("refunds", "refund amount", "refunded", "returns", "refund"),
    "fees": ("fees", "fee", "processing fees", "processing fee", "total fees", "fee amount", "card fees"),
    "chargebacks": ("chargebacks", "chargeback", "disputes", "dispute amount", "dispute"),
    "net": (
        *("net", "net amount", "net total", "deposit amount", "payout amount", "deposited", "total payout"),
        *("amount deposited", "net deposit", "transfer amount"),
    ),
    "sort": ("reporting category", "transaction type", "type", "category"),
    "card": ("card brand", "card type", "card", "payment method", "tender", "brand"),
    "currency": ("currency", "settlement currency", "payout currency"),
}
# What one row of an itemised export is, by its own word for it.
_SORTS = {
    "charge": "gross",
    "payment": "gross",
    "sale": "gross",
    "refund": "refunds",
    "payment refund": "refunds",
    "return": "refunds",
    "dispute": "chargebacks",
    "chargeback": "chargebacks",
    "dispute reversal": "chargebacks",
    "fee": "fees",
    "stripe fee": "fees",
    "network cost": "fees",
    "adjustment": "fees",
    "payout": "",
    "transfer": "",
}
# Money that is neither takings nor their cost: what it is has to be decided by a person.
_NOT_OURS = ("reserve", "reserve transaction", "topup", "top up", "advance", "loan", "loan repayment", "contribution")


@dataclass(frozen=True, slots=True)
class Payout:
    """What reached the bank in one sum. Cents; `gross` is what was charged, the costs are positive where they cost.

    `parts` are the charges less refunds by the processor's own word for the card, '' where it says none.
    """

    id: str
    date: str
    gross: int = 0
    refunds: int = 0
    fees: int = 0
    chargebacks: int = 0
    net: int = 0
    parts: tuple[tuple[str, int], ...] = field(default=())

    @property
    def cleared(self) -> int:
        """What it takes out of card clearing."""
        return self.gross - self.refunds

    @property
    def adds_up(self) -> bool:
        """True where every cent of it is told."""
        return self.cleared - self.fees - self.chargebacks == self.net


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the file, its amounts still with the signs that the processor gives them."""

    n: int
    payout: str
    date: str
    card: str
    cents: dict[str, int]


def payouts(raw: bytes, *, currency: str = "", day_first: bool = False) -> tuple[Payout, ...]:
    """The payouts of a processor's export, oldest first. Raises Refusal that says which row and column, and why.

    `currency` is the shop's: a file in another is refused. `day_first` reads 03/04/2026 as the third of April where
    the file itself does not settle it.
    """
    cells = table(raw)
    columns = _columns(cells)
    if currency and "currency" in columns:
        _same_currency(cells, columns["currency"], currency)
    rows = [row for row in _rows(cells, columns, day_first=day_first) if row is not None]
    if not rows:
        raise Refusal("payout_file_empty")
    found = _first_that_adds_up(rows)
    return tuple(sorted(found, key=lambda payout: (payout.date, payout.id)))


def _columns(cells: Table) -> dict[str, int]:
    """Which column is what. Payout, date and at least two of the sums must be there."""
    plainly = [_plainly(name) for name in cells.head]
    found: dict[str, int] = {}
    for what, names in _CALLED.items():
        at = next((plainly.index(_plainly(name)) for name in names if _plainly(name) in plainly), None)
        if at is not None and at not in found.values():
            found[what] = at
    missing = [what for what in ("payout", "date") if what not in found]
    sums = [what for what in ("gross", "fees", "net") if what in found]
    if len(sums) < 2:
        missing += [what for what in ("gross", "fees", "net") if what not in found]
    if sums == ["gross", "fees"] and plainly[found["gross"]] in ("amount", "transactionamount"):
        missing.append("net")
    if missing:
        raise Refusal("payout_columns_missing", missing=", ".join(missing), found=", ".join(cells.head)[:200])
    return found


def _plainly(name: str) -> str:
    return "".join(mark for mark in name.casefold() if mark.isalnum())


def _same_currency(cells: Table, at: int, currency: str) -> None:
    for n, row in cells.rows:
        told = row[at].strip().upper()
        if told and told != currency.upper():
            raise Refusal("payout_other_currency", row=n, currency=clean(told, 10), ours=currency)


def _rows(cells: Table, columns: dict[str, int], *, day_first: bool) -> Iterable[_Row | None]:
    day_first = day_comes_first([row[columns["date"]] for _, row in cells.rows], otherwise=day_first)
    roles = {_plainly(word): role for word, role in _SORTS.items()}
    for n, row in cells.rows:
        sort = _plainly(row[columns["sort"]]) if "sort" in columns else ""
        if sort in map(_plainly, _NOT_OURS):
            raise Refusal("payout_row_unreadable", row=n, column=cells.head[columns["sort"]], text=clean(sort, 40))
        role = roles.get(sort, "gross")
        if not role:
            continue
        payout = clean(row[columns["payout"]], 60)
        if not payout:
            raise Refusal("payout_row_unreadable", row=n, column=cells.head[columns["payout"]], text="")
        amounts = {what: cents_of(row[columns[what]], n, cells.head[columns[what]]) for what in _amounts(columns)}
        date = day_of(row[columns["date"]], n, day_first=day_first)
        card = clean(row[columns["card"]], 60) if "card" in columns else ""
        yield _Row(n, payout, date, card, _by_role(amounts, role))


def _amounts(columns: dict[str, int]) -> tuple[str, ...]:
    return tuple(what for what in _AMOUNTS if what in columns)


def _by_role(amounts: dict[str, int], role: str) -> dict[str, int]:
    """An itemised row's amount under what the row is: a refund's amount is a refund, not a charge."""
    if role == "gross" or "gross" not in amounts:
        return amounts
    moved = amounts["gross"]
    return {**amounts, "gross": 0, role: amounts.get(role, 0) - moved}


def _first_that_adds_up(rows: list[_Row]) -> list[Payout]:
    """The payouts under the first reading of the signs under which all of them add up.

    One processor writes fees as what they cost, another as what they take away: the file itself tells which.
    """
    known = {name for name in _AMOUNTS if any(name in row.cents for row in rows)}
    sums = _summed(rows)
    turns = [(1, -1) if cost in known else (1,) for cost in _COSTS]
    readings = [
        [_read(one, dict(zip(_COSTS, signs, strict=True)), known) for one in sums]
        for signs in itertools.product(*turns)
    ]
    for found in readings:
        if all(payout.adds_up for payout in found) and _likely(found):
            return found
    shown = next((payout for payout in readings[0] if not payout.adds_up), readings[0][0])
    told = {name: plain(Money(getattr(shown, name))) for name in _AMOUNTS}
    raise Refusal("payout_does_not_add_up", payout=shown.id, **told)


def _likely(found: list[Payout]) -> bool:
    """Fees over a whole file cost something: a reading in which they bring money in is the wrong one."""
    return sum(payout.fees for payout in found) >= 0


@dataclass(slots=True)
class _Sums:
    """The rows of one payout added up, their signs as the file has them; `cards` are gross and refunds of each."""

    id: str
    date: str
    cents: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_AMOUNTS, 0))
    cards: dict[str, list[int]] = field(default_factory=dict)


def _summed(rows: list[_Row]) -> list[_Sums]:
    made: dict[str, _Sums] = {}
    for row in rows:
        sums = made.setdefault(row.payout, _Sums(row.payout, row.date))
        sums.date = max(sums.date, row.date)
        for name, cents in row.cents.items():
            sums.cents[name] += cents
            if abs(sums.cents[name]) > MOST_CENTS:
                text = plain(Money(sums.cents[name]))
                raise Refusal("payout_row_unreadable", row=row.n, column=name, text=text)
        card = sums.cards.setdefault(row.card, [0, 0])
        card[0] += row.cents.get("gross", 0)
        card[1] += row.cents.get("refunds", 0)
    return list(made.values())


def _read(sums: _Sums, signs: dict[str, int], known: set[str]) -> Payout:
    """A payout under one reading of the signs; one sum that the file leaves out follows from the others."""
    cents = {name: sums.cents[name] * signs.get(name, 1) for name in _AMOUNTS}
    parts = tuple((card, gross - refunds * signs["refunds"]) for card, (gross, refunds) in sums.cards.items())
    return _completed(Payout(sums.id, sums.date, parts=parts, **cents), known)


def _completed(payout: Payout, known: set[str]) -> Payout:
    if "net" not in known:
        return replace(payout, net=payout.cleared - payout.fees - payout.chargebacks)
    if "fees" not in known:
        return replace(payout, fees=payout.cleared - payout.chargebacks - payout.net)
    if "gross" not in known:
        gross = payout.net + payout.fees + payout.chargebacks + payout.refunds
        return replace(payout, gross=gross, parts=(("", gross - payout.refunds),))
    return payout
