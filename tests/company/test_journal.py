"""Journal entries: every rule has its code, and what passes stands in the ledger."""

from __future__ import annotations

import pytest

from tests.company.asking import Asking, Body


def test_an_entry_is_kept_and_read_back_line_by_line(company: Asking) -> None:
    made = company.make("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "98.10", DocNumber="HG-1"))
    read = company.read("JournalEntry", made["Id"])
    assert read == made
    assert (read["SyncToken"], read["TotalAmt"], read["DocNumber"]) == ("0", 0, "HG-1")
    assert [line["Id"] for line in read["Line"]] == ["0", "1"]
    assert read["Line"][0]["JournalEntryLineDetail"]["AccountRef"]["name"] == "Cash in Drawer"
    assert [line["Amount"] for line in read["Line"]] == [98.1, 98.1]
    assert company.balances() == {"Cash in Drawer": "98.10", "Merchandise Sales": "-98.10"}


def test_a_tenth_and_two_tenths_balance_three_tenths(company: Asking) -> None:
    lines = [
        company.line("Debit", "Cash in Drawer", "0.1"),
        company.line("Debit", "Checking", "0.2"),
        company.line("Credit", "Merchandise Sales", "0.3"),
    ]
    company.make("JournalEntry", {"Line": lines})
    assert company.balances()["Merchandise Sales"] == "-0.30"


def test_an_entry_that_does_not_balance_is_refused(company: Asking) -> None:
    body = company.entry("Cash in Drawer", "Merchandise Sales", "10")
    body["Line"][0]["Amount"] = 10.01
    assert company.refused("JournalEntry", body)[0] == "2300"
    assert company.balances() == {}


def _without_type(body: Body) -> None:
    del body["Line"][0]["JournalEntryLineDetail"]["PostingType"]


def _without_account(body: Body) -> None:
    del body["Line"][0]["JournalEntryLineDetail"]["AccountRef"]


def _no_amount(body: Body) -> None:
    del body["Line"][0]["Amount"]


def _one_line(body: Body) -> None:
    del body["Line"][1]


def _detail(name: str, value: object):
    return lambda body: body["Line"][0]["JournalEntryLineDetail"].update({name: value})


CASES = {
    "no posting type": (_without_type, "2260", "PostingType"),
    "no account": (_without_account, "2020", "AccountRef is missing"),
    "no amount": (_no_amount, "2020", "Amount is missing"),
    "no lines": (lambda body: body.pop("Line"), "2020", "Line is missing"),
    "one line": (_one_line, "6000", "at least two detail lines"),
    "negative": (lambda body: body["Line"][0].update(Amount=-5), "2290", "Negative"),
    "three decimals": (lambda body: body["Line"][0].update(Amount=5.001), "2100", "two decimals"),
    "a word": (lambda body: body["Line"][0].update(Amount="five"), "2100", "decimal"),
    "a truth": (lambda body: body["Line"][0].update(Amount=True), "2010", "Amount"),
    "unknown property": (lambda body: body.update(Colour="red"), "2010", "Colour"),
    "unknown in a line": (_detail("Colour", "red"), "2010", "Colour"),
    "empty enumeration": (_detail("BillableStatus", ""), "2010", "BillableStatus"),
    "odd enumeration": (_detail("PostingType", "Sideways"), "2170", "Sideways"),
    "unknown account": (_detail("AccountRef", {"value": "9999"}), "2500", "9999"),
    "text for a number": (_detail("AccountRef", {"value": "abc"}), "2500", "abc"),
    "long number": (lambda body: body.update(DocNumber="x" * 22), "2050", "Supplied length:22"),
    "long note": (lambda body: body.update(PrivateNote="x" * 4001), "2050", "Max:4000"),
    "odd day": (lambda body: body.update(TxnDate="02/03/2026"), "2060", "02/03/2026"),
    "no such day": (lambda body: body.update(TxnDate="2026-02-30"), "2070", "2026-02-30"),
    "class while off": (_detail("ClassRef", {"value": "1"}), "2500", "Class"),
    "made-up id": (lambda body: body.update(Id="77"), "610", "deleted"),
    "no detail": (lambda body: body["Line"][0].pop("JournalEntryLineDetail"), "2020", "JournalEntryLineDetail"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_rule_has_its_code(company: Asking, name: str) -> None:
    spoil, code, words = CASES[name]
    body = company.entry("Cash in Drawer", "Merchandise Sales", "5")
    spoil(body)
    found, detail = company.refused("JournalEntry", body)
    assert (found, words in detail) == (code, True), detail
    assert company.balances() == {}


def test_all_missing_properties_are_named_at_once(company: Asking) -> None:
    body = company.entry("Cash in Drawer", "Merchandise Sales", "5")
    for line in body["Line"]:
        del line["JournalEntryLineDetail"]["AccountRef"]
    del body["Line"][1]["DetailType"]
    errors = company.post("journalentry", body).json()["Fault"]["Error"]
    assert {error["element"] for error in errors} == {"AccountRef", "DetailType"}
    assert {error["code"] for error in errors} == {"2020"}


def test_receivable_wants_a_customer_and_payable_a_vendor(company: Asking) -> None:
    for account, word, kind in (
        ("Accounts Receivable", "customer", "Vendor"),
        ("Accounts Payable", "vendor", "Customer"),
    ):
        body = company.entry(account, "Merchandise Sales", "5")
        code, detail = company.refused("JournalEntry", body)
        assert (code, f"you must choose a {word} in the Name field" in detail) == ("6000", True)
        other = company.make(kind, {"DisplayName": f"Other {kind}"})
        body["Line"][0]["JournalEntryLineDetail"]["Entity"] = {"Type": kind, "EntityRef": {"value": other["Id"]}}
        assert company.refused("JournalEntry", body)[0] == "6000"


def test_a_customer_on_receivable_owes_the_amount(company: Asking) -> None:
    who = company.customer("Ann")
    body = company.entry("Accounts Receivable", "Merchandise Sales", "60")
    body["Line"][0]["JournalEntryLineDetail"]["Entity"] = {"Type": "Customer", "EntityRef": who}
    company.make("JournalEntry", body)
    assert company.read("Customer", who["value"])["Balance"] == 60


def test_one_control_account_in_an_entry_where_the_company_says_so(company: Asking) -> None:
    who, whom = company.customer("Ann"), company.vendor("Bob")
    body = company.entry("Accounts Receivable", "Accounts Payable", "60")
    body["Line"][0]["JournalEntryLineDetail"]["Entity"] = {"Type": "Customer", "EntityRef": who}
    body["Line"][1]["JournalEntryLineDetail"]["Entity"] = {"Type": "Vendor", "EntityRef": whom}
    company.set(one_control_account="true")
    assert company.refused("JournalEntry", body)[0] == "6000"
    company.set(one_control_account="false")
    assert company.make("JournalEntry", body)["Id"] == "1"


def test_an_inactive_account_is_refused_as_610(company: Asking) -> None:
    body = company.entry("Cash in Drawer", "Merchandise Sales", "5")
    company.switch("deactivate", {"name": "Merchandise Sales"})
    code, detail = company.refused("JournalEntry", body)
    assert (code, "made inactive" in detail) == ("610", True)


def test_a_day_in_closed_books_is_refused(company: Asking) -> None:
    old = company.make("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "5"))
    company.switch("close", {"date": "2026-03-02"})
    code, detail = company.refused("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "5"))
    assert (code, "account period has closed" in detail) == ("6210", True)
    assert company.refused("JournalEntry", {**old, "TxnDate": "2026-03-05"})[0] == "6210"
    assert company.refused("JournalEntry", old, operation="delete")[0] == "6210"
    assert company.make("JournalEntry", company.entry("Checking", "Merchandise Sales", "5", TxnDate="2026-03-03"))
    assert company.get("preferences").json()["Preferences"]["AccountingInfoPrefs"]["BookCloseDate"] == "2026-03-02"


def test_a_document_number_used_twice_is_named_only_where_the_company_warns(company: Asking) -> None:
    body = company.entry("Cash in Drawer", "Merchandise Sales", "5", DocNumber="HG-1")
    first = company.make("JournalEntry", body)
    second = company.make("JournalEntry", body)
    company.set(WarnDuplicateJournalNumber="true")
    code, detail = company.refused("JournalEntry", body)
    assert code == "6140"
    assert f"DocNumber=HG-1 is assigned to TxnType=Journal Entry with TxnId={first['Id']}" in detail
    assert company.make("JournalEntry", {**body, "DocNumber": "HG-2"})
    assert company.make("JournalEntry", body, include="allowduplicatedocnum")["Id"] not in (first["Id"], second["Id"])


def test_a_full_update_replaces_what_was_posted(company: Asking) -> None:
    old = company.make("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "5", PrivateNote="note"))
    body = company.entry("Checking", "Service Sales", "7", Id=old["Id"], SyncToken="0")
    new = company.make("JournalEntry", body)
    assert (new["SyncToken"], "PrivateNote" in new) == ("1", False)
    assert company.balances() == {"Checking": "7.00", "Service Sales": "-7.00"}


def test_a_sparse_update_keeps_what_was_not_sent(company: Asking) -> None:
    old = company.make("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "5", DocNumber="HG-1"))
    body = {"Id": old["Id"], "SyncToken": "0", "sparse": True, "PrivateNote": "looked at"}
    new = company.make("JournalEntry", body)
    assert (new["DocNumber"], new["PrivateNote"], new["sparse"]) == ("HG-1", "looked at", False)
    assert company.balances() == {"Cash in Drawer": "5.00", "Merchandise Sales": "-5.00"}


def test_a_stale_update_is_refused(company: Asking) -> None:
    old = company.make("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "5"))
    company.switch("edit", {"id": old["Id"], "cents": 100})
    assert company.balances()["Cash in Drawer"] == "6.00"
    assert company.refused("JournalEntry", {**old, "PrivateNote": "mine"})[0] == "5010"
    assert company.refused("JournalEntry", old, operation="delete")[0] == "5010"


def test_a_deleted_entry_leaves_nothing_but_the_knowledge_of_it(company: Asking) -> None:
    made = company.make("JournalEntry", company.entry("Cash in Drawer", "Merchandise Sales", "5"))
    company.switch("delete", {"id": made["Id"]})
    assert company.balances() == {}
    assert company.refused("JournalEntry", made, operation="delete")[0] == "610"
    assert company.get(f"journalentry/{made['Id']}").json()["Fault"]["Error"][0]["code"] == "610"
    assert company.make("JournalEntry", company.entry("Checking", "Merchandise Sales", "5"))["Id"] != made["Id"]


def test_the_system_tax_account_refuses_journals_where_told_to(company: Asking) -> None:
    body = company.entry("Cash in Drawer", "Sales tax agency payable", "5")
    company.set(tax_by_journal="refuse")
    assert company.refused("JournalEntry", body)[0] == "6470"
    company.set(tax_by_journal="allow")
    assert company.make("JournalEntry", body)


def test_vat_wants_a_code_a_side_and_an_amount(british: Asking) -> None:
    body = british.entry("Cash in Drawer", "Merchandise Sales", "5")
    code, detail = british.refused("JournalEntry", body)
    assert (code, "have a VAT rate before you save" in detail) == ("6000", True)
    codes = {one["Name"]: {"value": one["Id"]} for one in british.query("select * from TaxCode")}
    for line in body["Line"]:
        line["JournalEntryLineDetail"]["TaxCodeRef"] = codes["No VAT"]
    assert british.refused("JournalEntry", body)[0] == "2270"
    for line in body["Line"]:
        line["JournalEntryLineDetail"]["TaxApplicableOn"] = "Sales"
    assert british.refused("JournalEntry", body)[0] == "2280"
    for line in body["Line"]:
        line["JournalEntryLineDetail"]["TaxAmount"] = 0
    assert british.make("JournalEntry", body)["CurrencyRef"]["value"] == "GBP"


def test_tax_lines_beside_an_entry_are_posted_and_must_balance(british: Asking) -> None:
    british.set(journal_needs_tax_code="false")
    rate = british.query("select * from TaxRate where Name = '20.0% S'")[0]["Id"]
    body = british.entry("Cash in Drawer", "Merchandise Sales", "100")
    body["Line"][0]["Amount"] = 120
    assert british.refused("JournalEntry", body)[0] == "2300"
    detail = {"TaxRateRef": {"value": rate}, "NetAmountTaxable": 100}
    body["TxnTaxDetail"] = {"TaxLine": [{"Amount": 20, "DetailType": "TaxLineDetail", "TaxLineDetail": detail}]}
    british.make("JournalEntry", body)
    assert british.balances()["VAT Control"] == "-20.00"


def test_classes_and_locations_are_taken_only_while_tracked(strict: Asking) -> None:
    shop = strict.query("select * from Class where Name = 'Shop'")[0]
    assert len(shop["Id"]) > 15
    body = strict.entry("Cash in Drawer", "Merchandise Sales", "5")
    body["Line"][1]["JournalEntryLineDetail"]["ClassRef"] = {"value": shop["Id"]}
    made = strict.make("JournalEntry", body)
    assert made["Line"][1]["JournalEntryLineDetail"]["ClassRef"] == {"value": shop["Id"], "name": "Shop"}
    strict.set(classes="")
    assert strict.refused("JournalEntry", body)[0] == "5020"
    strict.set(classes="txn")
    assert strict.make("JournalEntry", body)


def test_a_company_with_several_currencies_wants_one_named(company: Asking) -> None:
    company.switch("reset", {"seed": "multi-currency"})
    body = company.entry("Cash in Drawer", "Merchandise Sales", "5")
    assert company.refused("JournalEntry", body) == ("2020", "Required parameter CurrencyRef is missing in the request")
    assert company.make("JournalEntry", {**body, "CurrencyRef": {"value": "USD"}})
    assert company.refused("JournalEntry", {**body, "CurrencyRef": {"value": "EUR"}})[0] == "2500"
