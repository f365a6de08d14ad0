"""A plain client of the practice company, for tests: real HTTP to the real process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

Body = dict[str, Any]


def environment() -> dict[str, str]:
    """The environment of a process that finds the sources."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


@contextmanager
def running(file: Path, *arguments: str) -> Iterator[tuple[Body, subprocess.Popen[str]]]:
    """The company as a process of its own, and the line it said when ready."""
    command = [sys.executable, "-m", "retailpos.company", "--file", str(file), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline()), process
        finally:
            process.terminate()
            process.wait(10)


class Asking:
    """One outside client of one company."""

    def __init__(self, ready: Body) -> None:
        self.ready = ready
        self.url = str(ready["url"])
        self.base = f"{self.url}/v3/company/{ready['realm']}"
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers.update(
            {"Authorization": f"Bearer {ready['token_for_tests']}", "Accept": "application/json"}
        )

    def get(self, path: str, **params: str) -> requests.Response:
        return self.session.get(f"{self.base}/{path}", params=params, timeout=20)

    def post(self, path: str, body: object, **params: str) -> requests.Response:
        return self.session.post(f"{self.base}/{path}", params=params, json=body, timeout=20)

    def make(self, kind: str, body: Body, **params: str) -> Body:
        """An entity created, updated or deleted; the test ends where it is refused."""
        reply = self.post(kind.lower(), body, **params)
        assert reply.status_code == 200, reply.text
        found: Body = reply.json()[kind]
        return found

    def refused(self, kind: str, body: object, **params: str) -> tuple[str, str]:
        """The (code, detail) a write is refused with."""
        reply = self.post(kind.lower(), body, **params)
        assert reply.status_code in (400, 500), reply.text
        error = reply.json()["Fault"]["Error"][0]
        return error["code"], error["Detail"]

    def read(self, kind: str, number: str) -> Body:
        found: Body = self.get(f"{kind.lower()}/{number}").json()[kind]
        return found

    def query(self, statement: str) -> list[Body]:
        reply = self.get("query", query=statement)
        assert reply.status_code == 200, reply.text
        found = reply.json()["QueryResponse"]
        return next((value for value in found.values() if isinstance(value, list)), [])

    def account(self, name: str) -> str:
        found = self.query("select * from Account where Active in (true, false) maxresults 1000")
        return str({one["FullyQualifiedName"]: one["Id"] for one in found}[name])

    def ref(self, name: str) -> Body:
        return {"value": self.account(name)}

    def balances(self) -> dict[str, str]:
        """Debit-positive balances by account, as the trial balance writes them."""
        found = {}
        for row in self.get("reports/TrialBalance").json()["Rows"]["Row"]:
            if "ColData" in row:
                name, debit, credit = (column["value"] for column in row["ColData"])
                found[name] = debit or f"-{credit}"
        return found

    def switch(self, act: str, wish: Body | None = None) -> Body:
        headers = {"X-Practice-Switch": self.ready["switch"]}
        reply = self.session.post(f"{self.url}/practice/{act}", json=wish or {}, headers=headers, timeout=20)
        assert reply.status_code == 200, reply.text
        found: Body = reply.json()
        return found

    def set(self, **settings: str) -> None:
        self.switch("set", settings)

    def line(self, side: str, account: str, amount: str, **detail: object) -> Body:
        """One line of a journal entry."""
        inner = {"PostingType": side, "AccountRef": self.ref(account), **detail}
        return {"Amount": float(amount), "DetailType": "JournalEntryLineDetail", "JournalEntryLineDetail": inner}

    def entry(self, debit: str, credit: str, amount: str, **head: object) -> Body:
        """The body of a journal entry of two lines."""
        lines = [self.line("Debit", debit, amount), self.line("Credit", credit, amount)]
        return {"TxnDate": "2026-03-02", "Line": lines, **head}

    def item(self, name: str, income: str = "Merchandise Sales") -> Body:
        made = self.make("Item", {"Name": name, "Type": "Service", "IncomeAccountRef": self.ref(income)})
        return {"value": made["Id"]}

    def customer(self, name: str) -> Body:
        return {"value": self.make("Customer", {"DisplayName": name})["Id"]}

    def vendor(self, name: str) -> Body:
        return {"value": self.make("Vendor", {"DisplayName": name})["Id"]}


def sold(item: Body, amount: str, **detail: object) -> Body:
    """One line of a sales form."""
    inner = {"ItemRef": item, **detail}
    return {"Amount": float(amount), "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": inner}
