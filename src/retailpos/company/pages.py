"""Plain pages to look at the practice company: chart, journal, one entry, trial balance, requests, switches."""

from __future__ import annotations

import html
import secrets
from collections.abc import Callable
from typing import Any

from flask import Blueprint, redirect, request

from retailpos.company.books import Body, Books
from retailpos.company.faults import KINDS, Faults
from retailpos.company.look import money, page, table
from retailpos.company.requests import RequestLog
from retailpos.company.switches import Switches
from retailpos.company.wrong import Wrong

_QUICK = ("429", "drop_after_commit", "401", "drop_before", "503_html", "slow")
_ACTS = {
    "expire": "End all access tokens now",
    "rotate": "Change the refresh token at the next renewal",
    "revoke": "Take the consent back",
    "forget": "Forget the request ids seen",
    "reset": "Reset the company",
}


class Pages:
    """The pages of one company. `form` is a word only our own forms know."""

    def __init__(self, books: Books, armed: Faults, log: RequestLog, switches: Switches) -> None:
        self.books = books
        self.armed = armed
        self.log = log
        self.switches = switches
        self.form = secrets.token_urlsafe(24)

    def button(self, act: str, words: str, *, style: str = "plain", **values: str) -> str:
        """A form that is one button and turns one switch; `values` go along."""
        hidden = {"form": self.form, "act": act, "back": request.path, **values}
        inputs = "".join(f'<input type=hidden name={k} value="{html.escape(v)}">' for k, v in hidden.items())
        return f"<form method=post action=/switch>{inputs}<button class={style}>{words}</button></form>"

    def chart(self) -> str:
        """The chart of accounts with balances."""
        sums = self.books.balances()
        accounts = sorted(self.books.all("Account"), key=lambda a: str(a["FullyQualifiedName"]).lower())
        rows = []
        for account in accounts:
            name = html.escape(str(account["FullyQualifiedName"]))
            shown = name if account["Active"] else f"<span class=off>{name}</span>"
            rows.append([shown, html.escape(account["AccountType"]), money(sums.get(account["Id"], 0))])
        told = "<p class=sub>Debit balances are positive, credit balances negative.</p>"
        return page(self.books, "Chart of accounts", told + table(["Account", "Type", ">Balance"], rows), here="/")

    def journal(self) -> str:
        """All journal entries, newest first."""
        entries = sorted(self.books.all("JournalEntry"), key=lambda e: (e["TxnDate"], int(e["Id"])), reverse=True)
        sql = "SELECT id, sum(cents) AS s FROM ledger WHERE kind = 'JournalEntry' AND cents > 0 GROUP BY id"
        debits = {str(row["id"]): row["s"] for row in self.books.rows(sql)}
        rows = []
        for e in entries:
            note = html.escape(str(e.get("PrivateNote") or "")[:80])
            link = f'<a href="/journal/{e["Id"]}">{_number(e)}</a>'
            rows.append([e["TxnDate"], link, note, money(debits.get(e["Id"], 0))])
        told = table(["Date", "Number", "Memo", ">Debits"], rows)
        empty = "" if entries else "<p class=sub>No entries yet. A day that is sent shows here.</p>"
        return page(self.books, "Journal", told + empty, here="/journal", side=self._side())

    def entry(self, number: str) -> Any:
        """One journal entry."""
        found = self.books.get("JournalEntry", number)
        if found is None:
            gone = "<p>There is no such entry. It may have been deleted.</p>"
            return page(self.books, "No such entry", gone, here="/journal"), 404
        edit = self.button("edit", "Edit a line", id=number, cents="100")
        delete = self.button("delete", "Delete", style="red", id=number, back="/journal")
        about = f"Journal entry {number} &middot; {found['TxnDate']} &middot; version {found['SyncToken']}"
        note = html.escape(str(found.get("PrivateNote") or ""))
        head = f"<div class=top><div class=sub>{about}<br>{note}</div>{edit}{delete}</div>"
        return page(self.books, _number(found), head + self._lines(found), here="/journal", side=self._side())

    def _lines(self, entry: Body) -> str:
        names = {a["Id"]: str(a["FullyQualifiedName"]) for a in self.books.all("Account")}
        people = {(k, p["Id"]): p["DisplayName"] for k in ("Customer", "Vendor") for p in self.books.all(k)}
        classes = {c["Id"]: c["FullyQualifiedName"] for c in self.books.all("Class", "deleted >= 0")}
        rows, debit = [], 0
        for leg in self.books.legs("JournalEntry", entry["Id"]):
            who = people.get((leg["party_kind"], str(leg["party"])), "")
            memo = " - ".join(part for part in (who, leg["note"]) if part)
            cells = (names[str(leg["account"])], classes.get(str(leg["class"]), ""), memo)
            rows.append([*(html.escape(str(cell)) for cell in cells), *_two(leg["cents"])])
            debit += max(leg["cents"], 0)
        foot = ["Total", "", "", money(debit), money(debit)]
        return table(["Account", "Class", "Memo", ">Debit", ">Credit"], rows, foot=foot)

    def trial(self) -> str:
        """The trial balance."""
        names = {a["Id"]: str(a["FullyQualifiedName"]) for a in self.books.all("Account")}
        sums = sorted((names[a], cents) for a, cents in self.books.balances().items() if cents)
        debit = money(sum(cents for _, cents in sums if cents > 0))
        rows = [[html.escape(name), *_two(cents)] for name, cents in sums]
        told = table(["Account", ">Debit", ">Credit"], rows, foot=["Total", debit, debit])
        return page(self.books, "Trial balance", told, here="/trial-balance")

    def requests(self) -> str:
        """What was asked of the company lately."""
        rows = [[html.escape(seen.at), _chip(seen.status), html.escape(seen.what)] for seen in self.log.last(200)]
        return page(self.books, "Requests", table(["Time", "Answer", "Request"], rows), here="/requests")

    def faults(self) -> str:
        """The switches."""
        sub = "<p class=sub>Each applies to the next request only, to see that nothing is lost or posted twice.</p>"
        armed = self.armed.armed()
        toggles = "".join(self._toggle(kind, words, armed) for kind, words in KINDS.items())
        rest = "<h2>The connection</h2>" + "".join(f"<p>{self.button(act, words)}</p>" for act, words in _ACTS.items())
        until = html.escape(self.books.setting("close_date"))
        closing = (
            f"<h2>Closing date</h2><form method=post action=/switch><input type=hidden name=form value={self.form}>"
            "<input type=hidden name=act value=close><input type=hidden name=back value=/faults>"
            f'<label>Books closed to <input type=date name=date value="{until}">'
            "</label> <button class=plain>Set</button></form>"
        )
        return page(self.books, "Faults", sub + toggles, here="/faults", side=_card(rest) + _card(closing))

    def _toggle(self, kind: str, words: str, armed: list[str]) -> str:
        on = any(one.partition(":")[0] == kind for one in armed)
        wish = {"act": "off" if on else "fault", "fault": "slow:30" if kind == "slow" else kind}
        hidden = {"form": self.form, "back": request.path, **wish}
        inputs = "".join(f'<input type=hidden name={k} value="{html.escape(v)}">' for k, v in hidden.items())
        state = f'class="toggle{" on" if on else ""}" aria-pressed={str(on).lower()}'
        return f"<form method=post action=/switch>{inputs}<button {state}><span>{words}</span><i></i></button></form>"

    def _side(self) -> str:
        armed = self.armed.armed()
        toggles = "".join(self._toggle(kind, KINDS[kind], armed) for kind in _QUICK)
        trouble = f"<h2>Make trouble</h2><p class=sub>Each applies to the next request only.</p>{toggles}"
        lines = "".join(
            f"<div class=log>{_chip(seen.status)}<span>{html.escape(seen.what[:32])}</span>{seen.at}</div>"
            for seen in self.log.last(8)
        )
        return _card(trouble) + _card(f"<h2>Last requests</h2>{lines or '<p class=sub>None yet.</p>'}")

    def switch(self) -> Any:
        """Turn a switch from one of the forms; a form of anybody else's is refused."""
        wish: dict[str, Any] = dict(request.form)
        if not secrets.compare_digest(wish.pop("form", ""), self.form):
            return page(self.books, "Not from here", "<p>Use the forms on these pages.</p>"), 403
        act, back = wish.pop("act", ""), wish.pop("back", "/")
        if act == "fault":
            act, wish = "faults", {"next": [{"fault": wish.get("fault", "")}]}
        if act == "off":
            act, wish = "faults", {"off": "true"}
        try:
            self.switches.turn(act, wish)
        except Wrong as wrong:
            return page(self.books, "That did not work", f"<p>{html.escape(wrong.faults[0][1])}</p>"), 400
        return redirect(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/")


def blueprint(pages: Pages) -> Blueprint:
    """The routes of the pages."""
    routes = Blueprint("pages", __name__)
    places: dict[str, Callable[[], Any]] = {
        "/": pages.chart,
        "/journal": pages.journal,
        "/trial-balance": pages.trial,
        "/requests": pages.requests,
        "/faults": pages.faults,
    }
    for place, view in places.items():
        routes.add_url_rule(place, view.__name__, view)
    routes.add_url_rule("/journal/<number>", "entry", pages.entry)
    routes.add_url_rule("/switch", "switch", pages.switch, methods=["POST"])
    return routes


def _number(entry: Body) -> str:
    return html.escape(str(entry.get("DocNumber") or entry["Id"]))


def _two(cents: int) -> tuple[str, str]:
    return (money(cents), "") if cents > 0 else ("", money(-cents))


def _chip(status: int) -> str:
    return f"<span class='chip {'ok' if status == 200 else 'bad'}'>{status or 'cut'}</span>"


def _card(content: str) -> str:
    return f"<div class=card>{content}</div>"
