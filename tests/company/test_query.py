"""The query language."""

from __future__ import annotations

import pytest

from tests.company.asking import Asking


def _names(company: Asking, where: str) -> list[str]:
    return [one["DisplayName"] for one in company.query(f"select * from Customer {where}")]


@pytest.fixture
def people(company: Asking) -> Asking:
    for name in ("Ann", "bob", "Cat's", "Dan"):
        company.make("Customer", {"DisplayName": name, "CompanyName": f"{name} Ltd"})
    return company


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("", ["Ann", "bob", "Cat's", "Dan"]),
        ("where DisplayName = 'ANN'", ["Ann"]),
        ("WHERE displayname IN ('ann', 'BOB')", ["Ann", "bob"]),
        (r"where DisplayName = 'Cat\'s'", ["Cat's"]),
        ("where DisplayName like '%a%'", ["Ann", "Cat's", "Dan"]),
        ("where DisplayName > 'ann' and DisplayName <= 'Cat''s'", None),
        ("where DisplayName > 'ann' and DisplayName < 'dan'", ["bob", "Cat's"]),
        ("orderby DisplayName desc", ["Dan", "Cat's", "bob", "Ann"]),
        ("ORDER BY DisplayName DESC STARTPOSITION 2 MAXRESULTS 2", ["Cat's", "bob"]),
        ("where Id in ('1', '4')", ["Ann", "Dan"]),
        ("where MetaData.CreateTime > '2020-01-01T00:00:00Z' maxresults 1", ["Ann"]),
        ("where MetaData.CreateTime < '2020-01-01T00:00:00-08:00'", []),
        ("where Active = false", []),
    ],
)
def test_a_statement_finds_what_it_says(people: Asking, where: str, found: list[str] | None) -> None:
    if found is None:
        assert people.get("query", query=f"select * from Customer {where}").status_code == 400
    else:
        assert _names(people, where) == found


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("selekt * from Customer", "4000"),
        ("select * from Parrot", "4001"),
        ("select * from Customer startposition 0", "4001"),
        ("select * from Customer maxresults 1001", "4001"),
        ("select * from Customer where DisplayName != 'Ann'", "4000"),
        ("select * from Customer where DisplayName = 'Ann' or DisplayName = 'Bob'", "4000"),
        ("select * from Customer where DisplayName = 'Ann' and", "4000"),
        ("select * from Customer where Colour = 'red'", "4001"),
        ("select * from Customer where Id > '1'", "4001"),
        ("select * from JournalEntry where PrivateNote like '%x%'", "4001"),
        ("select * from Customer where MetaData.CreateTime > '2020-13-01T00:00:00Z'", "4001"),
    ],
)
def test_a_statement_that_cannot_be_is_refused(company: Asking, statement: str, code: str) -> None:
    reply = company.get("query", query=statement)
    assert (reply.status_code, reply.json()["Fault"]["Error"][0]["code"]) == (400, code)


def test_start_position_names_the_least_value(company: Asking) -> None:
    reply = company.get("query", query="select * from Customer startposition 0")
    detail = reply.json()["Fault"]["Error"][0]["Detail"]
    assert detail == "QueryValidationError: value 0 is too small. Min allowed value is 1"


def test_a_page_says_where_it_starts_and_how_long_it_is(people: Asking) -> None:
    found = people.get("query", query="select * from Customer startposition 3").json()["QueryResponse"]
    assert (found["startPosition"], found["maxResults"], len(found["Customer"])) == (3, 2, 2)
    assert people.get("query", query="select * from Vendor").json()["QueryResponse"] == {}
    counted = people.get("query", query="select count(*) from Customer").json()["QueryResponse"]
    assert counted == {"totalCount": 4}


def test_a_statement_may_come_in_the_body(people: Asking) -> None:
    headers = {"Content-Type": "application/text"}
    statement = "select * from Customer where DisplayName = 'Ann'"
    reply = people.session.post(f"{people.base}/query", data=statement, headers=headers, timeout=20)
    assert [one["DisplayName"] for one in reply.json()["QueryResponse"]["Customer"]] == ["Ann"]


def test_an_entry_is_found_by_its_number_and_day(company: Asking) -> None:
    for day in ("2026-03-01", "2026-03-02"):
        company.make("JournalEntry", company.entry("Checking", "Services", "5", DocNumber="HG-1", TxnDate=day))
    where = "where DocNumber = 'hg-1' and TxnDate = '2026-03-02'"
    assert [one["TxnDate"] for one in company.query(f"select * from JournalEntry {where}")] == ["2026-03-02"]
    later = company.query("select * from JournalEntry where TxnDate >= '2026-03-01' and TxnDate < CURRENT_DATE")
    assert len(later) == 2


def test_two_hundred_entries_come_in_pages(company: Asking) -> None:
    lines = company.entry("Checking", "Services", "5")
    items = [{"bId": str(n), "operation": "create", "JournalEntry": {**lines, "DocNumber": f"D{n}"}} for n in range(25)]
    for _ in range(5):
        company.post("batch", {"BatchItemRequest": items})
    assert len(company.query("select * from JournalEntry")) == 100
    assert len(company.query("select * from JournalEntry startposition 101")) == 25
    assert len(company.query("select * from JournalEntry maxresults 1000")) == 125
