"""Customers and vendors both ways: changes travel, a change on both sides is asked, nobody is there twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from retailpos.actions import importing, lists
from retailpos.actions.sharing import OURS, THEIRS, Shares, share_people
from retailpos.actions.shop import OpenShop
from retailpos.core.catalogue import Customer, Vendor
from retailpos.core.errors import PosError
from retailpos.core.sharing import CUSTOMER, Differing, Person, agreed
from retailpos.exchange.online.turns import unhurried
from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.bare_shop import bare_shop
from tests.exchange.outside import outside_client

ADA = Customer("ada", "Ada Brook", phone="555 0100 100", email="ada@example.com")


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CompanyProcess]:
    """A company of its own for each test."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    process = start_company(tmp_path / "company.db")
    process.connect()
    process.switch("set", {"rate_limits": "false"})
    yield process
    process.stop()


@pytest.fixture
def shop(company: CompanyProcess, tmp_path: Path) -> Iterator[OpenShop]:
    """A shop with one customer, connected."""
    shop = bare_shop(tmp_path / "new.shop")
    shop.exchange = replace(company.link(), turns=unhurried())
    lists.put_customers(shop, [ADA])
    yield shop
    shop.close()


def there(company: CompanyProcess, kind: str = "Customer") -> dict[str, Any]:
    """Everybody there by name, as a client that others wrote reads it."""
    from quickbooks.objects.customer import Customer as TheirCustomer
    from quickbooks.objects.vendor import Vendor as TheirVendor

    entity = {"Customer": TheirCustomer, "Vendor": TheirVendor}[kind]
    return {one.DisplayName: one for one in entity.all(qb=outside_client(company), max_results=1000)}


def change_there(company: CompanyProcess, who: str, /, **fields: str) -> None:
    """Somebody edits a customer in QuickBooks."""
    client = outside_client(company)
    one = there(company)[who]
    for field, value in fields.items():
        if field == "name":
            one.DisplayName = value
        elif field == "phone":
            one.PrimaryPhone = phone(value)
        else:
            one.PrimaryEmailAddr = email(value)
    one.save(qb=client)


def phone(number: str) -> Any:
    from quickbooks.objects.base import PhoneNumber

    made = PhoneNumber()
    made.FreeFormNumber = number
    return made


def email(address: str) -> Any:
    from quickbooks.objects.base import EmailAddress

    made = EmailAddress()
    made.Address = address
    return made


def here(shop: OpenShop, name: str = "ada") -> Customer:
    """A customer of the shop by id."""
    with shop.store.read() as tx:
        found = tx.lists.customer(name)
    assert found is not None
    return found


def figures(did: Shares) -> tuple[int, int, int, int, int]:
    """New here, new there, changed here, changed there, questions."""
    return did.new_here, did.new_there, did.changed_here, did.changed_there, len(did.questions)


def test_new_ones_travel_both_ways_once(shop: OpenShop, company: CompanyProcess) -> None:
    before = len(there(company)) + len(there(company, "Vendor"))
    with shop.store.write() as tx:
        tx.sharing.put_vendors([Vendor("lamps", "Northern Lamps", email="sales@lamps.example.com")])
    did = share_people(shop)
    assert (did.new_there, did.new_here, did.left) == (2, before, [])
    assert there(company)["Ada Brook"].PrimaryEmailAddr.Address == "ada@example.com"
    assert there(company, "Vendor")["Northern Lamps"].PrimaryEmailAddr.Address == "sales@lamps.example.com"
    assert figures(share_people(shop)) == (0, 0, 0, 0, 0)


def test_changes_travel_to_the_other_side(shop: OpenShop, company: CompanyProcess) -> None:
    share_people(shop)
    lists.put_customers(shop, [replace(here(shop), phone="555 0100 222")])
    change_there(company, "Ada Brook", email="ada@brook.example.com")
    did = share_people(shop)
    assert figures(did) == (0, 0, 1, 1, 0)
    assert here(shop).email == "ada@brook.example.com"
    assert there(company)["Ada Brook"].PrimaryPhone.FreeFormNumber == "555 0100 222"
    assert figures(share_people(shop)) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize("answer", [OURS, THEIRS])
def test_what_changed_on_both_sides_is_asked_until_it_is_answered(
    shop: OpenShop, company: CompanyProcess, answer: str
) -> None:
    share_people(shop)
    lists.put_customers(shop, [replace(here(shop), phone="111 1111")])
    change_there(company, "Ada Brook", phone="222 2222", email="new@example.com")
    for _ in range(2):
        did = share_people(shop)
        assert [(one.name, one.differing) for one in did.questions] == [
            ("Ada Brook", (Differing("phone", "111 1111", "222 2222"),))
        ]
        assert did.questions[0].ours_at
        assert did.questions[0].theirs_at
    assert (here(shop).phone, here(shop).email) == ("111 1111", "new@example.com")
    assert there(company)["Ada Brook"].PrimaryPhone.FreeFormNumber == "222 2222"
    share_people(shop, answers={(CUSTOMER, "ada", "phone"): answer})
    wanted = {OURS: "111 1111", THEIRS: "222 2222"}[answer]
    assert here(shop).phone == there(company)["Ada Brook"].PrimaryPhone.FreeFormNumber == wanted
    assert figures(share_people(shop)) == (0, 0, 0, 0, 0)


def test_what_the_shop_alone_knows_stays(shop: OpenShop, company: CompanyProcess) -> None:
    lists.put_customers(shop, [replace(ADA, exempt="resale 4711", house_limit=50_000)])
    share_people(shop)
    change_there(company, "Ada Brook", name="Ada Brook-Castle")
    share_people(shop)
    assert (here(shop).name, here(shop).exempt, here(shop).house_limit) == ("Ada Brook-Castle", "resale 4711", 50_000)


def test_an_emptied_field_is_emptied_there_and_the_rest_stays(shop: OpenShop, company: CompanyProcess) -> None:
    share_people(shop)
    one = there(company)["Ada Brook"]
    one.Notes = "likes lamps"
    one.save(qb=outside_client(company))
    lists.put_customers(shop, [replace(here(shop), phone="")])
    share_people(shop)
    found = there(company)["Ada Brook"]
    assert found.PrimaryPhone is None
    assert (found.Notes, found.PrimaryEmailAddr.Address) == ("likes lamps", "ada@example.com")


def test_a_name_that_a_vendor_has_there_is_told_and_the_rest_goes_on(shop: OpenShop, company: CompanyProcess) -> None:
    from quickbooks.objects.vendor import Vendor as TheirVendor

    taken = TheirVendor()
    taken.DisplayName = "Ada Brook"
    taken.save(qb=outside_client(company))
    lists.put_customers(shop, [Customer("ben", "Ben Castle")])
    did = share_people(shop)
    assert [(one.name, one.why) for one in did.left] == [("Ada Brook", "name_taken_there")]
    assert "Ben Castle" in there(company)


@pytest.mark.parametrize("fault", ["drop_after_commit", "drop_before", "cut_reply"])
def test_a_lost_answer_makes_nobody_twice(shop: OpenShop, company: CompanyProcess, fault: str) -> None:
    told = company.switch("faults", {"next": [{"fault": fault, "match": "/customer?requestid"}]})
    assert "armed" in told, told
    with pytest.raises(PosError):
        share_people(shop)
    share_people(shop)
    assert sum(name.startswith("Ada Brook") for name in there(company)) == 1
    assert figures(share_people(shop)) == (0, 0, 0, 0, 0)


def test_without_sending_nothing_is_written_there(shop: OpenShop, company: CompanyProcess) -> None:
    did = share_people(shop, send=False)
    assert did.new_there == 0
    assert "Ada Brook" not in there(company)


AGREED = {
    "only here": (Person("A", "1"), Person("A", "2"), Person("A", "1"), Person("A", "2"), ()),
    "only there": (Person("A", "1"), Person("A", "1"), Person("A", "2"), Person("A", "2"), ()),
    "both alike": (Person("A", "1"), Person("A", "2"), Person("A", "2"), Person("A", "2"), ()),
    "both": (Person("A", "1"), Person("A", "2"), Person("A", "3"), Person("A", "2"), (Differing("phone", "2", "3"),)),
    "never agreed, one empty": (None, Person("A", ""), Person("A", "3"), Person("A", "3"), ()),
    "never agreed": (None, Person("A", "2"), Person("A", "3"), Person("A", "2"), (Differing("phone", "2", "3"),)),
    "emptied there": (Person("A", "1"), Person("A", "1"), Person("A", ""), Person("A", ""), ()),
}


@pytest.mark.parametrize("name", AGREED)
def test_what_both_sides_will_say(name: str) -> None:
    before, ours, theirs, whole, differing = AGREED[name]
    assert agreed(before, ours, theirs) == (whole, differing)


def test_another_company_gets_and_gives_nothing_until_somebody_said_yes(
    shop: OpenShop, company: CompanyProcess
) -> None:
    with shop.store.write() as tx:
        tx.lists.set_meta("quickbooks_realm", "9340000000000009")
    with pytest.raises(PosError, match="company"):
        share_people(shop)
    assert "Ada Brook" not in there(company)
    with pytest.raises(PosError, match="company"):
        importing.bring_in(shop, importing.look(shop))
