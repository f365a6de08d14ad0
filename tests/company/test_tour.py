"""A tour by clients we did not write: intuit-oauth signs in, python-quickbooks keeps books."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
import requests

from tests.company.asking import Asking

HOME = "http://localhost:8765/connected"


@pytest.fixture
def signed_in(company: Asking) -> Iterator[Any]:
    """An AuthClient that came through consent by the discovery document alone."""
    from intuitlib.client import AuthClient
    from intuitlib.enums import Scopes

    ready = company.ready
    company.set(auto_consent="true")
    auth = AuthClient(ready["client_id"], ready["client_secret"], HOME, ready["discovery_url"])
    address = auth.get_authorization_url([Scopes.ACCOUNTING], state_token="mine")
    back = requests.get(address, allow_redirects=False, timeout=20).headers["Location"]
    query = {name: values[0] for name, values in parse_qs(urlparse(back).query).items()}
    assert query["state"] == "mine"
    auth.get_bearer_token(query["code"], realm_id=query["realmId"])
    yield auth
    auth.close()
    company.set(auto_consent="false")


@pytest.fixture
def quickbooks(company: Asking, signed_in: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The library's client; it is told where the company is, and that http will do on this computer."""
    from quickbooks import QuickBooks

    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    found = QuickBooks(
        auth_client=signed_in, refresh_token=signed_in.refresh_token, company_id=signed_in.realm_id, minorversion=75
    )
    found.api_url_v3 = f"{company.url}/v3"
    yield found
    found.session.close()


def test_signing_in_renewing_and_revoking(company: Asking, signed_in: Any) -> None:
    from intuitlib.exceptions import AuthClientError

    first = signed_in.access_token
    signed_in.headers["x-include-refresh-token-hard-expires-in"] = "true"
    signed_in.refresh()
    assert signed_in.access_token != first
    assert signed_in.x_refresh_token_hard_expires_in > 157_000_000
    assert signed_in.get_user_info().json()["email"] == "books@example.com"
    assert signed_in.revoke() is True
    with pytest.raises(AuthClientError) as refused:
        signed_in.refresh()
    assert (refused.value.status_code, bool(refused.value.intuit_tid)) == (400, True)


def _line(side: str, account: Any, amount: float) -> Any:
    from quickbooks.objects.journalentry import JournalEntryLine, JournalEntryLineDetail

    line = JournalEntryLine()
    line.Amount, line.Description = amount, "by an outside client"
    line.JournalEntryLineDetail = JournalEntryLineDetail()
    line.JournalEntryLineDetail.PostingType = side
    line.JournalEntryLineDetail.AccountRef = account.to_ref()
    return line


def _account(quickbooks: Any, name: str) -> Any:
    from quickbooks.objects.account import Account

    return Account.filter(FullyQualifiedName=name, qb=quickbooks)[0]


def test_accounts_and_journal_entries(company: Asking, quickbooks: Any) -> None:
    from quickbooks.objects.account import Account
    from quickbooks.objects.journalentry import JournalEntry

    till = Account()
    till.Name, till.AccountType, till.AccountSubType = "Till 9", "Bank", "CashOnHand"
    till.save(qb=quickbooks)
    assert Account.count(qb=quickbooks) == len(Account.all(qb=quickbooks, max_results=1000))
    entry = JournalEntry()
    entry.DocNumber, entry.TxnDate = "HG-9", "2026-03-02"
    entry.Line = [_line("Debit", till, 98.1), _line("Credit", _account(quickbooks, "Merchandise Sales"), 98.1)]
    entry.save(qb=quickbooks, request_id="tour-1")
    found = JournalEntry.filter(DocNumber="HG-9", TxnDate="2026-03-02", qb=quickbooks)
    assert [one.Id for one in found] == [entry.Id]
    read = JournalEntry.get(entry.Id, qb=quickbooks)
    assert [line.Amount for line in read.Line] == [98.1, 98.1]
    report = quickbooks.get_report("TrialBalance")
    assert [cell["value"] for cell in report["Rows"]["Row"][1]["ColData"]] == ["Till 9", "98.10", ""]
    read.PrivateNote = "seen"
    read.save(qb=quickbooks)
    changed = JournalEntry.get(entry.Id, qb=quickbooks)
    assert (changed.SyncToken, changed.PrivateNote) == ("1", "seen")
    changed.delete(qb=quickbooks)
    assert company.balances() == {}


def test_an_unbalanced_entry_is_a_validation_error(quickbooks: Any) -> None:
    from quickbooks.exceptions import QuickbooksException, ValidationException
    from quickbooks.objects.journalentry import JournalEntry

    entry = JournalEntry()
    entry.TxnDate, entry.DocNumber = "2026-03-02", "HG-9"
    till, sales = _account(quickbooks, "Cash in Drawer"), _account(quickbooks, "Merchandise Sales")
    entry.Line = [_line("Debit", till, 98.1), _line("Credit", sales, 98)]
    with pytest.raises(ValidationException) as refused:
        entry.save(qb=quickbooks)
    assert refused.value.error_code == 2300
    entry.Line = [_line("Debit", till, 98.1)]
    with pytest.raises(QuickbooksException) as refused_more:
        entry.save(qb=quickbooks)
    assert refused_more.value.error_code == 6000


def _sale(quickbooks: Any, customer: Any) -> Any:
    from quickbooks.objects.detailline import SalesItemLine, SalesItemLineDetail
    from quickbooks.objects.item import Item
    from quickbooks.objects.salesreceipt import SalesReceipt

    item = Item()
    item.Name, item.Type = "Daily sales", "Service"
    item.IncomeAccountRef = _account(quickbooks, "Merchandise Sales").to_ref()
    item.save(qb=quickbooks)
    line = SalesItemLine()
    line.Amount = 12.5
    line.SalesItemLineDetail = SalesItemLineDetail()
    line.SalesItemLineDetail.ItemRef = item.to_ref()
    line.SalesItemLineDetail.Qty, line.SalesItemLineDetail.UnitPrice = 5, 2.5
    line.SalesItemLineDetail.ServiceDate = None
    receipt = SalesReceipt()
    receipt.CustomerRef, receipt.Line, receipt.TxnDate = customer.to_ref(), [line], "2026-03-02"
    return receipt


def test_customers_sales_receipts_batches_and_changes(company: Asking, quickbooks: Any) -> None:
    from quickbooks.batch import batch_create
    from quickbooks.cdc import change_data_capture
    from quickbooks.objects.customer import Customer
    from quickbooks.objects.salesreceipt import SalesReceipt

    since = datetime.now(UTC) - timedelta(minutes=5)
    people = []
    for name in ("Daily Sales", "Ann", "Bob", "daily sales"):
        one = Customer()
        one.DisplayName = name
        people.append(one)
    people[0].save(qb=quickbooks)
    done = batch_create(people[1:], qb=quickbooks)
    assert (len(done.successes), len(done.faults)) == (2, 1)
    assert done.faults[0].Error[0].code == "6240"
    receipt = _sale(quickbooks, people[0])
    receipt.save(qb=quickbooks)
    assert SalesReceipt.get(receipt.Id, qb=quickbooks).TotalAmt == 12.5
    assert company.balances() == {"Merchandise Sales": "-12.50", "Undeposited Funds": "12.50"}
    changed = change_data_capture([Customer, SalesReceipt], since, qb=quickbooks)
    assert [one.DisplayName for one in changed.Customer] == ["Daily Sales", "Ann", "Bob"]
    receipt.void(qb=quickbooks)
    assert company.balances() == {}


def test_a_file_attached_by_the_library_comes_back_whole(company: Asking, quickbooks: Any) -> None:
    from quickbooks.objects.attachable import Attachable

    file = Attachable()
    file.FileName, file.ContentType, file._FileBytes = "z.pdf", "application/pdf", b"%PDF\x00\r\n\xff"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        saved = file.save(qb=quickbooks)
    assert Attachable.get(saved.Id, qb=quickbooks).TempDownloadUri == saved.TempDownloadUri
    content = company.session.get(saved.TempDownloadUri, timeout=20).content
    assert content == b"%PDF\x00\r\n\xff"
