"""Periods: (store, register, business date, run). Totals are read from the rollup, never summed from receipts."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from retailpos.core.document import SETTLEMENT, Posting
from retailpos.store import schema as t
from retailpos.store.quick import Driver, Quick

_OPEN_RUN = Quick(
    select(t.period.c.run).where(
        t.period.c.store == bindparam("store"),
        t.period.c.register == bindparam("register"),
        t.period.c.business_date == bindparam("date"),
        t.period.c.closed_by == text("''"),
    )
)
_TOTALS = select(t.period_total).where(t.period_total.c.business_date == bindparam("date"))


class Periods:
    """Periods within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection
        self._d = Driver(connection)

    def run_for(self, store: int, register: int, date: str) -> int:
        """The open run of a register's date; opens the next one where all before are closed."""
        found = self._d.first(_OPEN_RUN, store=store, register=register, date=date)
        if found:
            return int(found[0])
        run = self._next_run(date)
        self._c.execute(
            insert(t.period).values(store=store, register=register, business_date=date, run=run, closed_by="")
        )
        return run

    def _next_run(self, date: str) -> int:
        closed = select(func.max(t.period.c.run)).where(t.period.c.business_date == date, t.period.c.closed_by != "")
        return int(self._c.execute(closed).scalar() or 0) + 1

    def oldest_open(self) -> str:
        """The oldest date with an open period, or ''."""
        return (
            self._c.execute(select(func.min(t.period.c.business_date)).where(t.period.c.closed_by == "")).scalar() or ""
        )

    def open_periods(self, date: str) -> tuple[tuple[int, int, str, int], ...]:
        """The open periods of a date as (store, register, date, run)."""
        p = t.period.c
        rows = self._c.execute(
            select(p.store, p.register, p.business_date, p.run).where(p.business_date == date, p.closed_by == "")
        )
        return tuple((row.store, row.register, row.business_date, row.run) for row in rows)

    def close(self, date: str, closed_by: str) -> None:
        """Close every open period of a date: nothing is ever added to them again."""
        where = (t.period.c.business_date == date) & (t.period.c.closed_by == "")
        self._c.execute(update(t.period).where(where).values(closed_by=closed_by))

    def dates(self, first: str = "", last: str = "9999") -> tuple[tuple[str, bool], ...]:
        """Dates that have periods, and whether all of them are closed."""
        p = t.period.c
        rows = self._c.execute(
            select(p.business_date, func.min(func.length(p.closed_by)))
            .where(p.business_date.between(first, last))
            .group_by(p.business_date)
            .order_by(p.business_date)
        )
        return tuple((date, bool(least)) for date, least in rows)

    def totals(self, date: str, run: int | None = None, register: int | None = None) -> tuple[tuple[int, Posting], ...]:
        """The rollup of a date as (how many postings, summed posting)."""
        found = _TOTALS
        if run is not None:
            found = found.where(t.period_total.c.run == run)
        if register is not None:
            found = found.where(t.period_total.c.register == register)
        rows = self._c.execute(found, {"date": date})
        return tuple(
            (
                int(row._mapping["count"]),
                Posting(
                    row.slot,
                    row.key,
                    row.cents,
                    row.entry,
                    row.side,
                    row.department,
                    row.reason,
                    row.tax_code,
                    row.party,
                ),
            )
            for row in rows
        )

    def slot_sums(self, first: str, last: str) -> dict[tuple[str, str], int]:
        """Cents by (business date, slot) over a range of dates."""
        p = t.period_total.c
        rows = self._c.execute(
            select(p.business_date, p.slot, func.sum(p.cents))
            .where(p.business_date.between(first, last))
            .group_by(p.business_date, p.slot)
        )
        return {(date, slot): int(cents) for date, slot, cents in rows}

    def moved_in(self, slots: tuple[str, ...]) -> tuple[tuple[str, int, str, str, int], ...]:
        """What each date and run moved in these slots, as (date, run, slot, sub-row, cents); payouts left out."""
        p = t.period_total.c
        rows = self._c.execute(
            select(p.business_date, p.run, p.slot, p.key, func.sum(p.cents))
            .where(p.slot.in_(slots), p.entry != SETTLEMENT)
            .group_by(p.business_date, p.run, p.slot, p.key)
            .order_by(p.business_date, p.run)
        )
        return tuple((date, run, slot, key, int(cents)) for date, run, slot, key, cents in rows)

    def receipts(self, date: str, register: int | None = None) -> int:
        """How many receipts a date has."""
        found = select(func.count()).where(
            t.document.c.business_date == date, t.document.c.kind.in_(("sale", "return"))
        )
        if register is not None:
            found = found.where(t.document.c.register == register)
        return int(self._c.execute(found).scalar_one())

    def period_run_of(self, date: str) -> tuple[int, ...]:
        """The runs a date has had."""
        found = select(t.period.c.run).where(t.period.c.business_date == date).distinct().order_by(t.period.c.run)
        return tuple(self._c.execute(found).scalars())
