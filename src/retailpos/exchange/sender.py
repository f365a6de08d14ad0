"""Sending one document exactly once, whatever dies at whatever moment.

The rules: the body is frozen and `sending` is saved before any byte leaves; an outcome that is not known is
called unknown and looked up by document number before anything is sent again, with the same bytes under the same
request id; nothing is green until it was read back and every line was equal.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from retailpos.core import outbox as states
from retailpos.core.errors import Trouble
from retailpos.core.outbox import OutboxRow
from retailpos.exchange import codes
from retailpos.exchange.entry import Entry
from retailpos.exchange.guards import Guards
from retailpos.exchange.online.books import Office
from retailpos.exchange.online.client import MOST_WAIT, Answer, Client, Unknown, shaped
from retailpos.exchange.online.drift import ADJUSTMENT, Difference, dated, difference
from retailpos.exchange.online.papers import paper_of, rivals

_REQUESTS = uuid.UUID("5a1d9c60-7b7e-4b52-8a0f-0f4f5c1d2e33")
_SETTLED = (states.POSTED, states.VERIFIED)
# Troubles that no waiting mends.
_FOR_A_PERSON = (
    "several_in_quickbooks",
    "no_secure_connection",
    "sent_in_other_form",
    "numbers_not_kept",
    "no_item_name_left",
    "no_untaxed_code",
    "no_undeposited_funds",
    "other_receivable_account",
    "no_tax_code_for_agencies",
    "transfer_within_one_account",
    "class_gone",
    "location_gone",
)
_WAIT_WORDS = "wait a few minutes"
_TROUBLES = ("quickbooks_trouble", "fault_600")
# After so many answers of trouble under one request id, and a look-up that finds nothing, a person decides.
MOST_TRIES = 5


class Desk(Protocol):
    """The outbox as the sender is handed it: it never meets a table."""

    def save(self, row: OutboxRow) -> None:
        """Keep a row, with its line in the log, durably."""

    def entry(self, row: OutboxRow) -> tuple[Entry, int]:
        """The entry of a row under the newest mapping, and that mapping's version."""

    def note(self, row: OutboxRow) -> str:
        """The private note that travels with it."""

    def shop_id(self) -> str:
        """The identity of this shop file."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait, in milliseconds: all injectable."""

    settle: int = 130_000
    throttled: int = 60_000
    backoff: tuple[int, ...] = (60_000, 120_000, 300_000, 900_000, 3_600_000)

    def after(self, attempts: int) -> int:
        """The wait after so many attempts."""
        return self.backoff[min(max(attempts, 1), len(self.backoff)) - 1]

    @property
    def longest(self) -> int:
        """The longest of all waits, those that QuickBooks may ask for among them."""
        return max(self.settle, self.throttled, MOST_WAIT * 1000, *self.backoff)


class Sender:
    """Sends rows to one company."""

    def __init__(
        self,
        client: Client,
        desk: Desk,
        now: Callable[[], int],
        *,
        pace: Pace | None = None,
        guards: Guards | None = None,
    ) -> None:
        self._client = client
        self._office = Office(client)
        self._desk = desk
        self._now = now
        self._pace = pace or Pace()
        self._guards = guards or Guards()

    def send(self, row: OutboxRow) -> OutboxRow:
        """Bring a row as far as it goes now: verified when all is well, else where it stopped and why."""
        if row.company and row.company != self._client.realm:
            return self._keep(row, row.state, "wrong_company")
        if row.state in (states.REVERSED, states.SUPERSEDED, states.LEFT_OUT):
            return row
        if row.state == states.SENDING:
            row = self._keep(row, states.UNKNOWN, "stopped_while_sending")
        unknown = row.state == states.UNKNOWN
        try:
            if row.state in _SETTLED:
                return self._read_back(row)
            if row.state != states.UNKNOWN:
                frozen = self._freeze(row)
                if frozen.state != states.SENDING:
                    return frozen
                row = frozen
            found = self._look_up(row)
            if found is not None:
                return self._adopt(row, found)
            if unknown and self._may_still_run(row):
                return self._keep(replace(row, retry_at=row.sent_at + self._pace.settle), row.state, row.reason)
            if unknown and row.reason in _TROUBLES and row.attempts >= MOST_TRIES:
                return self._keep(row, states.REJECTED, "keeps_failing")
            self._not_in_other_form(row)
            if unknown:
                row = self._keep(replace(row, attempts=row.attempts + 1, sent_at=self._now()), states.SENDING, "")
            return self._post(row)
        except Unknown as cause:
            # Before `sending` was saved no byte of the entry left: whatever was asked, nothing was posted.
            left = row.state in (states.SENDING, states.UNKNOWN)
            return self._later(row, states.UNKNOWN if left else states.READY, cause)
        except Trouble as cause:
            return self._later(row, states.UNKNOWN if unknown else states.READY, cause)

    def _may_still_run(self, row: OutboxRow) -> bool:
        """True while QuickBooks may be at work on the request that left: what isn't there now may be there soon."""
        return row.sent_at <= self._now() < row.sent_at + self._pace.settle

    def look(self, row: OutboxRow) -> OutboxRow:
        """Read a sent entry back once more; where it can't be read, the row stays as it was, with the reason."""
        if row.company and row.company != self._client.realm:
            return self._keep(row, row.state, "wrong_company")
        try:
            return self.verify(replace(row, state=states.VERIFIED))
        except Trouble as cause:
            return self._keep(row, row.state, cause.code)

    def _read_back(self, row: OutboxRow) -> OutboxRow:
        """Prove what is posted; an answer that does not come leaves it posted, to be read later."""
        try:
            return self.verify(row)
        except Trouble as cause:
            later = replace(row, retry_at=self._now() + self._pace.after(row.attempts))
            return self._keep(later, row.state, cause.code)

    def verify(self, row: OutboxRow) -> OutboxRow:
        """Read a posted entry back and compare every line. Only this makes a day green."""
        if not row.quickbooks_id:
            # Somebody took it out there and that was accepted here: it is proved by its not being there.
            found = self._look_up(row)
            if found is None:
                return self._keep(row, states.VERIFIED, row.reason)
            row = replace(row, quickbooks_id=str(found.get("Id")))
        paper = paper_of(row.paper)
        answer = self._client.get(f"{paper.path}/{row.quickbooks_id}")
        if answer.code == "610":
            return self._keep(row, states.MISSING, "gone_in_quickbooks")
        if not answer.good:
            return self._keep(row, row.state, "not_read_back", said=answer.said)
        found = shaped(answer.body.get(paper.entity))
        if paper.same(row.body, found):
            return self._keep(replace(row, sync_token=str(found.get("SyncToken", ""))), states.VERIFIED, "")
        off = paper.difference(row.body, found)
        state = states.CHANGED_THERE if row.state == states.VERIFIED else states.POSTED
        return self._keep(row, state, "differs_in_quickbooks", said=str(off))

    def restore(self, row: OutboxRow) -> OutboxRow:
        """Put ours back: the edited entry is written over under its own id, a deleted one is sent anew.

        Only ever at a person's word; the revision, and with it the request id, is a new one.
        """
        try:
            if row.state == states.MISSING:
                return self.send(replace(row, state=states.REJECTED, quickbooks_id="", reason=""))
            found = self._read(row)
            revision = row.revision + 1
            again = json.dumps({"Id": row.quickbooks_id, "SyncToken": str(found.get("SyncToken", "0"))})[:-1]
            there = replace(row, revision=revision, request_id=self._request_id(row, revision))
            path, body = paper_of(row.paper).path, f"{again}, {row.body[1:]}"
            answer = self._client.post(path, body, request_id=there.request_id)
            if not answer.good:
                return self._keep(row, row.state, f"fault_{answer.code}", said=answer.said)
            return self.verify(self._keep(there, states.POSTED, ""))
        except Trouble as cause:
            return self._keep(row, row.state, cause.code)

    def accept(self, row: OutboxRow) -> OutboxRow:
        """Take theirs as it stands, edited or gone: from now on the day is proved against that. Ours is in the log."""
        try:
            kept, off = self.as_theirs(row)
        except Trouble as cause:
            return self._keep(row, row.state, cause.code)
        return self._keep(kept, states.VERIFIED, "accepted_theirs", said=str(off))

    def as_theirs(self, row: OutboxRow) -> tuple[OutboxRow, int]:
        """The row as it stands in QuickBooks, not yet kept, and by how many cents that is more than ours."""
        theirs, paper = self._theirs(row), paper_of(row.paper)
        if not theirs:
            return replace(row, quickbooks_id="", sync_token=""), 0
        off = paper.difference(row.body, theirs)
        return replace(row, body=paper.body_of(theirs), sync_token=str(theirs.get("SyncToken", ""))), off

    def difference(self, row: OutboxRow) -> Difference:
        """The lines that make up for what was changed in QuickBooks. Reads only; raises Trouble or Refusal."""
        return difference(self._client, row, self._theirs(row))

    def _theirs(self, row: OutboxRow) -> dict[str, Any]:
        """What QuickBooks holds of a row; nothing where it is gone."""
        return {} if row.state == states.MISSING else self._read(row)

    def _read(self, row: OutboxRow) -> dict[str, Any]:
        paper = paper_of(row.paper)
        answer = self._client.get(f"{paper.path}/{row.quickbooks_id}")
        if not answer.good or not answer.body.get(paper.entity):
            raise Trouble("not_read_back")
        return shaped(answer.body[paper.entity])

    def _request_id(self, row: OutboxRow, revision: int) -> str:
        """The same for the same shop, company, document and revision: a restored file makes it again."""
        name = f"{self._desk.shop_id()}/{self._client.realm}/{row.doc_number}/{revision}"
        return str(uuid.uuid5(_REQUESTS, name))

    def _freeze(self, row: OutboxRow) -> OutboxRow:
        """Fix mapping version, bytes and request id, and save `sending`, before anything leaves."""
        entry, version = self._desk.entry(row)
        if entry.unmapped:
            return self._keep(row, states.BLOCKED, "no_account")
        held = self._guards.hold(self._office, row, entry)
        if held is not None:
            later = replace(row, retry_at=self._now() + self._pace.backoff[-1])
            return self._keep(later, states.READY, held.reason, said=held.said)
        body = self._body(row, entry)
        fresh = not row.body or row.state == states.REJECTED or body != row.body
        revision = row.revision + 1 if fresh else row.revision
        frozen = replace(
            row,
            company=self._client.realm,
            mapping_version=version,
            revision=revision,
            request_id=self._request_id(row, revision),
            body=body,
            attempts=1 if fresh else row.attempts + 1,
            sent_at=self._now(),
        )
        return self._keep(frozen, states.SENDING, "")

    def _body(self, row: OutboxRow, entry: Entry) -> str:
        """The bytes to be sent; an adjusting entry's lines were written out when somebody asked for it."""
        note = self._desk.note(row)
        if row.entry == ADJUSTMENT:
            return dated(row.body, entry.date, note)
        return paper_of(row.paper).made(self._office, entry, row.doc_number, note)

    def _look_up(self, row: OutboxRow) -> dict[str, Any] | None:
        """What QuickBooks holds under this document number; more than one is a person's business."""
        paper = paper_of(row.paper)
        there = self._asked(paper.entity, paper.asked_for(row.doc_number, row.body))
        ours = [found for found in there if paper.number_of(found) == row.doc_number]
        if len(ours) > 1:
            raise Trouble("several_in_quickbooks", count=len(ours))
        return ours[0] if ours else None

    def _not_in_other_form(self, row: OutboxRow) -> None:
        """Stops what stands in QuickBooks already in the shop's other form: the day would be there twice."""
        for entity, number in rivals(row):
            there = self._asked(entity, f"DocNumber = '{number}'")
            if any(found.get("DocNumber") == number for found in there):
                raise Trouble("sent_in_other_form")

    def _asked(self, entity: str, condition: str) -> list[dict[str, Any]]:
        return [shaped(row) for row in self._client.query(f"SELECT * FROM {entity} WHERE {condition}", entity)]

    def _adopt(self, row: OutboxRow, found: dict[str, Any]) -> OutboxRow:
        """It is there already: ours line by line, or somebody else's."""
        there = replace(row, quickbooks_id=str(found.get("Id")), sync_token=str(found.get("SyncToken", "")))
        if not paper_of(row.paper).same(row.body, found):
            return self._keep(replace(row, quickbooks_id=""), states.REJECTED, "other_entry_has_this_number")
        return self._read_back(self._keep(there, states.POSTED, ""))

    def _post(self, row: OutboxRow) -> OutboxRow:
        paper = paper_of(row.paper)
        answer = self._client.post(paper.path, row.body, request_id=row.request_id)
        if not answer.good:
            return self._refused(row, answer)
        found = shaped(answer.body.get(paper.entity))
        if not found.get("Id") or paper.number_of(found) != row.doc_number or not paper.same(row.body, found):
            raise Unknown("answer_of_another_request")
        there = replace(row, quickbooks_id=str(found["Id"]), sync_token=str(found.get("SyncToken", "")))
        return self._read_back(self._keep(there, states.POSTED, ""))

    def _refused(self, row: OutboxRow, answer: Answer) -> OutboxRow:
        """QuickBooks named a fault: sort it into wait, reconnect, look up, or a person's business."""
        sort = _sorted(answer)
        if sort.course == codes.PAUSE:
            later = replace(row, retry_at=self._now() + max(self._pace.throttled, answer.wait * 1000))
            return self._keep(later, states.READY, sort.reason, said=answer.said)
        if sort.course in (codes.CONNECT, codes.WAIT):
            later = replace(row, retry_at=self._now() + self._pace.after(row.attempts))
            return self._keep(later, states.READY, sort.reason, said=answer.said)
        if sort.course == codes.TWIN:
            found = self._look_up(row)
            if found is not None:
                return self._adopt(row, found)
        if sort.course == codes.LOOK_UP or _WAIT_WORDS in answer.said.lower():
            known = sort.course == codes.LOOK_UP
            raise Unknown(sort.reason if known else "quickbooks_trouble", status=answer.code)
        return self._keep(row, states.REJECTED, sort.reason, said=answer.said)

    def _later(self, row: OutboxRow, state: str, cause: Trouble) -> OutboxRow:
        """Stopped by the world: keep what is known and when to go on."""
        reason = cause.code
        if reason == "reconnect":
            return self._keep(row, state, "reconnect")
        if reason in _FOR_A_PERSON:
            return self._keep(row, states.REJECTED, reason)
        if reason == "quickbooks_said":
            sort, said = codes.sorted_code(str(cause.facts.get("code", ""))), str(cause.facts.get("said", ""))
            if sort.course in (codes.PERSON, codes.TWIN):
                return self._keep(row, states.REJECTED, sort.reason, said=said)
            reason = sort.reason
        if reason == "account_inactive":
            return self._keep(row, states.BLOCKED, reason, said=str(cause.facts.get("account", "")))
        wait = self._pace.settle if state == states.UNKNOWN else self._pace.after(row.attempts)
        wait = max(wait, int(str(cause.facts.get("wait", 0))) * 1000)
        return self._keep(replace(row, retry_at=self._now() + wait), state, reason)

    def _keep(self, row: OutboxRow, state: str, reason: str, said: str = "") -> OutboxRow:
        kept = replace(row, state=state, reason=reason, said=said[:500])
        self._desk.save(kept)
        return kept


def _sorted(answer: Answer) -> codes.Code:
    """What to do about a fault; where the answer's status says more than its code, that counts."""
    sort = codes.sorted_code(answer.code)
    if answer.status == 429:
        return codes.CODES["3001"]
    return codes.CODES["3100"] if answer.status == 403 and sort.course == codes.PERSON else sort
