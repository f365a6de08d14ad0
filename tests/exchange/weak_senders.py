"""Senders weakened on purpose, each by one rule: what the tests of exactly once must catch."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

from retailpos.actions.exchange import Link
from retailpos.core.outbox import POSTED, VERIFIED, OutboxRow
from retailpos.exchange.sender import Sender


class NoLookUp(Sender):
    """Sends again without looking."""

    def _look_up(self, row: OutboxRow) -> dict[str, Any] | None:
        return None


class NewKeys(NoLookUp):
    """Sends again without looking, under a new request id for each try."""

    def _post(self, row: OutboxRow) -> OutboxRow:
        return super()._post(replace(row, request_id=secrets.token_hex(16)))


class NoReadBack(Sender):
    """Takes what it finds under its number, and what it sent, for proved."""

    def _adopt(self, row: OutboxRow, found: dict[str, Any]) -> OutboxRow:
        there = replace(row, quickbooks_id=str(found.get("Id")), sync_token=str(found.get("SyncToken", "")))
        return self.verify(self._keep(there, POSTED, ""))

    def verify(self, row: OutboxRow) -> OutboxRow:
        """Green without a look."""
        return self._keep(row, VERIFIED, "")


KINDS: dict[str, type[Sender]] = {kind.__name__: kind for kind in (Sender, NoLookUp, NewKeys, NoReadBack)}


@dataclass(slots=True)
class LinkOf(Link):
    """A link over which a sender of this kind sends."""

    kind: str = "Sender"

    def sender(self, *given: Any, **named: Any) -> Sender:
        """That sender."""
        return KINDS[self.kind](*given, **named)
