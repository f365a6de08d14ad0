"""One job at a time on one ESC/POS printer: is it well, hand over, has it come out."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from retailpos.core.errors import Trouble
from retailpos.core.paper import Paper
from retailpos.devices.escpos_bytes import drawer_bytes, drawer_now_bytes, paper_bytes
from retailpos.devices.escpos_library import warm_up
from retailpos.devices.links.link import Link, Wire
from retailpos.devices.profile import Profile
from retailpos.devices.status import ANSWER_SECONDS, CONFIRM_SECONDS, Status, ask, confirmed

SILENCES = 3


@dataclass(frozen=True, slots=True)
class Done:
    """How a job went: `came_out` is True, False or None (not known); `status` as it was before it."""

    came_out: bool | None
    status: Status


class EscPosPrinter:
    """A printer behind a link. All of its calls take as long as the printer does: they belong on its own thread."""

    def __init__(
        self,
        link: Link,
        profile: Profile,
        *,
        logo: bytes = b"",
        answer_seconds: float = ANSWER_SECONDS,
        confirm_seconds: float = CONFIRM_SECONDS,
    ) -> None:
        self._link = link
        self._profile = profile
        self._logo = logo
        self._answer_seconds = answer_seconds
        self._confirm_seconds = confirm_seconds
        self._answers = profile.answers if link.answers else False
        self._silences = 0

    @property
    def where(self) -> str:
        """The printer's place, as a person knows it."""
        return self._link.where

    @property
    def answers(self) -> bool | None:
        """Whether it tells its state; None while that is not known yet."""
        return self._answers

    def warm(self) -> None:
        """Have ready what the first receipt would wait for."""
        warm_up()

    def print(self, paper: Paper) -> Done:
        """Print one paper. Trouble with `begun` among its facts may have left a part of it on the roll."""
        data = paper_bytes(paper, self._profile, self._logo)
        with self._link.connect() as wire:
            status = self._look(wire)
            if status.trouble:
                raise Trouble(status.trouble, where=self.where)
            try:
                wire.write(data)
                came_out = self._came_out(wire)
                wire.finish()
            except Trouble as trouble:
                raise Trouble(trouble.code, **{**trouble.facts, "begun": "yes"}) from trouble
            return Done(came_out, status)

    def kick(self) -> Status:
        """One pulse; a printer without paper still gives it when asked in real time."""
        with self._link.connect() as wire:
            status = self._look(wire)
            if status.trouble not in ("", "no_paper"):
                raise Trouble(status.trouble, where=self.where)
            wire.write(drawer_now_bytes(self._profile) if status.trouble else drawer_bytes(self._profile))
            wire.finish()
            return status

    def look(self) -> Status:
        """How it is; of a printer that can't tell, only that it can be reached."""
        with self._link.connect() as wire:
            status = self._look(wire)
            wire.finish()
            return status

    def _look(self, wire: Wire) -> Status:
        """Ask, once it is known to answer or until it is known not to.

        Silence after answers is trouble. One silence proves nothing: another register may hold the printer's ear.
        """
        if self._answers is False:
            return Status()
        status = ask(wire, self._answer_seconds)
        if status.is_known:
            self._answers = True
        elif self._answers:
            raise Trouble("printer_no_answer", where=self.where)
        else:
            self._silences += 1
            self._answers = False if self._silences >= SILENCES else None
        return status

    def _came_out(self, wire: Wire) -> bool | None:
        """All bytes are handed over: whatever happens now, they may have been printed and are not sent again."""
        if not self._answers:
            return None
        with contextlib.suppress(Trouble):
            return confirmed(wire, self._confirm_seconds)
        return False
