"""`retailpos exchange run`: it sends by itself without a window, one program at a time, and sees what was changed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.core.outbox import OutboxRow
from retailpos.store.store import Store
from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.outside import held
from tests.exchange.own_shop import DAYS, OwnShop, connected_shop

RUN = ("exchange", "run")


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company as it stands, with its limits."""
    process = start_company(tmp_path_factory.mktemp("company") / "company.db")
    yield process
    process.stop()


@pytest.fixture
def own(limited: CompanyProcess, tmp_path: Path) -> OwnShop:
    """A shop with unsent days."""
    return connected_shop(tmp_path / "data", limited)


def rows(own: OwnShop) -> tuple[OutboxRow, ...]:
    """How far the days got."""
    store = Store(own.file)
    with store.read() as tx:
        found = tx.outbox.rows()
    store.close()
    return found


@pytest.mark.timeout(120)
def test_it_sends_alone_stops_when_told_goes_on_and_sees_what_was_changed(
    own: OwnShop, limited: CompanyProcess
) -> None:
    program = own.start(*RUN)
    assert program.stdout is not None
    first = program.stdout.readline()
    assert first.startswith(f"1/{len(DAYS)}  {DAYS[0]}"), program.communicate()
    # The next entry takes the company a while: the first program is at work all the time that the second one is there.
    limited.switch("faults", {"next": [{"fault": "slow:9", "match": "post /v3/"}]})
    code, said, beside = own.run("exchange", "send")
    assert (code, said) == (1, "")
    assert "Another program is sending just now." in beside
    program.send_signal(signal.SIGTERM)
    told = [first, *program.communicate(timeout=60)[0].splitlines()]
    assert program.returncode == 0
    assert [row.state for row in rows(own)] == ["verified"] * len(told) + ["ready"] * (len(DAYS) - len(told))
    assert own.run(*RUN, "--once")[0] == 0
    sent = rows(own)
    assert [row.state for row in sent] == ["verified"] * len(DAYS)
    assert [len(held(limited, row.company, row.doc_number)) for row in sent] == [1] * len(DAYS)
    limited.switch("edit", {"id": sent[0].quickbooks_id, "cents": 100})
    assert own.run(*RUN, "--once")[1] == "", "one look a day, and this day's was done"
    another_day(own, sent[0].company)
    assert f"{sent[0].doc_number} " in own.run(*RUN, "--once")[1]
    assert rows(own)[0].state == "changed-in-quickbooks"
    assert limited.switch("limits")["refused"] == 0


def another_day(own: OwnShop, realm: str) -> None:
    """The day's look was not done yet."""
    store = Store(own.file)
    with store.write() as tx:
        tx.lists.set_meta(f"drift_day/{realm}", DAYS[0])
    store.close()
