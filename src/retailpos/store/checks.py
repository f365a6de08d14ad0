"""Every invariant of a shop file by name, each worked out anew from the documents' bodies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from retailpos.core.document import Document, Posting
from retailpos.core.postings import postings
from retailpos.store import engine
from retailpos.store import schema as t
from retailpos.store.documents import GENESIS, Documents, digest, index_rows, posting_rows, read_body


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant that does not hold: its name and where."""

    invariant: str
    where: str


def check(connection: Connection) -> tuple[Broken, ...]:
    """Everything that is wrong with a shop file; nothing when it is sound."""
    return tuple(Broken(name, where) for name, find in INVARIANTS.items() for where in _found(find, connection))


def _found(find: Callable[[Connection], Iterator[str]], connection: Connection) -> Iterator[str]:
    """What an invariant finds. What it can't even read is named too: nothing done to a file stops the audit."""
    try:
        yield from find(connection)
    except (ArithmeticError, ValueError, LookupError, TypeError, AttributeError, DBAPIError) as cause:
        yield f"can't be worked out: {getattr(cause, 'orig', None) or cause}"


def _integrity(c: Connection) -> Iterator[str]:
    for (line,) in c.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield str(line)


def _protected(c: Connection) -> Iterator[str]:
    yield from engine.missing_triggers(c)


def _chain(c: Connection) -> Iterator[str]:
    """Each digest follows from the one before and the body; the head is the last; no link is missing."""
    heads: dict[tuple[int, int], tuple[int, str]] = {}
    for store, register, seq, _, body, link in Documents(c).bodies():
        last, head = heads.get((store, register), (0, GENESIS))
        if seq != last + 1:
            yield f"register {register}: link {last + 1} is missing before {seq}"
        if digest(head, body) != link:
            yield f"register {register}: link {seq} does not fit its document"
        heads[store, register] = (seq, link)
    for row in c.execute(select(t.chain)):
        if heads.get((row.store, row.register), (0, GENESIS)) != (row.seq, row.head):
            yield f"register {row.register}: the chain ends elsewhere than its kept head {row.seq}"


def _numbers(c: Connection) -> Iterator[str]:
    """Every series counts 1, 2, 3 ... up to its counter; a gap only where a restore names it."""
    missing: dict[tuple[int, int, str], set[int]] = defaultdict(set)
    for document in _documents(c):
        if document.kind == "restore":
            for series, (first, last) in document.facts["missing"].items():
                missing[document.store, document.register, series] |= set(range(first, last + 1))
    d = t.document.c
    seen: dict[tuple[int, int, str], set[int]] = defaultdict(set)
    for store, register, series, number in c.execute(select(d.store, d.register, d.series, d.number)):
        seen[store, register, series].add(number)
    for row in c.execute(select(t.counter)):
        key, last = (row.store, row.register, row.series), int(row._mapping["last"])
        gaps = set(range(1, last + 1)) - seen[key] - missing[key]
        if gaps or max(seen[key] | missing[key], default=0) != last:
            yield f"register {row.register}, {row.series}: {len(gaps)} numbers are missing up to {last}"


def _bodies(c: Connection) -> Iterator[str]:
    """Index rows are what the bodies say."""
    for name, table in (("lines", t.doc_line), ("taxes", t.doc_tax), ("tenders", t.doc_tender)):
        place = ("lines", "taxes", "tenders").index(name)
        kept: Counter[tuple[object, ...]] = Counter(tuple(row) for row in c.execute(select(table)))
        told: Counter[tuple[object, ...]] = Counter()
        for document in _documents(c):
            for row in index_rows(document)[place][1]:
                told[tuple(row[column.name] for column in table.c)] += 1
        for stray in (kept - told) + (told - kept):
            yield f"{name} of {stray[0]} differ from its body"


def _columns(c: Connection) -> Iterator[str]:
    for row in c.execute(select(t.document)):
        document = read_body(row.body)
        if (document.id, document.number, document.business_date, document.total, document.kind) != (
            row.id,
            row.number,
            row.business_date,
            row.total,
            row.kind,
        ):
            yield f"{row.id} differs from its body"


def _balance(c: Connection) -> Iterator[str]:
    """Postings sum to zero and are what the documents make them."""
    kept: dict[str, list[Posting]] = defaultdict(list)
    p = t.posting.c
    for row in c.execute(select(t.posting).order_by(p.document, p.n)):
        kept[row.document].append(
            Posting(
                row.slot, row.key, row.cents, row.entry, row.side, row.department, row.reason, row.tax_code, row.party
            )
        )
    for document in _documents(c):
        legs = kept.pop(document.id, [])
        if sum(leg.cents for leg in legs) != 0:
            yield f"{document.kind} {document.printed_number} does not balance"
        original = Documents(c).postings_of(document.refers) if document.kind == "void" else ()
        if tuple(legs) != postings(document, original):
            yield f"{document.kind} {document.printed_number}: postings differ from the document"
    for stray in kept:
        yield f"postings of an unknown document {stray}"


def _rollup(c: Connection) -> Iterator[str]:
    """Day totals are the sum of the postings."""
    kept: dict[tuple[object, ...], tuple[int, int]] = {}
    for row in c.execute(select(t.period_total)):
        *dimensions, cents, count = tuple(row)
        kept[tuple(dimensions)] = (cents, count)
    told: dict[tuple[object, ...], tuple[int, int]] = {}
    for document in _documents(c):
        for posting in posting_rows(document, Documents(c).postings_of(document.id)):
            where = (document.store, document.register, document.business_date, document.run)
            names = ("entry", "side", "slot", "key", "department", "reason", "tax_code", "party")
            key = (*where, *(posting[name] for name in names))
            cents, count = told.get(key, (0, 0))
            told[key] = (cents + int(str(posting["cents"])), count + 1)
    for key in kept.keys() | told.keys():
        if kept.get(key) != told.get(key):
            yield f"{key[2]} run {key[3]}, register {key[1]}, {key[6]}"


def _stock(c: Connection) -> Iterator[str]:
    """Stock is the sum of what moved."""
    line = t.doc_line.c
    moved = select(line.item, func.sum(-line.milli), func.sum(-line.cost)).where(line.item != "")
    sums = {item: (milli, value) for item, milli, value in c.execute(moved.group_by(line.item))}
    kept = {row.item: (row.milli, row.value) for row in c.execute(select(t.stock))}
    for item in kept.keys() | sums.keys():
        if kept.get(item, (0, 0)) != sums.get(item, (0, 0)):
            yield f"item {item}: {kept.get(item)} kept, {sums.get(item)} moved"


def _taxes(c: Connection) -> Iterator[str]:
    """Tax posted per agency and day is the tax on the receipts, voids turned round."""
    told: dict[tuple[str, str], int] = defaultdict(int)
    for document in _documents(c):
        source = Documents(c).get(document.refers) if document.kind == "void" else document
        sign = -1 if document.kind == "void" else 1
        for tax, cents in source.taxes if source else ():
            told[document.business_date, tax.agency] += sign * cents
    posted: dict[tuple[str, str], int] = defaultdict(int)
    total = t.period_total.c
    for row in c.execute(select(total.business_date, total.key, total.cents).where(total.slot == "tax")):
        posted[row.business_date, row.key.split("/")[0]] -= row.cents
    for day, agency in told.keys() | posted.keys():
        if told[day, agency] != posted[day, agency]:
            yield f"{day}, {agency}: {told[day, agency]} on receipts, {posted[day, agency]} posted"


def _receipts(c: Connection) -> Iterator[str]:
    """Each receipt: its lines and tax are its total, and its tenders settle it."""
    for document in _documents(c):
        if document.kind not in ("sale", "return"):
            continue
        lines = sum(line.net for line in document.lines)
        tax = sum(cents for _, cents in document.taxes)
        if lines + tax != document.total or sum(p.applied for p in document.payments) != document.total:
            yield f"receipt {document.printed_number} does not add up"


def _balances(c: Connection) -> Iterator[str]:
    """What customers owe is what was charged less what was paid, from where they began."""
    told: dict[str, int] = defaultdict(int)
    p = t.posting.c
    moved = select(p.key, func.sum(p.cents)).where(p.slot.in_(("house_charge", "house_payment"))).group_by(p.key)
    for party, cents in c.execute(moved):
        told[party] += cents
    for document in _documents(c):
        if document.kind == "opening_balance":
            told[document.customer] += document.total
    kept = {row.party: row.cents for row in c.execute(select(t.balance).where(t.balance.c.kind == "house-account"))}
    for party in kept.keys() | told.keys():
        if kept.get(party, 0) != told.get(party, 0):
            yield f"customer {party}: {kept.get(party, 0)} kept, {told.get(party, 0)} moved"


def _drawers(c: Connection) -> Iterator[str]:
    """An open drawer's expected cash is its float and what moved since."""
    documents = Documents(c)
    for row in c.execute(select(t.drawer).where(t.drawer.c.opened_by != "")):
        opening = documents.get(row.opened_by)
        start = int(opening.facts["float"]) if opening else 0
        if start + documents.session_cash(row.opened_by, row.register) != row.expected:
            yield f"register {row.register}"


def _periods(c: Connection) -> Iterator[str]:
    """Every document lies in a period; every closed period with money is in one outbox row."""
    periods = {(r.store, r.register, r.business_date, r.run): r.closed_by for r in c.execute(select(t.period))}
    for document in _documents(c):
        if (
            document.register
            and (document.store, document.register, document.business_date, document.run) not in periods
        ):
            yield f"{document.kind} {document.printed_number} lies in no period"


def _documents(c: Connection) -> Iterator[Document]:
    for _, _, _, _, body, _ in Documents(c).bodies():
        yield read_body(body)


INVARIANTS: dict[str, Callable[[Connection], Iterator[str]]] = {
    "file integrity": _integrity,
    "append-only triggers": _protected,
    "digest chain": _chain,
    "numbers without gaps": _numbers,
    "documents equal their bodies": _columns,
    "index rows equal bodies": _bodies,
    "postings balance": _balance,
    "day totals equal receipts": _rollup,
    "stock equals movements": _stock,
    "tax per agency equals the tax rows": _taxes,
    "receipts add up": _receipts,
    "drawers add up": _drawers,
    "balances equal charges less payments": _balances,
    "documents lie in periods": _periods,
}
