"""Plain pages to look at the practice company: chart, journal, one entry, trial balance, switches."""

from __future__ import annotations

import html
from typing import Any

from flask import Blueprint, redirect, request

from retailpos.company.books import Books

_CSS = """
body{margin:0;font:15px/22px Inter,system-ui,sans-serif;background:#F4F2EC;color:#1B1F2A}
.stripe{background:repeating-linear-gradient(45deg,#F2B84B 0 14px,#2A1B00 14px 28px);padding:8px 0;text-align:center}
.stripe b{background:#F2B84B;color:#2A1B00;padding:2px 14px;border-radius:8px;letter-spacing:2px}
nav{padding:16px 32px;display:flex;gap:20px;align-items:center}nav a{color:#1F3DB3;text-decoration:none;font-weight:600}
nav strong{font-size:20px;margin-right:16px}main{margin:0 32px 48px;background:#fff;border:1px solid #DCD8CD;
border-radius:14px;padding:20px 28px;max-width:1040px}h1{font-size:24px;margin:4px 0 16px}
table{border-collapse:collapse;width:100%}td,th{padding:9px 8px;border-bottom:1px solid #DCD8CD;text-align:left}
.n{text-align:right;font-variant-numeric:tabular-nums}th{color:#4A5060;font-size:13px}tr.sum td{font-weight:700}
a.blue,button.blue{background:#2446C8;color:#fff;padding:12px 22px;border-radius:10px;text-decoration:none;border:0;font:600 16px Inter}
a.plain{padding:12px 22px;border:1px solid #827C6E;border-radius:10px;color:#1B1F2A;text-decoration:none}
input,select{font:inherit;padding:8px;border:1px solid #827C6E;border-radius:8px;min-height:24px}
"""


def page(books: Books, title: str, content: str) -> str:
    """A whole page; `content` is markup, everything told in it already escaped."""
    company = html.escape(books.setting("company_name"))
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>PRACTICE - {html.escape(title)}</title>"
        f"<style>{_CSS}</style><div class=stripe><b>PRACTICE</b></div><nav><strong>{company}</strong>"
        "<a href=/>Chart of accounts</a><a href=/journal>Journal</a><a href=/trial-balance>Trial balance</a>"
        f"<a href=/faults>Faults</a></nav><main><h1>{html.escape(title)}</h1>{content}</main></html>"
    )


def money(cents: int) -> str:
    """An amount with grouping."""
    sign = "\N{MINUS SIGN}" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def blueprint(books: Books) -> Blueprint:
    """The pages of one company."""
    routes = Blueprint("pages", __name__)

    @routes.get("/")
    def chart() -> str:
        sums = books.balances()
        rows = "".join(
            f"<tr><td>{html.escape(a['FullyQualifiedName'])}<td>{html.escape(a['AccountType'])}"
            f"<td class=n>{money(sums.get(a['Id'], 0))}"
            for a in sorted(books.all("Account"), key=lambda a: str(a["FullyQualifiedName"]).lower())
        )
        return page(books, "Chart of accounts", f"<table><tr><th>Account<th>Type<th class=n>Balance{rows}</table>")

    @routes.get("/journal")
    def journal() -> str:
        entries = sorted(books.all("JournalEntry"), key=lambda e: (e["TxnDate"], int(e["Id"])), reverse=True)
        rows = "".join(
            f'<tr><td>{e["TxnDate"]}<td><a href="/journal/{e["Id"]}">{html.escape(str(e.get("DocNumber") or e["Id"]))}</a>'
            f"<td class=n>{money(_debits(books, e))}"
            for e in entries
        )
        empty = "" if entries else "<p>No entries yet. A day that is sent shows here.</p>"
        return page(books, "Journal", f"<table><tr><th>Date<th>Number<th class=n>Debits{rows}</table>{empty}")

    @routes.get("/journal/<number>")
    def entry(number: str) -> Any:
        found = books.get("JournalEntry", number)
        if found is None:
            return page(books, "No such entry", "<p>It may have been deleted.</p>"), 404
        return page(books, f"Journal entry {found.get('DocNumber') or number}", _entry(books, found))

    @routes.get("/trial-balance")
    def trial() -> str:
        names = {a["Id"]: str(a["FullyQualifiedName"]) for a in books.all("Account")}
        sums = sorted((names[a], cents) for a, cents in books.balances().items() if cents)
        rows = "".join(_two(html.escape(name), cents) for name, cents in sums)
        debit = sum(cents for _, cents in sums if cents > 0)
        foot = f"<tr class=sum><td>Total<td class=n>{money(debit)}<td class=n>{money(debit)}"
        return page(
            books, "Trial balance", f"<table><tr><th>Account<th class=n>Debit<th class=n>Credit{rows}{foot}</table>"
        )

    @routes.get("/faults")
    def faults() -> str:
        from retailpos.company.faults import KINDS

        options = "".join(f"<option>{kind}" for kind in KINDS)
        return page(
            books,
            "Faults",
            "<p>Make the next request go wrong, to see that nothing is lost or posted twice.</p>"
            f"<form method=post action=/faults><select name=fault aria-label=Fault>{options}</select> "
            "<button class=blue>Switch on for the next request</button></form>",
        )

    @routes.post("/faults")
    def switch() -> Any:
        from retailpos.company.faults import arm

        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return page(books, "Not from here", "<p>Use the form on this page.</p>"), 403
        arm(books, [{"fault": request.form.get("fault", "")}])
        return redirect("/faults")

    return routes


def _two(name: str, cents: int) -> str:
    debit, credit = (money(cents), "") if cents > 0 else ("", money(-cents))
    return f"<tr><td>{name}<td class=n>{debit}<td class=n>{credit}"


def _debits(books: Books, entry: dict[str, Any]) -> int:
    sql = "SELECT coalesce(sum(cents), 0) AS s FROM ledger WHERE kind = 'JournalEntry' AND id = ? AND cents > 0"
    return int(books.rows(sql, int(entry["Id"]))[0]["s"])


def _entry(books: Books, entry: dict[str, Any]) -> str:
    names = {a["Id"]: str(a["FullyQualifiedName"]) for a in books.all("Account")}
    sql = "SELECT * FROM ledger WHERE kind = 'JournalEntry' AND id = ? ORDER BY line"
    rows = ""
    for leg in books.rows(sql, int(entry["Id"])):
        about = " - ".join(part for part in (leg["party"], leg["note"]) if part)
        rows += _two(f"{html.escape(names[str(leg['account'])])}<br><small>{html.escape(about)}</small>", leg["cents"])
    note = html.escape(str(entry.get("PrivateNote") or ""))
    head = f"<p>{entry['TxnDate']} &middot; {note}</p>"
    return f"{head}<table><tr><th>Account<th class=n>Debit<th class=n>Credit{rows}</table>"
