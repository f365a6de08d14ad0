"""Both forms give the same books by account, read by a client that others wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import sentence
from tests.exchange.outside import outside_client, trial_balance

STORIES = Path(__file__).parents[1] / "stories" / "stories"


@pytest.fixture(autouse=True)
def http_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the outside library wants to hear before it speaks to this computer."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")


def played(name: str, form: str) -> tuple[dict[str, str], list[str]]:
    """The trial balance after a story in a form, and the kinds of QuickBooks documents that were sent."""
    text = (STORIES / f"{name}.story").read_text(encoding="utf-8")
    first = text.index("\nat ")
    stage = Stage()
    try:
        Player(stage, sentence).play(f"{text[:first]}\nform {form}{text[first:]}\nsend\n")
        client = outside_client(stage.company())
        found = trial_balance(client)
        client.session.close()
        with stage.shop.store.read() as tx:
            rows = [row for row in tx.outbox.rows() if row.state == "verified"]
        return found, [row.paper.partition("/")[0] for row in rows]
    finally:
        stage.close()


@pytest.mark.parametrize(
    ("name", "papers"),
    [
        ("e1-plain-day", ["receipt", "rest"]),
        ("e2-refunds-exceed-sales", ["receipt", "refund", "rest"]),
        (
            "e6-house-accounts",
            ["invoice", "invoice", "payment", "payment", "payment", "receipt", "refund", "rest"],
        ),
        ("e9-prices-include-tax", ["receipt"]),
        ("exchange", ["receipt", "refund"]),
    ],
)
def test_both_forms_give_the_same_books_by_account(name: str, papers: list[str]) -> None:
    journal, journals = played(name, "journal-entry")
    receipts, sent = played(name, "sales-receipt")
    assert receipts == journal
    assert len(journal) > 3
    assert (journals, sorted(sent)) == (["journal"], papers)
