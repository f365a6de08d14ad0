"""The practice company looked at through a client that others wrote."""

from __future__ import annotations

import time
from typing import Any

import requests

from retailpos.stories.company_process import REDIRECT, CompanyProcess


def outside_client(company: CompanyProcess) -> Any:
    """The python-quickbooks client, signed in by intuit-oauth; http will do on this computer."""
    from intuitlib.client import AuthClient
    from intuitlib.enums import Scopes
    from quickbooks import QuickBooks

    ready = company.ready
    auth = AuthClient(ready["client_id"], ready["client_secret"], REDIRECT, ready["discovery_url"])
    address = auth.get_authorization_url([Scopes.ACCOUNTING], state_token="outside")
    back = requests.get(address, allow_redirects=False, timeout=20).headers["Location"]
    query = dict(pair.split("=", 1) for pair in back.partition("?")[2].split("&"))
    auth.get_bearer_token(query["code"], realm_id=query["realmId"])
    auth.close()
    client = QuickBooks(auth_client=auth, refresh_token=auth.refresh_token, company_id=auth.realm_id, minorversion=75)
    client.api_url_v3 = f"{company.url}/v3"
    return client


def trial_balance(client: Any) -> dict[str, str]:
    """Every account with a balance, as the report writes it: `842.50 Cr`."""
    found = {}
    for row in client.get_report("TrialBalance")["Rows"]["Row"]:
        cells = [cell["value"] for cell in row.get("ColData", [])]
        if len(cells) == 3 and cells[0]:
            found[cells[0]] = f"{cells[1]} Dr" if cells[1] else f"{cells[2]} Cr"
    return found


def token_of(company: CompanyProcess) -> str:
    """A token that has nothing to do with any shop's."""
    return str(company.switch("token")["access_token"])


def held(company: CompanyProcess, realm: str, number: str) -> list[dict[str, Any]]:
    """The journal entries that a company holds under a number, asked without any of the shop's own code or tokens."""
    found: list[dict[str, Any]] = []
    token = token_of(company)
    for _ in range(20):
        reply = requests.get(
            f"{company.url}/v3/company/{realm}/query",
            params={"query": f"select * from JournalEntry where DocNumber = '{number}'", "minorversion": "75"},
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
            timeout=10,
        )
        if reply.status_code != 429:
            found = reply.json()["QueryResponse"].get("JournalEntry", [])
            break
        time.sleep(0.3)
    return found
