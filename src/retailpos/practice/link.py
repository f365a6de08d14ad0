"""The practice shop's link to its company: found, started again and signed in to when it is first needed."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

from retailpos.actions.compose import Client, Link
from retailpos.actions.exchange import auto_consent, set_app
from retailpos.core.errors import PosError
from retailpos.practice import company
from retailpos.stories.company_process import CompanyProcess

# The company is up by the time somebody looks at its page, and opening the register has not waited for it.
_SOON = 3.0


@dataclass(slots=True)
class PracticeLink(Link):
    """Opening the register does not wait for the practice company; the first request to it does."""

    shop_file: Path = Path()
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def client(self) -> Client:
        """A client for the practice company, signed in by its immediate consent."""
        with self._one_at_a_time:
            if not self.kept.get("refresh"):
                found = company.running(self.shop_file).link()
                self.base_url, self.app = found.base_url, found.app
                set_app(self, auto_consent)
        return Link.client(self)

    def wake(self) -> None:
        """See to it, from a thread of its own, that the company is up before long."""
        waiting = threading.Timer(_SOON, self._see_to_it)
        waiting.daemon = True
        waiting.start()

    def _see_to_it(self) -> None:
        # A practice shop that was thrown away meanwhile needs no company; one that won't start is told at first use.
        with self._one_at_a_time, contextlib.suppress(PosError):
            if self.shop_file.exists():
                company.running(self.shop_file)


def link_to(known: CompanyProcess, shop_file: Path) -> PracticeLink:
    """A link to the company of this shop file that costs nothing until it is used."""
    plain = known.link()
    return PracticeLink(plain.base_url, plain.app, plain.kept, shop_file=shop_file)
