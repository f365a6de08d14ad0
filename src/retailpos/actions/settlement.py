"""Card payouts: read from the processor's file, shown first, recorded once each, and sent like any day.

A payout is a document of the shop's own books: it takes what was charged out of card clearing, and puts what is left
after the processor's costs into the bank. The same payout is never recorded twice, however often its file comes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retailpos.actions.books import book, is_waiting, part_of
from retailpos.actions.exchange import with_sender
from retailpos.actions.shop import BACK_OFFICE, Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.catalogue import CARD
from retailpos.core.document import SETTLEMENT, Document
from retailpos.core.errors import Refusal, Trouble
from retailpos.core.mapping import Row
from retailpos.core.outbox import (
    BLOCKED,
    CHANGED_THERE,
    MISSING,
    PAYOUT,
    POSTED,
    READY,
    REJECTED,
    SENDING,
    UNKNOWN,
    VERIFIED,
    OutboxRow,
)
from retailpos.exchange.codes import STOPS_ALL
from retailpos.exchange.entry import LETTERS, Entry
from retailpos.exchange.sender import Pace, Sender
from retailpos.exchange.settlement import Payout, payouts
from retailpos.exchange.suggest import suggestion
from retailpos.store.store import Tx

_DAY_FIRST_NOT = ("USD", "CAD")
_NUMBERS, _MOST_BYTES = 100_000, 5_000_000
_BANK, _PROCESSOR = "payouts_bank", "payouts_processor"
_KNOWN = "payout/"
Payouts = tuple[Payout, ...]
_COSTS = (("fees", "card_fees"), ("chargebacks", "chargebacks"))


@dataclass(frozen=True, slots=True)
class Choices:
    """Where payouts go: the bank account's name, what the processor is called, and the tender of each of its cards.

    `cards` gives a tender's id by the processor's word for a card; '' is the tender of all that have no own one.
    """

    bank: str
    processor: str
    cards: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A payout of a file, and the document number it will have; `known` where it was recorded before."""

    payout: Payout
    number: str
    known: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds, and what would be done with it: nothing was recorded yet. Sums are of what is new."""

    found: tuple[Found, ...]
    choices: Choices
    cards: tuple[str, ...] = ()
    unknown_cards: tuple[str, ...] = ()

    @property
    def fresh(self) -> tuple[Payout, ...]:
        """The payouts that are not recorded yet."""
        return tuple(one.payout for one in self.found if not one.known)

    @property
    def net(self) -> int:
        """What reaches the bank, in cents."""
        return sum(payout.net for payout in self.fresh)

    @property
    def fees(self) -> int:
        """What the processor keeps, in cents."""
        return sum(payout.fees + payout.chargebacks for payout in self.fresh)

    @property
    def cleared(self) -> int:
        """What leaves card clearing, in cents."""
        return sum(payout.cleared for payout in self.fresh)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A payout that was recorded, and how far its entry got in QuickBooks."""

    payout: str
    processor: str
    date: str
    cleared: int
    costs: int
    net: int
    state: str
    row: OutboxRow
    entry: Entry = field(default_factory=lambda: Entry("", SETTLEMENT, (), ()))


def usual(shop: OpenShop) -> Choices:
    """The choices of the last import; where there was none, the shop's only bank account and its card tender."""
    with shop.store.read() as tx:
        bank = tx.lists.meta(_BANK) or _likely_bank(tx)
        return Choices(bank, tx.lists.meta(_PROCESSOR) or "Card processor", (("", _card_tenders(shop)[0]),))


def look(shop: OpenShop, raw: bytes, choices: Choices | None = None) -> Preview:
    """What a processor's file holds. Raises Refusal with row and column where it can't be believed."""
    return preview(shop, _payouts(raw, shop.facts.currency), choices)


def read_file(report: Callable[[int, int], object], path: str, currency: str) -> tuple[Payout, ...]:
    """The payouts of a file, for a process beside the window: a long one takes a second to read.

    Raises Refusal with row and column where it can't be believed, Trouble where it can't be read at all.
    """
    try:
        if Path(path).stat().st_size > _MOST_BYTES:
            raise Refusal("payout_file_too_big", most=_MOST_BYTES // 1_000_000)
        raw = Path(path).read_bytes()
    except OSError as cause:
        raise Trouble("file_not_read", path=path) from cause
    found = _payouts(raw, currency)
    report(1, 1)
    return found


def _payouts(raw: bytes, currency: str) -> tuple[Payout, ...]:
    return payouts(raw, currency=currency, day_first=currency not in _DAY_FIRST_NOT)


def preview(shop: OpenShop, found: tuple[Payout, ...], choices: Choices | None = None) -> Preview:
    """What would be done with these payouts; nothing is."""
    chosen = choices or usual(shop)
    words = sorted({card for payout in found for card, cents in payout.parts if cents})
    cards = tuple((word, _tender_of(shop, word, chosen)) for word in words)
    named = Choices(chosen.bank, chosen.processor, tuple(dict([*chosen.cards, *cards]).items()))
    unknown = tuple(word for word in words if word and not _known_card(shop, word, chosen))
    with shop.store.read() as tx:
        numbers = _numbered(tx, shop, chosen.processor, found)
    return Preview(numbers, named, tuple(words), unknown)


def settle(till: Till, preview: Preview) -> Changes:
    """Record the new payouts of a preview; each waits for QuickBooks from then on. Needs the right to bank."""
    till.need(rights.BANK)
    return record_payouts(till.shop, preview, by=till.by)


def record_payouts(shop: OpenShop, preview: Preview, *, by: str = "") -> Changes:
    """As `settle`, from a terminal: whoever may use the shop file may do it. One transaction a payout."""
    if not preview.choices.bank.strip():
        raise Refusal("bank_account_needed")
    done = []
    for found in preview.found:
        with shop.store.write() as tx:
            document = _record(tx, shop, found.payout, preview.choices, by=by)
        if document is not None:
            done.append(document)
    return Changes(frozenset({"days", "documents", "exchange"} if done else ()), tuple(done))


def recorded(shop: OpenShop, most: int = 200) -> tuple[Recorded, ...]:
    """The payouts recorded, the newest first."""
    with shop.store.read() as tx:
        return tuple(_recorded(tx, shop, row) for row in tx.outbox.payouts()[:most])


def send_payouts(shop: OpenShop, *, by: str = "", pace: Pace | None = None) -> tuple[OutboxRow, ...]:
    """Send the payouts that wait, oldest first, and prove them."""
    with shop.store.read() as tx:
        rows = tuple(
            row for row in tx.outbox.rows(READY, REJECTED, UNKNOWN, SENDING, POSTED) if row.entry == SETTLEMENT
        )
        blocked = [gap for row in rows for gap in part_of(tx, shop, row).unmapped if row.state in (READY, REJECTED)]
    if blocked:
        gap = blocked[0]
        raise Refusal("payout_blocked", slot=gap.slot, title=gap.title, cents=abs(gap.cents))
    return _send(shop, rows, by=by, pace=pace)


def look_again(shop: OpenShop, *, by: str = "") -> tuple[OutboxRow, ...]:
    """Read the sent payouts back once more and compare every line."""
    with shop.store.read() as tx:
        rows = tuple(row for row in tx.outbox.payouts() if row.state in (POSTED, VERIFIED, CHANGED_THERE, MISSING))
    return with_sender(shop, by, None, lambda sender: tuple(sender.look(row) for row in rows)) if rows else ()


def put_ours_back(shop: OpenShop, number: str, *, by: str = "") -> OutboxRow:
    """Write a payout's entry over what became of it in QuickBooks. A person's decision."""
    return _mend(shop, number, by, lambda sender, row: sender.restore(row))


def keep_theirs(shop: OpenShop, number: str, *, by: str = "") -> OutboxRow:
    """Take a payout's entry as it stands in QuickBooks, edited or deleted. A person's decision, kept in the log."""
    return _mend(shop, number, by, lambda sender, row: sender.accept(row))


def _mend(shop: OpenShop, number: str, by: str, act: Callable[[Sender, OutboxRow], OutboxRow]) -> OutboxRow:
    with shop.store.read() as tx:
        row = tx.outbox.get(number)
    if row is None or row.entry != SETTLEMENT or row.state not in (CHANGED_THERE, MISSING):
        raise Refusal("payout_not_changed")
    return with_sender(shop, by, None, lambda sender: act(sender, row))


def _send(shop: OpenShop, rows: tuple[OutboxRow, ...], *, by: str, pace: Pace | None) -> tuple[OutboxRow, ...]:
    if not rows:
        return ()

    def until_stopped(sender: Sender) -> tuple[OutboxRow, ...]:
        done: list[OutboxRow] = []
        for row in rows:
            done.append(sender.send(row))
            if done[-1].reason in STOPS_ALL:
                break
        return (*done, *rows[len(done) :])

    return with_sender(shop, by, pace, until_stopped)


def _card_tenders(shop: OpenShop) -> tuple[str, ...]:
    cards = [tender.id for tender in shop.listed.tenders.values() if tender.kind == CARD]
    if not cards:
        raise Refusal("no_card_tender")
    return tuple(cards)


def _tender_of(shop: OpenShop, word: str, choices: Choices) -> str:
    """The tender a processor's word for a card means: one chosen, one called so, else the one for all."""
    return _known_card(shop, word, choices) or dict(choices.cards).get("") or _card_tenders(shop)[0]


def _known_card(shop: OpenShop, word: str, choices: Choices) -> str:
    """The tender that was chosen for a word, or is called so; '' where neither is."""
    chosen = dict(choices.cards)
    if word in chosen:
        return chosen[word]
    plain = word.casefold().split()
    for tender in shop.listed.tenders.values():
        called = tender.name.casefold().replace("/", " ").split()
        if tender.kind == CARD and plain and plain[0] in called:
            return tender.id
    return ""


def _likely_bank(tx: Tx) -> str:
    """The one account that money was brought to so far, or ''."""
    named = {row.account for row in tx.mappings.current().rows if row.slot == "bank" and row.account}
    return named.pop() if len(named) == 1 else ""


def _key(processor: str, payout: str) -> str:
    """What a payout is known by for ever: its own id at its own processor."""
    return _KNOWN + hashlib.sha256(f"{processor.casefold().strip()}\n{payout}".encode()).hexdigest()[:40]


def _numbered(tx: Tx, shop: OpenShop, processor: str, found: Iterable[Payout]) -> tuple[Found, ...]:
    taken: set[str] = set()
    rows = []
    for payout in found:
        number = _number(tx, shop, processor, payout, taken)
        taken.add(number)
        rows.append(Found(payout, number, bool(tx.lists.meta(_key(processor, payout.id)))))
    return tuple(rows)


def _number(tx: Tx, shop: OpenShop, processor: str, payout: Payout, taken: set[str]) -> str:
    """The document number: made from the payout itself, so that a restored file makes the same one again."""
    facts = shop.facts
    known = tx.lists.meta(_key(processor, payout.id))
    n = int(_key(processor, payout.id)[len(_KNOWN) :][:12], 16) % _NUMBERS
    for step in range(_NUMBERS):
        mark = f"{LETTERS[SETTLEMENT]}{(n + step) % _NUMBERS:05d}"
        number = f"{facts.code}-{facts.store}-{payout.date[2:].replace('-', '')}-{mark}"
        row = tx.outbox.get(number)
        if number not in taken and (row is None or row.paper == f"{PAYOUT}/{known}"):
            return number
    raise Refusal("payout_file_too_big", most=0)


def _record(tx: Tx, shop: OpenShop, payout: Payout, choices: Choices, *, by: str) -> Document | None:
    """One payout as a document and its row for QuickBooks, or None where it was recorded before."""
    key = _key(choices.processor, payout.id)
    if tx.lists.meta(key):
        return None
    number = _number(tx, shop, choices.processor, payout, set())
    document = shop.record(tx, BACK_OFFICE, SETTLEMENT, by=by, facts=_facts(shop, payout, choices))
    facts, head = shop.facts, tx.documents.head(shop.facts.store, BACK_OFFICE)[1]
    paper = f"{PAYOUT}/{document.id}"
    tx.outbox.add(OutboxRow(number, facts.store, payout.date, SETTLEMENT, 0, (), head, READY, paper=paper))
    tx.lists.set_meta(key, document.id)
    tx.lists.set_meta(_BANK, choices.bank)
    tx.lists.set_meta(_PROCESSOR, choices.processor)
    _name_accounts(tx, shop, document, by=by)
    return document


def _facts(shop: OpenShop, payout: Payout, choices: Choices) -> dict[str, Any]:
    parts: dict[str, int] = {}
    for card, cents in payout.parts:
        tender = _tender_of(shop, card, choices)
        parts[tender] = parts.get(tender, 0) + cents
    sums = {name: getattr(payout, name) for name in ("gross", "refunds", "fees", "chargebacks", "net")}
    cleared = sorted([tender, cents] for tender, cents in parts.items() if cents)
    told = {"payout": payout.id, "date": payout.date, "processor": choices.processor, "bank": choices.bank.strip()}
    return {**told, **sums, "parts": cleared}


def _name_accounts(tx: Tx, shop: OpenShop, document: Document, *, by: str) -> None:
    """The bank account that was named, and the usual ones for the processor's costs, where none was chosen yet."""
    mapping = before = tx.mappings.current()
    facts, names = document.facts, book(tx, shop).names
    if mapping.find("bank", str(facts["bank"])) is None:
        mapping = mapping.with_row(Row("bank", str(facts["bank"]), str(facts["bank"])))
    for fact, slot in _COSTS:
        processor = str(facts["processor"])
        if facts[fact] and mapping.find(slot, processor) is None:
            mapping = mapping.with_row(Row(slot, processor, suggestion(slot, processor, names)))
    if mapping != before:
        tx.mappings.keep_whole(mapping, at=shop.now_ms(), by=by)


def _recorded(tx: Tx, shop: OpenShop, row: OutboxRow) -> Recorded:
    document = tx.documents.get(row.paper.partition("/")[2])
    assert document is not None
    facts = document.facts
    cleared = int(facts["gross"]) - int(facts["refunds"])
    costs, net = int(facts["fees"]) + int(facts["chargebacks"]), int(facts["net"])
    who = str(facts["payout"]), str(facts["processor"])
    entry = part_of(tx, shop, row)
    state = row.state if not is_waiting(row) else BLOCKED if entry.unmapped else READY
    return Recorded(*who, row.business_date, cleared, costs, net, state, row, entry)
