"""A sent day put right at a person's word: written anew in place, adjusted beside, or taken back. Nothing is deleted.

Each way can be looked at before it is gone: `differences` and `reversals` write out every line and send nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from retailpos.actions import drift
from retailpos.actions.books import is_waiting, part_of
from retailpos.actions.company_here import need_same_company
from retailpos.actions.exchange import OutboxDesk, accept_theirs, client_of, restore_ours, send_day, with_sender
from retailpos.actions.shop import OpenShop
from retailpos.core.errors import PosError, Refusal
from retailpos.core.outbox import (
    CHANGED_THERE,
    MISSING,
    PAYOUT,
    POSTED,
    READY,
    REJECTED,
    REVERSED,
    SUPERSEDED,
    VERIFIED,
    OutboxRow,
)
from retailpos.exchange.entry import Line
from retailpos.exchange.guards import BY_HAND
from retailpos.exchange.online.amounts import thawed
from retailpos.exchange.online.books import Office
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.drift import (
    ADJUSTMENT,
    Difference,
    adjusting_body,
    difference,
    number,
    reversing,
    reversing_body,
)
from retailpos.exchange.online.papers import paper_of
from retailpos.exchange.sender import Pace, Sender

_STANDS = (POSTED, VERIFIED, CHANGED_THERE)
# Ways to put a sent day right.
ANEW, BESIDE, BACK, OURS, THEIRS, REST = "anew", "beside", "back", "ours", "theirs", "rest"


@dataclass(frozen=True, slots=True)
class Written:
    """What a correction of one document would say: debit positive cents by account. No lines where nothing differs."""

    doc_number: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """How a date can be put right, each way with the lines it would write; `why_not` where no lines can be told."""

    date: str
    lines: dict[str, tuple[Written, ...]]
    why_not: PosError | None = None


def ways(shop: OpenShop, date: str) -> Ways:
    """What can be done about a sent date, written out. Sends nothing.

    Where more came in here since: that is sent too. Where it was edited or deleted in QuickBooks: ours put back, the
    difference beside, theirs kept. Else, where it would be booked otherwise now: written anew or adjusted beside; and
    in any case taken back.
    """
    with shop.store.read() as tx:
        rows = tx.outbox.of_day(date)
        rest = [row for row in rows if is_waiting(row)]
        changed = any(row.state in (CHANGED_THERE, MISSING) for row in rows)
        if rest and not changed:
            return Ways(date, {REST: tuple(Written(row.doc_number, part_of(tx, shop, row).lines) for row in rest)})
    if not changed:
        off = () if _is_adjusted(shop, date) else differences(shop, date)
        found = {ANEW: off, BESIDE: off} if any(one.lines for one in off) else {}
        return Ways(date, {**found, BACK: reversals(shop, date)})
    try:
        off = tuple(Written(one.doc_number, one.lines) for one in drift.adjustments(shop, date))
    except Refusal as cause:
        return Ways(date, {OURS: (), THEIRS: ()}, cause)
    return Ways(date, {OURS: off, BESIDE: off, THEIRS: off})


def take(shop: OpenShop, date: str, way: str, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Put a sent date right in one of these ways."""
    with shop.store.read() as tx:
        changed = any(row.state in (CHANGED_THERE, MISSING) for row in tx.outbox.of_day(date))
    if way == REST:
        return send_day(shop, date, by=by, pace=pace)
    if way == BACK:
        return reverse(shop, date, by=by, pace=pace)
    if way == BESIDE:
        return (drift.adjust if changed else adjust_sent)(shop, date, by=by, pace=pace)
    act = {ANEW: replace_in_place, OURS: restore_ours, THEIRS: accept_theirs}[way]
    return act(shop, date, by=by)


def _is_adjusted(shop: OpenShop, date: str) -> bool:
    with shop.store.read() as tx:
        return any(row.reason == "adjusted" for row in tx.outbox.of_day(date))


def differences(shop: OpenShop, date: str) -> tuple[Written, ...]:
    """By which lines a sent date would be booked otherwise now, against what stands in QuickBooks. Sends nothing.

    Raises Refusal where nothing of the date was sent, or a row has no account any more.
    """
    return tuple(Written(row.doc_number, off.lines) for row, _, off in _compared(shop, date))


def reversals(shop: OpenShop, date: str) -> tuple[Written, ...]:
    """The lines that would take back what stands in QuickBooks of a date. Sends nothing."""
    rows = _standing(shop, date)
    with client_of(shop) as client:
        return tuple(Written(row.doc_number, _taking_back(client, row).lines) for row in rows)


def replace_in_place(shop: OpenShop, date: str, *, by: str = "") -> tuple[OutboxRow, ...]:
    """Write a sent date anew under its own QuickBooks ids, as it is booked now.

    Where QuickBooks refuses, its entry stands as it was and the row says why; where no answer came the new one is
    taken as posted until it was read back.
    """
    found = [(row, body) for row, body, off in _compared(shop, date) if off.lines]
    if not found:
        raise Refusal("nothing_differs", date=date)
    return with_sender(shop, by, None, lambda sender: tuple(_replaced(shop, sender, *one, by=by) for one in found))


def _replaced(shop: OpenShop, sender: Sender, row: OutboxRow, body: str, *, by: str) -> OutboxRow:
    done = sender.restore(replace(row, body=body))
    if done.state == VERIFIED and not done.reason:
        return done
    kept = replace(done, state=POSTED)
    if done.reason.startswith("fault_") or done.reason == "not_read_back":
        kept = replace(row, reason=done.reason, said=done.said)
    with shop.store.write() as tx:
        tx.outbox.save(kept)
        tx.outbox.log(kept, at=shop.now_ms(), by=by)
    return kept


def adjust_sent(shop: OpenShop, date: str, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Leave what was sent and enter beside it, as documents of letter A, what it would be booked otherwise now."""
    found = [(row, off) for row, _, off in _compared(shop, date) if off.lines]
    if not found:
        raise Refusal("nothing_differs", date=date)
    for row, off in found:
        kept = replace(row, reason="adjusted", retry_at=0)
        _beside(shop, kept, off, letter="A", by=by)
    return _send_beside(shop, date, by=by, pace=pace)


def reverse(shop: OpenShop, date: str, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Take a sent date back by entries of letter V that turn every line round. Both stand and come to nothing."""
    rows = _standing(shop, date)
    with client_of(shop) as client:
        found = [(row, _taking_back(client, row)) for row in rows]
    for row, off in found:
        _beside(shop, replace(row, state=REVERSED, reason="reversed", retry_at=0), off, letter="V", by=by)
    return _send_beside(shop, date, by=by, pace=pace)


def send_anew(shop: OpenShop, date: str, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Send a date that was taken back once more, under new numbers. What it replaces is superseded."""
    with shop.store.write() as tx:
        rows = tx.outbox.of_day(date)
        old = [row for row in rows if row.state == REVERSED]
        unproved = [row for row in rows if row.entry == ADJUSTMENT and row.state != VERIFIED]
        if not old or unproved:
            raise Refusal("not_taken_back", date=date)
        taken = {row.doc_number for row in tx.outbox.rows()}
        for row in old:
            fresh = None if row.entry == ADJUSTMENT else _anew(row, taken)
            kept = replace(row, state=SUPERSEDED, reason="sent_anew", said=fresh.doc_number if fresh else "")
            tx.outbox.save(kept)
            tx.outbox.log(kept, at=shop.now_ms(), by=by)
            if fresh is not None:
                tx.outbox.add(fresh)
                tx.outbox.log(fresh, at=shop.now_ms(), by=by)
    return send_day(shop, date, by=by, pace=pace)


def leave_to_theirs(shop: OpenShop, date: str, *, by: str = "") -> tuple[OutboxRow, ...]:
    """A date that somebody entered in QuickBooks by hand counts as entered: ours is not sent. A person's decision.

    Raises Refusal where nothing of the date was held back for that.
    """
    with shop.store.write() as tx:
        held = [row for row in tx.outbox.of_day(date) if row.state == READY and row.reason == BY_HAND]
        if not held:
            raise Refusal("not_held_back", date=date)
        done = tuple(replace(row, state=SUPERSEDED, reason="entered_by_hand", retry_at=0) for row in held)
        for row in done:
            tx.outbox.save(row)
            tx.outbox.log(row, at=shop.now_ms(), by=by)
    return done


def _standing(shop: OpenShop, date: str) -> tuple[OutboxRow, ...]:
    with shop.store.read() as tx:
        rows = tuple(row for row in tx.outbox.of_day(date) if row.state in _STANDS and row.quickbooks_id)
    # A payout goes out by itself and is no part of its day; what takes another back is not taken back in turn.
    rows = tuple(row for row in rows if row.paper.partition("/")[0] != PAYOUT)
    rows = tuple(row for row in rows if not (row.entry == ADJUSTMENT and "-V" in row.doc_number))
    if not rows:
        raise Refusal("nothing_sent", date=date)
    need_same_company(shop, rows)
    return rows


def _compared(shop: OpenShop, date: str) -> tuple[tuple[OutboxRow, str, Difference], ...]:
    """Each sent document, its bytes as it would be made now, and the lines between that and what stands there."""
    rows = [row for row in _standing(shop, date) if row.entry != ADJUSTMENT]
    if any(row.reason == "adjusted" for row in rows):
        raise Refusal("adjusted_already", date=date)
    desk = OutboxDesk(shop, "")
    with client_of(shop) as client:
        office = Office(client)
        return tuple((row, *_one(client, office, desk, row)) for row in rows)


def _one(client: Client, office: Office, desk: OutboxDesk, row: OutboxRow) -> tuple[str, Difference]:
    entry, _version = desk.entry(row)
    if entry.unmapped:
        gap = entry.unmapped[0]
        raise Refusal("day_blocked", date=row.business_date, slot=gap.slot, title=gap.title, cents=abs(gap.cents))
    body = paper_of(row.paper).made(office, entry, row.doc_number, desk.note(row))
    return body, difference(client, replace(row, body=body), _there(client, row))


def _there(client: Client, row: OutboxRow) -> dict[str, object]:
    paper = paper_of(row.paper)
    answer = client.get(f"{paper.path}/{row.quickbooks_id}")
    if not answer.good:
        raise Refusal("look_first", date=row.business_date)
    found: dict[str, object] = answer.body.get(paper.entity) or {}
    return found


def _taking_back(client: Client, row: OutboxRow) -> Difference:
    """Only what was proved is taken back: an entry that was changed there is looked at first."""
    theirs = _there(client, row)
    if theirs.get("TxnDate") != thawed(row.body)["TxnDate"]:
        raise Refusal("moved_in_quickbooks", date=str(theirs.get("TxnDate")))
    return reversing(client, row, theirs)


def _beside(shop: OpenShop, kept: OutboxRow, off: Difference, *, letter: str, by: str) -> None:
    """Keep in one transaction what becomes of a document and the entry that stands beside it from now on."""
    made: Callable[[OutboxRow, str, Difference], str] = adjusting_body if letter == "A" else reversing_body
    with shop.store.write() as tx:
        doc_number = number(kept, frozenset(row.doc_number for row in tx.outbox.rows()), letter)
        beside = OutboxRow(
            doc_number,
            kept.store,
            kept.business_date,
            ADJUSTMENT,
            kept.run,
            kept.periods,
            kept.chain_head,
            READY,
            reason="adjusts" if letter == "A" else "reverses",
            body=made(kept, doc_number, off),
        )
        tx.outbox.save(replace(kept, said=doc_number))
        tx.outbox.add(beside)
        for row in (replace(kept, said=doc_number), beside):
            tx.outbox.log(row, at=shop.now_ms(), by=by)


def _send_beside(shop: OpenShop, date: str, *, by: str, pace: Pace | None) -> tuple[OutboxRow, ...]:
    def act(sender: Sender) -> tuple[OutboxRow, ...]:
        with shop.store.read() as tx:
            rows = [row for row in tx.outbox.of_day(date) if row.entry == ADJUSTMENT and row.state in (READY, REJECTED)]
        return tuple(sender.send(row) for row in rows)

    return with_sender(shop, by, pace, act)


def _anew(row: OutboxRow, taken: set[str]) -> OutboxRow:
    n = 2
    while (doc_number := f"{row.doc_number}-{n}") in taken:
        n += 1
    return OutboxRow(
        doc_number,
        row.store,
        row.business_date,
        row.entry,
        row.run,
        row.periods,
        row.chain_head,
        READY,
        paper=row.paper,
    )
