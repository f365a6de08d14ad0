"""The shop's books as QuickBooks will see them: the mapping, the day's entries, and what each line is made of."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace

from retailpos.actions.left_out import as_planned
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.catalogue import HOUSE
from retailpos.core.document import Document
from retailpos.core.errors import Refusal
from retailpos.core.mapping import Row
from retailpos.core.outbox import (
    APPROVED,
    BLOCKED,
    CHANGED_HERE,
    CHANGED_THERE,
    CLOSED,
    MISSING,
    OPEN,
    PAYOUT,
    POSTED,
    READY,
    REVERSED,
    VERIFIED,
    OutboxRow,
    worst,
)
from retailpos.core.slots import SLOTS
from retailpos.exchange import forms
from retailpos.exchange.entry import Book, Entry, build, kinds
from retailpos.exchange.moves import is_move, of_register
from retailpos.exchange.suggest import Names
from retailpos.store.store import Tx

_MOST_DIGITS = 9
# Whether days are signed off before they are sent, and what was: the fingerprint and who, by document number.
SIGN_OFF, SIGNED_OFF = "sign_off", "signed_off/"
# Whether money brought to the safe and the bank goes out as transfers beside the entry.
TRANSFERS = "transfers"
# Where the shop files its sales tax, as it was answered while connecting.
TAX_FILED, IN_QUICKBOOKS = "quickbooks_sales_tax", "quickbooks"
_SENT = (POSTED, VERIFIED, CHANGED_THERE, MISSING, REVERSED)


def names(shop: OpenShop) -> Names:
    """What stable ids are called now."""
    found = {d.id: d.name for d in shop.listed.departments.values()}
    found |= {t.id: t.name for t in shop.listed.tenders.values()}
    for code in shop.listed.tax_codes.values():
        found |= {rate.row.agency: rate.row.agency_name for rate in code.rates}
    return Names(found)


def book(tx: Tx, shop: OpenShop) -> Book:
    """How this shop books now."""
    suggest = tx.lists.meta("suggest_accounts", "0") == "1"
    known = names(shop).by_id | tx.lists.customer_names(tx.documents.balances(HOUSE))
    tax_there = tx.lists.meta(TAX_FILED) == IN_QUICKBOOKS
    return Book(tx.mappings.current(), Names(known), suggest, shop.facts.cogs, tax_there)


def entries(tx: Tx, shop: OpenShop, date: str, run: int | None = None) -> tuple[Entry, ...]:
    """The entries of a date: of all its runs taken together, or of one."""
    here = book(tx, shop)
    totals = tx.periods.totals(date, run)
    try:
        made = [build(date, kind, totals, here) for kind in kinds((posting for _, posting in totals), here)]
    except ArithmeticError:
        raise Refusal("out_of_balance", date=date) from None
    return tuple(entry for entry in made if entry.lines or entry.unmapped)


def part_of(tx: Tx, shop: OpenShop, row: OutboxRow) -> Entry:
    """What one row of the outbox says: its part of the entry of its run, or the payout it was written for."""
    paper, _, document = row.paper.partition("/")
    if paper == PAYOUT:
        legs = tx.documents.postings_of(document)
        return build(row.business_date, row.entry, ((1, leg) for leg in legs), book(tx, shop))
    return forms.part(row.business_date, row.entry, totals_of(tx, row), book(tx, shop), row.paper)


def totals_of(tx: Tx, row: OutboxRow) -> forms.Totals:
    """What a row's run came to; money moved to the safe or the bank with the register that it left."""
    return _run_totals(tx, row.business_date, row.periods)


def _run_totals(tx: Tx, date: str, periods: tuple[tuple[int, int, str, int], ...]) -> forms.Totals:
    run = periods[0][3]
    whole = tx.periods.totals(date, run)
    if not any(is_move(posting) for _, posting in whole):
        return whole
    stayed = tuple(total for total in whole if not is_move(total[1]))
    registers = sorted({register for _store, register, _date, _run in periods})
    return stayed + tuple(
        move for register in registers for move in of_register(register, tx.periods.totals(date, run, register))
    )


def planned(
    tx: Tx, shop: OpenShop, date: str, periods: tuple[tuple[int, int, str, int], ...], *, chain_head: str
) -> tuple[OutboxRow, ...]:
    """The rows that a run of a date is sent by, in the form the shop has chosen now."""
    here, facts, run = book(tx, shop), shop.facts, periods[0][3]
    totals, apart = _run_totals(tx, date, periods), tx.lists.meta(TRANSFERS) == "1"
    rows = []
    for kind in kinds((posting for _, posting in totals), here):
        for paper, n in forms.numbered(forms.plan(date, kind, totals, here, facts.form, transfers=apart)):
            number = forms.number(facts.code, facts.store, date, kind, run=run, paper=paper, n=n)
            row = OutboxRow(number, facts.store, date, kind, run, periods, chain_head, READY, paper=paper)
            rows.append(as_planned(tx, row))
    return tuple(rows)


def preview(shop: OpenShop, date: str) -> tuple[Entry, ...]:
    """What would be sent for a date; nothing where its sums don't balance."""
    with shop.store.read() as tx:
        try:
            return entries(tx, shop, date)
        except Refusal:
            return ()


def is_balanced(shop: OpenShop, date: str) -> bool:
    """False where the sums of a date don't come to zero: nothing of it is sent then, and its proofs say why."""
    with shop.store.read() as tx:
        try:
            entries(tx, shop, date)
        except Refusal:
            return False
    return True


def behind(shop: OpenShop, date: str, slot: str, key: str) -> tuple[tuple[Document, int], ...]:
    """The documents that a line of a date's entry is made of, with what each adds (debit positive cents)."""
    with shop.store.read() as tx:
        return tx.documents.behind(date, slot, key)


def day_state(shop: OpenShop, date: str) -> str:
    """The state a date shows: the worst of its QuickBooks documents."""
    with shop.store.read() as tx:
        return state_of(tx, shop, date)


def state_of(tx: Tx, shop: OpenShop, date: str) -> str:
    """As `day_state`, within a transaction."""
    rows = tx.outbox.of_day(date)
    closed = dict(tx.periods.dates(date, date)).get(date)
    sent = frozenset(row.run for row in rows if row.state in _SENT)
    if not rows:
        return CLOSED if closed else OPEN
    states = [] if closed else [CHANGED_HERE if sent and _open_money(tx, date) else OPEN]
    states += [CHANGED_HERE if sent - {row.run} and is_waiting(row) else document_state(tx, shop, row) for row in rows]
    return worst(tuple(states))


def is_open(shop: OpenShop, date: str) -> bool:
    """True for a date that has business and is not closed, or not closed again."""
    with shop.store.read() as tx:
        return not dict(tx.periods.dates(date, date)).get(date, True)


def document_state(tx: Tx, shop: OpenShop, row: OutboxRow) -> str:
    """The state one QuickBooks document shows: what waits is blocked, ready, or approved where sign-off is on."""
    if not is_waiting(row):
        return row.state
    try:
        made = entries(tx, shop, row.business_date, row.run)
    except Refusal:
        return BLOCKED
    if any(entry.unmapped for entry in made):
        return BLOCKED
    if row.reason == "account_inactive" and row.said in {line.account for line in part_of(tx, shop, row).lines}:
        return BLOCKED
    return APPROVED if tx.lists.meta(SIGN_OFF) == "1" and is_signed_off(tx, shop, row) else READY


def is_waiting(row: OutboxRow) -> bool:
    """True for a document that was not sent, or is to be sent anew."""
    return row.state in (READY, BLOCKED)


def is_signed_off(tx: Tx, shop: OpenShop, row: OutboxRow) -> bool:
    """True where somebody looked at exactly what the document says now."""
    return tx.lists.meta(SIGNED_OFF + row.doc_number).partition("/")[0] == fingerprint(part_of(tx, shop, row), row.body)


def fingerprint(entry: Entry, body: str = "") -> str:
    """Stands for every line of an entry: another account or another cent makes another one."""
    lines = [{k: v for k, v in asdict(line).items() if k not in ("title", "postings")} for line in entry.lines]
    return hashlib.sha256(json.dumps([lines, "" if lines else body]).encode()).hexdigest()[:32]


def _open_money(tx: Tx, date: str) -> bool:
    """True where money moved in a period of the date that is still open."""
    runs = {run for _, _, _, run in tx.periods.open_periods(date)}
    return any(posting.cents for run in runs for _, posting in tx.periods.totals(date, run))


def sendable(shop: OpenShop) -> tuple[str, ...]:
    """The dates that can go out now, oldest first: closed, every row with its account, signed off where that is on."""
    with shop.store.read() as tx:
        wanted = APPROVED if tx.lists.meta(SIGN_OFF) == "1" else READY
        found: dict[str, bool] = {}
        for row in tx.outbox.rows(READY, BLOCKED):
            fits = document_state(tx, shop, row) == wanted
            found[row.business_date] = fits and found.get(row.business_date, True)
    return tuple(date for date, fits in sorted(found.items()) if fits)


def days(shop: OpenShop, first: str, last: str) -> dict[str, tuple[str, int]]:
    """State and net sales in cents of every date with business in a range, from the rollup."""
    with shop.store.read() as tx:
        sums = tx.periods.slot_sums(first, last)
        found = {}
        for date, _closed in tx.periods.dates(first, last):
            net = -sum(
                cents
                for (day, slot), cents in sums.items()
                if day == date and slot in ("sales", "service_sales", "returns", "discounts")
            )
            found[date] = (state_of(tx, shop, date), net)
        return found


def map_slot(till: Till, slot: str, key: str, account: str, *, none: bool = False, account_id: str = "") -> Changes:
    """Choose the account of a slot or one of its sub-rows, as a new version of the mapping."""
    till.need(rights.MAPPING)
    if slot not in SLOTS:
        raise Refusal("no_such_slot", name=slot)
    if not none and not account.strip():
        raise Refusal("account_needed")
    with till.shop.store.write() as tx:
        mapping = tx.mappings.current().with_row(Row(slot, key, "" if none else account, account_id, none))
        tx.mappings.keep(mapping.rows, at=till.shop.now_ms(), by=till.by)
    return Changes(frozenset({"mapping", "days"}))


def set_form(
    till: Till, *, form: str | None = None, cogs: bool | None = None, transfers: bool | None = None
) -> Changes:
    """In what form days go to QuickBooks, whether cost of goods goes along, and deposits and drops as transfers.

    Closed days of which nothing was ever tried are planned anew; what was tried or sent stays as it is.
    """
    till.need(rights.SETTINGS)
    if form is not None and form not in forms.FORMS:
        raise Refusal("no_such_form", name=form)
    shop, facts = till.shop, till.shop.facts
    changed = replace(facts, form=form or facts.form, cogs=facts.cogs if cogs is None else cogs)
    with shop.store.write() as tx:
        tx.lists.set_shop(changed)
        if transfers is not None:
            tx.lists.set_meta(TRANSFERS, "1" if transfers else "0")
    shop.read_lists()
    with shop.store.read() as tx:
        runs = sorted({(row.business_date, row.run) for row in tx.outbox.rows() if not row.was_tried})
    for date, run in runs:
        with shop.store.write() as tx:
            _plan_anew(tx, shop, date, run)
    return Changes(frozenset({"mapping", "days"}))


def sends_transfers(shop: OpenShop) -> bool:
    """True where deposits and drops go out as transfers."""
    with shop.store.read() as tx:
        return tx.lists.meta(TRANSFERS) == "1"


def _plan_anew(tx: Tx, shop: OpenShop, date: str, run: int) -> None:
    """One run, in one transaction: a sale never waits for more than that."""
    rows = tuple(row for row in tx.outbox.of_day(date) if row.run == run)
    if not rows:
        return
    if any(row.was_tried for row in rows):
        gone = tuple(r for r in rows if not r.was_tried and not forms.says_something(part_of(tx, shop, r)))
        fresh: tuple[OutboxRow, ...] = ()
    else:
        gone, fresh = rows, planned(tx, shop, date, rows[0].periods, chain_head=rows[0].chain_head)
    for row in gone:
        tx.outbox.take_out(row)
    for row in fresh:
        tx.outbox.add(row)


def entry_of(shop: OpenShop, document: Document) -> tuple[OutboxRow, ...]:
    """The QuickBooks documents that a receipt (or any other document) is in; none while its day is open."""
    period = (document.store, document.register, document.business_date, document.run)
    with shop.store.read() as tx:
        return tuple(row for row in tx.outbox.of_day(document.business_date) if period in row.periods)


def receipt_by_number(shop: OpenShop, register: int, text: str) -> Document:
    """The receipt that a person means by `1-004163`, or by its number alone. Raises Refusal where there is none."""
    before, _, after = text.strip().rpartition("-")
    number, own = after.strip(), before.strip() or str(register)
    if not (number.isdigit() and own.isdigit() and len(number) <= _MOST_DIGITS and len(own) <= _MOST_DIGITS):
        raise Refusal("receipt_not_found", number=text.strip()[:20])
    with shop.store.read() as tx:
        found = tx.documents.by_number(shop.facts.store, int(own), int(number))
    if found is None:
        raise Refusal("receipt_not_found", number=text.strip()[:20])
    return found
