"""A shop that trades and sends, and the company looked at by a client of its own."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from retailpos.actions import exchange
from retailpos.actions.exchange import Link
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.online.turns import unhurried
from retailpos.exchange.sender import Pace
from retailpos.stories.company_process import CompanyProcess
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import sentence
from tests.exchange.outside import held, token_of

PACE = Pace(settle=130_000, throttled=60_000, backoff=(60_000,))
DAY = "2026-03-02"
POSTING = "/journalentry?requestid"


class Trading:
    """One shop, its clock, and its company."""

    def __init__(self, file: Path, code: str, company: CompanyProcess, seed: int) -> None:
        self.file, self.code, self.company, self.seed = file, code, company, seed
        self.stage = Stage(file, seed, company=company)
        self.play(f"shop {code} currency USD timezone America/New_York day-ends 03:00 store Main register 1")
        self.link: Link = replace(company.link(), turns=unhurried())
        self.stage.shop.exchange = self.link

    def reopen(self) -> None:
        """The program is started again, at the same moment."""
        moment = self.stage.clock.moment
        self.stage = Stage(self.file, self.seed + 500, company=self.company)
        self.stage.clock.moment = moment
        self.stage.shop.exchange = self.link

    def play(self, story: str) -> None:
        """People act."""
        Player(self.stage, sentence).play(story)

    def sell_and_close(self, date: str = DAY, amount: str = "10.00", department: str = "") -> None:
        """A day with one sale, closed. Its accounts are there in every company."""
        where = f" department {department}" if department else ""
        self.play(f"at {date} 10:00\nsale\n  open-item {amount}{where}\n  pay check\nclose day")

    def number(self, date: str = DAY) -> str:
        """The document number of a date's entry."""
        return f"{self.code}-1-{date[2:].replace('-', '')}-S1"

    def row(self, date: str = DAY) -> OutboxRow:
        """How far the date got."""
        with self.stage.shop.store.read() as tx:
            found = tx.outbox.get(self.number(date))
        assert found is not None
        return found

    def state(self, date: str = DAY) -> tuple[str, str]:
        """State and reason."""
        row = self.row(date)
        return row.state, row.reason

    def send(self, date: str = DAY) -> tuple[str, str]:
        """Somebody presses Send; too many requests at once is nobody's fault here and waited out."""
        for _ in range(20):
            exchange.send_day(self.stage.shop, date, pace=PACE)
            if self.state(date)[1] != "retry_at":
                break
            time.sleep(0.3)
        return self.state(date)

    def later(self, seconds: int = 600) -> tuple[str, str]:
        """Time passes and the worker looks at what waits."""
        for _ in range(20):
            self.stage.clock.moment += timedelta(seconds=seconds)
            exchange.send_waiting(self.stage.shop, pace=PACE)
            if self.state()[1] != "retry_at":
                break
            time.sleep(0.3)
        return self.state()

    def fault(self, *names: str, match: str = POSTING) -> None:
        """The company's next requests of this kind go wrong."""
        told = self.company.switch("faults", {"next": [{"fault": name, "match": match} for name in names]})
        assert "armed" in told, told

    def entries(self, date: str = DAY) -> list[dict[str, Any]]:
        """What the company holds under the date's number."""
        return self.numbered(self.number(date))

    def numbered(self, number: str) -> list[dict[str, Any]]:
        """What the company holds under a number, asked without any of the shop's own code."""
        return held(self.company, str(self.link.kept.get("realm")), number)

    def plan(self) -> dict[str, str]:
        """How a program of its own finds this shop and its company."""
        kept, app = self.link.kept, self.link.app
        return {
            "file": str(self.file),
            "url": self.link.base_url,
            "client_id": app.client_id,
            "client_secret": app.client_secret,
            "discovery": app.discovery,
            **{name: kept.get(name) for name in ("realm", "access", "refresh")},
        }

    def token(self) -> str:
        """A token that has nothing to do with the shop's."""
        return token_of(self.company)

    def close(self) -> None:
        """Shut the shop; the company goes on."""
        self.stage.close()
