"""Reports: the trial balance, and an account's ledger, as the service shapes them."""

from __future__ import annotations

from typing import Any

from flask import request

from retailpos.company.books import Books
from retailpos.company.wrong import Wrong


def run(books: Books, name: str) -> dict[str, Any]:
    """A report by its name."""
    makers = {"trialbalance": _trial_balance, "generalledger": _general_ledger}
    maker = makers.get(name.lower())
    if maker is None:
        raise Wrong("2000", f"Invalid report name {name[:40]}")
    return maker(books)


def _trial_balance(books: Books) -> dict[str, Any]:
    names = {a["Id"]: str(a["FullyQualifiedName"]) for a in books.all("Account")}
    sums = books.balances(request.args.get("end_date", "9999"))
    rows = [
        {"ColData": [{"value": names[account], "id": account}, *_columns(cents)]}
        for account, cents in sorted(sums.items(), key=lambda pair: names[pair[0]].lower())
        if cents
    ]
    debit = sum(cents for cents in sums.values() if cents > 0)
    total = {"ColData": [{"value": "TOTAL"}, {"value": _plain(debit)}, {"value": _plain(debit)}]}
    return {
        "Header": {"ReportName": "TrialBalance", "Time": books.now(), "Currency": books.setting("currency")},
        "Columns": {"Column": [_column("", "Account"), _column("Debit", "Money"), _column("Credit", "Money")]},
        "Rows": {"Row": [*rows, {"Summary": total, "type": "Section", "group": "GrandTotal"}]},
    }


def _general_ledger(books: Books) -> dict[str, Any]:
    names = {a["Id"]: str(a["FullyQualifiedName"]) for a in books.all("Account")}
    sections = []
    for account, name in sorted(names.items(), key=lambda pair: pair[1].lower()):
        legs = books.rows("SELECT * FROM ledger WHERE account = ? ORDER BY txn_date, kind, id, line", int(account))
        rows = [
            {
                "ColData": [
                    {"value": leg["txn_date"]},
                    {"value": leg["kind"], "id": str(leg["id"])},
                    {"value": _plain(leg["cents"])},
                ]
            }
            for leg in legs
        ]
        if rows:
            sections.append(
                {"Header": {"ColData": [{"value": name, "id": account}]}, "Rows": {"Row": rows}, "type": "Section"}
            )
    return {
        "Header": {"ReportName": "GeneralLedger", "Time": books.now(), "Currency": books.setting("currency")},
        "Columns": {
            "Column": [_column("Date", "Date"), _column("Transaction Type", "String"), _column("Amount", "Money")]
        },
        "Rows": {"Row": sections},
    }


def _column(title: str, kind: str) -> dict[str, str]:
    return {"ColTitle": title, "ColType": kind}


def _columns(cents: int) -> list[dict[str, str]]:
    return [{"value": _plain(cents) if cents > 0 else ""}, {"value": _plain(-cents) if cents < 0 else ""}]


def _plain(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
