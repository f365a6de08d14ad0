"""Stories with `map`, `form` and `cogs`: each holds in both forms, and both leave the same books by account.

The books are compared through the trial balance, read by a client that others wrote.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.core.outbox import VERIFIED
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.stories.language import StoryFault
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import sentence
from tests.exchange.outside import outside_client, trial_balance
from tests.stories.by_dice import FORM, StoryByDice

STORIES = sorted((Path(__file__).parent / "books").glob("*.story"))
RECEIPT, JOURNAL = FORM, "form journal-entry\n"
BY_DICE = 100 if os.environ.get("RETAILPOS_LONG") else 4


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """One process for all stories, emptied before each."""
    process = start_company(tmp_path_factory.mktemp("books") / "company.db")
    yield process
    process.stop()


@pytest.fixture(autouse=True)
def http_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the outside library wants to hear before it speaks to this computer."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")


class Unmoved(Player):
    """Goes on after a refusal: in a story by dice nobody knows what will be refused."""

    def _needs_a_word(self, follows: list[str]) -> None:
        self._refused = None


def balances_after(company: CompanyProcess, text: str, form: str, *, player: type[Player] = Player) -> dict[str, str]:
    """Every account's balance after the story, told in a form."""
    text = text.replace(RECEIPT, form)
    company.switch("reset", {"seed": "UK VAT" if 'company "UK VAT"' in text else "US"})
    stage = Stage(company=company)
    stage.shop.exchange = company.connect_unhurried()
    try:
        player(stage, sentence).play(text)
        with stage.shop.store.read() as tx:
            assert [row for row in tx.outbox.rows() if row.state != VERIFIED] == []
    except StoryFault as fault:
        pytest.fail(f"line {fault.line}: as {form.strip()}: {fault.text}", pytrace=False)
    finally:
        stage.close()
    client = outside_client(company)
    try:
        return trial_balance(client)
    finally:
        client.session.close()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_both_forms_leave_the_same_books(path: Path, company: CompanyProcess) -> None:
    text = path.read_text(encoding="utf-8")
    receipts = balances_after(company, text, RECEIPT)
    assert receipts == balances_after(company, text, JOURNAL)


@pytest.mark.parametrize("seed", range(BY_DICE))
def test_both_forms_leave_the_same_books_whatever_was_done(seed: int, company: CompanyProcess) -> None:
    text = StoryByDice(seed).text()
    receipts = balances_after(company, text, RECEIPT, player=Unmoved)
    assert len(receipts) > 3
    assert receipts == balances_after(company, text, JOURNAL, player=Unmoved)


def test_a_currency_without_cents_is_told_in_whole_units(company: CompanyProcess) -> None:
    path = Path(__file__).parent / "stories" / "currency-without-cents.story"
    found = balances_after(company, path.read_text(encoding="utf-8"), JOURNAL)
    assert found["Merchandise Sales"] == "3600.00 Cr"


def test_there_are_forty_such_stories() -> None:
    said = [path.read_text(encoding="utf-8") for path in STORIES]
    assert all("\nmap " in text or "\ncogs " in text for text in said)
    assert all(RECEIPT in text and "\nexpect books " in text for text in said)
    assert len(STORIES) >= 40
