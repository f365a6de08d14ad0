"""What a device reports can be told of its document: a paper and a pulse carry the document's id."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from retailpos.actions import drawer, giving_back, sell
from retailpos.core.paper import Banner
from retailpos.devices.event import Event
from retailpos.devices.paper_printer import PaperPrinter
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage


class Told:
    """Keeps what the printer reports."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, str]] = []

    def __call__(self, event: Event) -> None:
        self.jobs.append((event.code, event.fact("job")))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def stage(told: Told) -> Iterator[Stage]:
    found = Stage()
    found.printer = PaperPrinter(report=told)
    Player(found).play("at 2026-03-02 09:00\nitem Ball price 5.00 barcode 4006381333931\nopen float 100.00")
    told.jobs.clear()
    yield found
    found.close()


def test_a_receipt_and_its_pulse_carry_the_documents_id(stage: Stage, told: Told) -> None:
    till = stage.till()
    sell.scan(till, "4006381333931")
    sell.take(till, "cash")
    assert till.last is not None
    assert told.jobs == [("kicked", till.last.id), ("printed", till.last.id)]


def test_a_copy_is_a_job_of_its_own_and_says_so(stage: Stage, told: Told) -> None:
    till = stage.till()
    sell.scan(till, "4006381333931")
    sell.take(till, "check")
    giving_back.print_again(till)
    assert till.last is not None
    assert told.jobs == [("printed", till.last.id), ("printed", f"{till.last.id} copy")]
    first, again = stage.printer.papers[-2:]
    assert Banner("COPY") not in first.blocks
    assert Banner("COPY") in again.blocks
    assert all(paper.blocks.count(Banner("PRACTICE")) == 2 for paper in (first, again))


def test_slips_of_the_drawer_do_too(stage: Stage, told: Told) -> None:
    [document] = drawer.paid_in(stage.till(), 500, "Change").documents
    assert told.jobs == [("kicked", document.id), ("printed", document.id)]


def test_a_receipt_that_waits_can_be_taken_back_by_its_document(stage: Stage) -> None:
    till = stage.till()
    stage.printer.play("no_paper")
    sell.scan(till, "4006381333931")
    sell.take(till, "check")
    assert till.last is not None
    assert stage.printer.waiting_jobs() == (till.last.id,)
    assert stage.printer.cancel(till.last.id)
    assert stage.printer.waiting() == 0
