"""The day's paper hangs on its entry in QuickBooks once, and never holds up a day."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from retailpos.actions.papers import PDF, day_file
from retailpos.actions.papers_attach import attach_waiting, set_attach
from tests.exchange.trading import DAY, Trading


def hanging(trading: Trading) -> list[dict[str, Any]]:
    """What hangs on the day's entry, asked without any of the shop's own code."""
    reply = requests.get(
        f"{trading.company.url}/v3/company/{trading.link.kept.get('realm')}/query",
        params={"query": "select * from Attachable maxresults 1000", "minorversion": "75"},
        headers={"Authorization": f"Bearer {trading.token()}", "Accept": "application/json"},
        timeout=10,
    )
    wanted = {"type": "JournalEntry", "value": trading.row().quickbooks_id}
    return [
        one
        for one in reply.json()["QueryResponse"].get("Attachable", [])
        if any((ref.get("EntityRef") or {}) == wanted for ref in one.get("AttachableRef", []))
    ]


@pytest.fixture
def sent(trading: Trading) -> Trading:
    trading.play(f"at {DAY} 09:00")
    set_attach(trading.stage.till(), on=True)
    trading.sell_and_close()
    assert trading.send() == ("verified", "")
    return trading


def test_the_paper_that_hangs_there_is_the_days_own(sent: Trading) -> None:
    assert attach_waiting(sent.stage.shop) == 1
    (there,) = hanging(sent)
    assert there["FileName"] == f"{sent.code}-1-{DAY}-1.pdf"
    content = requests.get(
        there["TempDownloadUri"], headers={"Authorization": f"Bearer {sent.token()}"}, timeout=10
    ).content
    assert content == day_file(sent.stage.shop, DAY, PDF)
    assert attach_waiting(sent.stage.shop) == 0
    assert len(hanging(sent)) == 1


def test_an_answer_lost_on_the_way_hangs_it_up_once(sent: Trading) -> None:
    sent.fault("drop_after_commit", match="/upload")
    assert attach_waiting(sent.stage.shop) == 0
    assert attach_waiting(sent.stage.shop) == 1
    assert len(hanging(sent)) == 1


def test_a_paper_that_is_not_taken_leaves_the_day_verified(sent: Trading) -> None:
    sent.fault("code:6000", match="/upload")
    assert attach_waiting(sent.stage.shop) == 0
    assert sent.state() == ("verified", "")
    assert hanging(sent) == []


def test_switched_off_nothing_is_hung_up(trading: Trading) -> None:
    trading.sell_and_close()
    trading.send()
    assert attach_waiting(trading.stage.shop) == 0
    assert hanging(trading) == []
