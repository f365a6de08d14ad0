"""The practice day without a screen, and its entry as an independent client finds it."""

from __future__ import annotations

import csv
import subprocess
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

import pytest
from quickbooks import QuickBooks
from quickbooks.objects import JournalEntry
from requests_oauthlib import OAuth2Session

from retailpos.settings import resources_dir
from tests.cli.conftest import PlayedDay, program

# Worked out by hand from the receipts of the practice day's story.
ENTRY = """
Credit,155.00,Merchandise Sales:Apparel
Credit,50.00,Merchandise Sales:Bath
Credit,30.70,Merchandise Sales:Food
Credit,78.00,Merchandise Sales:Garden (exempt)
Credit,4.00,Merchandise Sales:Gifts
Credit,203.00,Merchandise Sales:Home
Credit,102.00,Merchandise Sales:Kitchen
Credit,66.35,Merchandise Sales:Paper
Credit,113.00,Merchandise Sales:Toys
Debit,21.80,Sales Returns
Debit,11.25,Sales Discounts
Credit,47.12,Sales Tax Payable - State DOR
Credit,8.34,Sales Tax Payable - County
Debit,437.07,Card Clearing - Visa/MC
Debit,82.89,Card Clearing - Amex
Debit,78.00,Undeposited Funds
Debit,383.00,Cash in Drawer
Credit,0.10,Cash Over/Short
Debit,18.60,Cleaning
Credit,50.00,Cash in Safe
Debit,75.00,Cash in Safe
Credit,200.00,Checking
"""


@pytest.fixture
def theirs(practice_day: PlayedDay, monkeypatch: pytest.MonkeyPatch) -> Iterator[QuickBooks]:
    """A QuickBooks client that others wrote, pointed at the practice company."""
    # It insists on a secure line, which a company on the same computer does without.
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    made = QuickBooks(company_id=practice_day.proof["realm"], minorversion=75)
    made.api_url_v3 = f"{practice_day.proof['company_url']}/v3"
    made.session = OAuth2Session(token={"access_token": practice_day.proof["access_token"]})
    made.session.trust_env = False
    yield made
    made.session.close()


def test_the_last_line_says_where_the_entry_is(practice_day: PlayedDay) -> None:
    names = "quickbooks_id doc_number debit_total chain_head company_url realm access_token".split()
    assert list(practice_day.proof) == names
    assert practice_day.proof["doc_number"] == "HG-1-260316-S1"
    assert all(isinstance(value, str) and value for value in practice_day.proof.values())


def test_an_independent_client_finds_the_entry_line_by_line(practice_day: PlayedDay, theirs: QuickBooks) -> None:
    entry = JournalEntry.get(practice_day.proof["quickbooks_id"], qb=theirs)
    found = Counter(
        (
            line.JournalEntryLineDetail.PostingType,
            Decimal(str(line.Amount)),
            line.JournalEntryLineDetail.AccountRef.name,
        )
        for line in entry.Line
    )
    wanted = Counter((side, Decimal(cents), name) for side, cents, name in csv.reader(StringIO(ENTRY.strip())))
    assert found == wanted
    debits = sum(cents * many for (side, cents, _name), many in found.items() if side == "Debit")
    assert debits == Decimal(practice_day.proof["debit_total"]) == Decimal("1107.61")
    assert (entry.DocNumber, entry.TxnDate) == (practice_day.proof["doc_number"], "2026-03-16")
    assert practice_day.proof["chain_head"] in entry.PrivateNote


def test_the_company_holds_that_entry_once_and_no_other(practice_day: PlayedDay, theirs: QuickBooks) -> None:
    numbers = [entry.DocNumber for entry in JournalEntry.all(qb=theirs)]
    assert numbers.count(practice_day.proof["doc_number"]) == 1


def test_tape_and_z_report_are_printed_before_it(practice_day: PlayedDay) -> None:
    tape = "\n".join(practice_day.lines[:-1])
    assert "Harbor Goods" in tape
    assert tape.count("PRACTICE") >= 12
    assert tape.index("1-000001") < tape.index("Z REPORT")
    report = tape[tape.index("Z REPORT") :]
    for figure in ("769.00", "47.12", "8.34", "824.46", "382.90"):
        assert figure in report
    assert practice_day.proof["chain_head"] in report.replace("\n", "")


def test_it_can_be_played_again_with_the_same_day_in_a_fresh_company(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("again")
    try:
        first, second = (program("practice", "--headless", data=folder) for _ in range(2))
        assert (first.returncode, second.returncode) == (0, 0)
        assert tape_of(first) == tape_of(second)
        note = folder / "practice" / "day-company.json"
        assert note.stat().st_mode & 0o777 == 0o600
    finally:
        stopped = program("practice", "--stop", data=folder)
    assert "stopped" in stopped.stdout
    assert "No practice company was running" in program("practice", "--stop", data=folder).stdout


def tape_of(done: subprocess.CompletedProcess[str]) -> list[str]:
    """All that was printed but the last line, which names a new address and token each time."""
    return done.stdout.splitlines()[:-1]


def test_no_key_or_token_stands_in_the_shop_file(practice_day: PlayedDay) -> None:
    bytes_kept = practice_day.file.read_bytes()
    assert practice_day.proof["access_token"].encode() not in bytes_kept
    assert (
        practice_day.proof["chain_head"].encode() in bytes_kept
        or bytes.fromhex(practice_day.proof["chain_head"]) in bytes_kept
    )


def test_the_practice_stories_lie_beside_the_lists() -> None:
    names = {path.name for path in (resources_dir() / "practice").iterdir()}
    assert {"shop.toml", "items.csv", "customers.csv", "day.story", "week-1.story"} <= names
