"""The practice day without a display: played, printed, sent, and proved by the entry that QuickBooks read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from retailpos.actions import books, reports_paper
from retailpos.core.errors import PosError, Refusal
from retailpos.core.money import Money, plain
from retailpos.core.outbox import VERIFIED, OutboxRow
from retailpos.core.paper import render_text
from retailpos.practice import catalogue, company
from retailpos.practice.shop import make, practice_folder, remove
from retailpos.stories.company_process import CompanyProcess
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

DATE = "2026-03-16"
COLUMNS = 42


@dataclass(frozen=True, slots=True)
class Proof:
    """What an independent client needs to find the day's entry in the practice company."""

    quickbooks_id: str
    doc_number: str
    debit_total: str
    chain_head: str
    company_url: str
    realm: str
    access_token: str


def day_file() -> Path:
    """The shop of the practice day, made anew each time, apart from the practice shop that is kept."""
    return practice_folder() / "day.shop"


def play_day(printing: Callable[[str], None], telling: Callable[[PosError, int], str]) -> Proof:
    """Play the practice day on a fresh practice shop with a fresh company; print its tape and its Z report.

    The company stays up. A story that does not hold is a StoryFault.
    """
    file = day_file()
    company.forget(file)
    remove(file)
    make(file, DATE, history=False)
    running = company.running(file)
    stage = Stage(file, company=running)
    try:
        story = (catalogue.practice_resources() / "day.story").read_text(encoding="utf-8")
        Player(stage, telling).play(story)
        reports_paper.print_z(stage.till(), DATE)
        for line in _tape(stage):
            printing(line)
        return _proof(stage, running)
    finally:
        stage.close()


def _tape(stage: Stage) -> Iterator[str]:
    for paper in stage.printer.papers:
        yield from render_text(paper, COLUMNS)
        yield ""


def _proof(stage: Stage, running: CompanyProcess) -> Proof:
    row = _verified(stage)
    debits = sum(
        line.cents
        for entry in books.preview(stage.shop, DATE)
        if entry.kind == row.entry
        for line in entry.lines
        if line.cents > 0
    )
    return Proof(
        row.quickbooks_id,
        row.doc_number,
        plain(Money(debits)),
        row.chain_head,
        running.url,
        str(running.ready["realm"]),
        str(running.switch("token")["access_token"]),
    )


def _verified(stage: Stage) -> OutboxRow:
    """The day's one entry; the story has seen it verified."""
    with stage.shop.store.read() as tx:
        rows = tx.outbox.of_day(DATE)
    if len(rows) != 1 or rows[0].state != VERIFIED:
        raise Refusal("day_not_verified", date=DATE, state=rows[0].state if rows else "open")
    return rows[0]
