"""What a request passes before it reaches the books."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

import pytest
import requests

from tests.company.asking import Asking


def test_an_unknown_token_is_refused_in_the_gateways_casing(company: Asking) -> None:
    token = "eyJ-somebody-elses-long-token"
    reply = company.session.get(f"{company.base}/preferences", headers={"Authorization": f"Bearer {token}"}, timeout=20)
    assert reply.status_code == 401
    assert reply.headers["www-authenticate"] == 'Bearer realm="Intuit", error="invalid_token"'
    error = reply.json()["fault"]["error"][0]
    assert (error["code"], error["detail"]) == ("3200", f"Token expired: {token}")
    assert isinstance(reply.json()["time"], int)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer short", "Basic eyJ-somebody-elses-long-token"])
def test_a_malformed_token_is_named_so(company: Asking, header: str) -> None:
    reply = company.session.get(f"{company.base}/preferences", headers={"Authorization": header}, timeout=20)
    assert reply.json()["fault"]["error"][0]["detail"] == "Malformed bearer token: too short or too long"


def test_another_realm_is_forbidden(company: Asking) -> None:
    reply = company.session.get(f"{company.url}/v3/company/123/preferences", timeout=20)
    assert (reply.status_code, reply.json()["fault"]["error"][0]["code"]) == (403, "3100")


def test_without_asking_for_json_the_answer_is_xml(company: Asking) -> None:
    headers = {"Accept": "*/*"}
    reply = company.session.get(f"{company.base}/companyinfo/1", headers=headers, timeout=20)
    root = ET.fromstring(reply.text)
    assert reply.headers["Content-Type"].startswith("application/xml")
    assert root.findtext(".//{*}CompanyInfo/{*}CompanyName") == "Harbor Goods LLC"


def test_every_answer_has_a_trace_number(company: Asking) -> None:
    for reply in (company.get("preferences"), company.get("nothing/1"), requests.get(company.url, timeout=20)):
        assert re.fullmatch(r"1-[0-9a-f]{8}-[0-9a-f]{24}", reply.headers["intuit_tid"])
    assert company.get("preferences").headers["Content-Type"] == "application/json;charset=UTF-8"


def test_a_name_from_elsewhere_that_points_here_gets_nothing(company: Asking) -> None:
    assert company.session.get(company.url, headers={"Host": "evil.example.com"}, timeout=20).status_code == 421


def test_the_eleventh_request_of_a_second_is_too_many(company: Asking) -> None:
    company.set(rate_limits="true")
    replies = [company.get("preferences") for _ in range(30)]
    refused = [reply for reply in replies if reply.status_code == 429]
    assert refused
    assert refused[0].json()["fault"]["error"][0]["code"] == "3001"
    assert [reply.status_code for reply in replies[:10]] == [200] * 10


def test_a_company_whose_subscription_ended_can_only_be_read(company: Asking) -> None:
    company.switch("reset", {"seed": "expired"})
    assert company.refused("Customer", {"DisplayName": "Ann"})[0] == "6190"
    info = company.get("companyinfo/1").json()["CompanyInfo"]
    assert {"Name": "SubscriptionStatus", "Value": "EXPIRED"} in info["NameValue"]


def test_the_same_request_id_is_answered_with_the_first_answer(company: Asking) -> None:
    first = company.post("customer", {"DisplayName": "Ann"}, requestid="once")
    again = company.post("customer", {"DisplayName": "Somebody else"}, requestid="once")
    assert again.text == first.text
    assert [one["DisplayName"] for one in company.query("select * from Customer")] == ["Ann"]
    company.switch("forget")
    assert company.refused("Customer", {"DisplayName": "Ann"}, requestid="once")[0] == "6240"


def test_a_refusal_is_replayed_too(company: Asking) -> None:
    first = company.post("customer", {"DisplayName": ""}, requestid="once")
    again = company.post("customer", {"DisplayName": "Ann"}, requestid="once")
    assert (first.status_code, again.text) == (400, first.text)


def test_a_request_id_has_fifty_characters_at_most(company: Asking) -> None:
    assert company.refused("Customer", {"DisplayName": "Ann"}, requestid="x" * 51)[0] == "2130"
    assert company.post("customer", {"DisplayName": "Ann"}, requestid="x" * 50).status_code == 200


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"{", "application/json", "2010"),
        (b"[]", "application/json", "2010"),
        (b'{"DisplayName": NaN}', "application/json", "2010"),
        ('{"DisplayName": "Caf\u00e9"}'.encode("latin-1"), "application/json", "500"),
        (b"{}", "text/plain", "1050"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(company: Asking, content: bytes, kind: str, code: str) -> None:
    headers = {"Content-Type": kind}
    reply = company.session.post(f"{company.base}/customer", data=content, headers=headers, timeout=20)
    assert (reply.status_code, reply.json()["Fault"]["Error"][0]["code"]) == (400, code)


def test_unknown_and_read_only_entities_are_told_apart(company: Asking) -> None:
    assert company.refused("Parrot", {})[0] == "2000"
    assert company.refused("TaxRate", {})[0] == "500"
    assert company.get("parrot/1").json()["Fault"]["Error"][0]["code"] == "2000"
    assert company.get("journalentry/77").json()["Fault"]["Error"][0]["code"] == "610"


def test_eight_at_once_with_one_request_id_make_one_entry(company: Asking) -> None:
    body = company.entry("Checking", "Services", "5")
    with ThreadPoolExecutor(8) as crowd:
        replies = list(crowd.map(lambda _: company.post("journalentry", body, requestid="same").text, range(8)))
    assert len(set(replies)) == 1
    assert company.balances()["Checking"] == "5.00"
