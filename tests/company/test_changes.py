"""Changes since, batches, and files."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from tests.company.asking import Asking, Body


def _since(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _changed(company: Asking, entities: str, since: str) -> list[Body]:
    reply = company.get("cdc", entities=entities, changedSince=since)
    assert reply.status_code == 200, reply.text
    found: list[Body] = reply.json()["CDCResponse"][0]["QueryResponse"]
    return found


def test_changes_tell_new_changed_and_deleted(company: Asking) -> None:
    since = _since(datetime.now(UTC) - timedelta(minutes=5))
    kept = company.make("JournalEntry", company.entry("Checking", "Services", "5"))
    gone = company.make("JournalEntry", company.entry("Checking", "Services", "6"))
    company.switch("delete", {"id": gone["Id"]})
    entries, customers = _changed(company, "JournalEntry,Customer", since)
    assert customers == {}
    assert [(one["Id"], one.get("status")) for one in entries["JournalEntry"]] == [
        (kept["Id"], None),
        (gone["Id"], "Deleted"),
    ]
    assert set(entries["JournalEntry"][1]) == {"domain", "status", "Id", "MetaData"}
    assert _changed(company, "JournalEntry", _since(datetime.now(UTC) + timedelta(minutes=5))) == [{}]


@pytest.mark.parametrize("days", [0, 31])
def test_changes_reach_thirty_days_back(company: Asking, days: int) -> None:
    since = _since(datetime.now(UTC) - timedelta(days=days))
    status = company.get("cdc", entities="Customer", changedSince=since).status_code
    assert status == (400 if days > 30 else 200)


@pytest.mark.parametrize("kind", ["TaxCode", "TaxRate", "TaxAgency", "Parrot"])
def test_some_lists_have_no_changes(company: Asking, kind: str) -> None:
    reply = company.get("cdc", entities=kind, changedSince=_since(datetime.now(UTC)))
    assert reply.json()["Fault"]["Error"][0]["code"] == "2000"


def _batch(company: Asking, items: list[Body], **params: str) -> list[Body]:
    reply = company.post("batch", {"BatchItemRequest": items}, **params)
    assert reply.status_code == 200, reply.text
    found: list[Body] = reply.json()["BatchItemResponse"]
    return found


def test_items_of_a_batch_stand_or_fall_alone(company: Asking) -> None:
    done = _batch(
        company,
        [
            {"bId": "a", "operation": "create", "Customer": {"DisplayName": "Ann"}},
            {"bId": "b", "operation": "create", "Customer": {"DisplayName": "ann"}},
            {"bId": "c", "Query": "select * from Customer"},
            {"bId": "d", "operation": "dance", "Customer": {}},
            {"bId": "e", "operation": "create", "Parrot": {}},
        ],
    )
    assert [item["bId"] for item in done] == ["a", "b", "c", "d", "e"]
    assert done[0]["Customer"]["DisplayName"] == "Ann"
    assert [item["Fault"]["Error"][0]["code"] for item in (done[1], done[3], done[4])] == ["6240", "500", "2000"]
    assert len(done[2]["QueryResponse"]["Customer"]) == 1


def test_a_batch_is_replayed_item_by_item(company: Asking) -> None:
    entry = {"bId": "1", "operation": "create", "JournalEntry": company.entry("Checking", "Services", "5")}
    first = _batch(company, [entry], requestid="batch")
    again = _batch(company, [entry, {**entry, "bId": "2"}], requestid="batch")
    assert again[0] == first[0]
    assert company.balances()["Checking"] == "10.00"


def test_a_batch_has_thirty_items_and_a_short_request_id(company: Asking) -> None:
    item = {"bId": "1", "Query": "select * from Customer"}
    assert company.post("batch", {"BatchItemRequest": [item] * 31}).json()["Fault"]["Error"][0]["code"] == "1040"
    reply = company.post("batch", {"BatchItemRequest": [item]}, requestid="x" * 37)
    assert reply.json()["Fault"]["Error"][0]["code"] == "2130"


def test_a_file_is_attached_and_comes_back_byte_for_byte(company: Asking) -> None:
    entry = company.make("JournalEntry", company.entry("Checking", "Services", "5"))
    content = b"%PDF-1.7\r\n\x00\n\r" + os.urandom(5000) + b"\n"
    meta = {"FileName": "z.pdf", "AttachableRef": [{"EntityRef": {"type": "JournalEntry", "value": entry["Id"]}}]}
    parts = {
        "file_metadata_01": (None, company.session.get(company.url).request.body or _json(meta), "application/json"),
        "file_content_01": ("z.pdf", content, "application/pdf"),
    }
    reply = company.session.post(f"{company.base}/upload", files=parts, timeout=20)
    made = reply.json()["AttachableResponse"][0]["Attachable"]
    assert (made["FileName"], made["Size"], made["ContentType"]) == ("z.pdf", len(content), "application/pdf")
    assert company.session.get(made["TempDownloadUri"], timeout=20).content == content
    assert company.read("Attachable", made["Id"])["AttachableRef"][0]["EntityRef"]["value"] == entry["Id"]
    company.make("Attachable", made | {"TempDownloadUri": None}, operation="delete")
    assert company.query("select * from Attachable") == []


def test_an_upload_without_words_about_it_is_refused(company: Asking) -> None:
    reply = company.session.post(f"{company.base}/upload", files={"x": b"y"}, timeout=20)
    assert reply.json()["Fault"]["Error"][0]["code"] == "2020"


def _json(body: Body) -> str:
    import json

    return json.dumps(body)
