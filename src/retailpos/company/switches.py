"""What a test or a trainer may do behind the shop's back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from retailpos.company import filling, oauth, seeds
from retailpos.company.books import Body, Books
from retailpos.company.faults import Faults
from retailpos.company.limits import Limits
from retailpos.company.shape import cents as read
from retailpos.company.shape import money
from retailpos.company.write import write
from retailpos.company.wrong import Wrong

SETTINGS = (
    "status close_date classes locations tax tax_by_journal journal_needs_tax_code one_control_account multicurrency "
    "WarnDuplicateJournalNumber WarnDuplicateBillNumber WarnDuplicateCheckNumber WarnDuplicateSalesNumber "
    "CustomTxnNumbers rate_limits clock_skew production_keys redirect_uris second_refresh_kills rotate_always "
    "rotate_now auto_consent plan company_name"
).split()


class Switches:
    """Every switch by its name; each takes its wish as a JSON object and answers one."""

    def __init__(self, books: Books, armed: Faults, limits: Limits) -> None:
        self._books = books
        self._armed = armed
        self._requests = limits
        self._all: dict[str, Callable[[Body], Body]] = {
            "faults": self._faults,
            "set": self._set,
            "expire": lambda _: self._run("DELETE FROM token WHERE kind = 'access' AND family <> ?", oauth.OUTSIDE),
            "revoke": lambda _: self._run("DELETE FROM token WHERE family <> ?", oauth.OUTSIDE),
            "rotate": lambda _: self._set({"rotate_now": "true"}),
            "forget": lambda _: self._run("DELETE FROM answer"),
            "close": lambda wish: self._set({"close_date": wish.get("date", "")}),
            "skew": lambda wish: self._set({"clock_skew": wish.get("seconds", 0)}),
            "write": self._write,
            "delete": self._delete,
            "edit": self._edit,
            "deactivate": lambda wish: self._account(wish, {"Active": False}),
            "rename": lambda wish: self._account(wish, {"Name": wish.get("to")}),
            "fill": self._fill,
            "token": self._token,
            "limits": self._limits,
            "reset": self._reset,
        }

    def turn(self, name: str, wish: Body) -> Body | None:
        """Turn a switch; None where there is no such switch. A wish that cannot be met raises Wrong."""
        act = self._all.get(name)
        return act(wish) if act else None

    def _run(self, sql: str, *values: object) -> Body:
        self._books.run(sql, *values)
        return {}

    def _faults(self, wish: Body) -> Body:
        try:
            self._armed.arm(wish.get("next") or [])
        except KeyError as unknown:
            raise Wrong("2170", f"no such fault: {unknown}", "fault") from None
        if "random" in wish:
            self._armed.arm_random(wish["random"] or {})
        if wish.get("off"):
            self._armed.disarm()
        return {"armed": self._armed.armed()}

    def _set(self, wish: Body) -> Body:
        for name in wish:
            if name not in SETTINGS:
                raise Wrong("2010", f"no such setting: {name[:40]}", name[:40])
        with self._books.change():
            for name, value in wish.items():
                self._books.set(name, str(value).lower() if isinstance(value, bool) else str(value))
        return {}

    def _write(self, wish: Body) -> Body:
        with self._books.change():
            return write(self._books, str(wish["kind"]), wish["body"], operation=str(wish.get("operation") or ""))

    def _found(self, wish: Body) -> tuple[str, Body]:
        kind = str(wish.get("kind") or "JournalEntry")
        found = self._books.get(kind, str(wish.get("id") or ""))
        if found is None:
            raise Wrong("610", "nothing under this id", "id")
        return kind, found

    def _delete(self, wish: Body) -> Body:
        kind, found = self._found(wish)
        return self._write({"kind": kind, "body": found, "operation": "delete"})

    def _edit(self, wish: Body) -> Body:
        """Change a transaction: "set" replaces properties; "cents" moves that much from one account to another."""
        kind, found = self._found(wish)
        return self._write({"kind": kind, "body": {**found, **(wish.get("set") or moved(found, int(wish["cents"])))}})

    def _account(self, wish: Body, change: Body) -> Body:
        found = self._books.named("Account", str(wish.get("name") or ""))
        if found is None:
            raise Wrong("610", "no account of this name", "name")
        return self._write({"kind": "Account", "body": {**found, **change}})

    def _fill(self, wish: Body) -> Body:
        counts = {kind: int(wish.get(kind, 0)) for kind in ("customers", "vendors", "items")}
        return filling.fill(self._books, **counts)

    def _limits(self, wish: Body) -> Body:
        """Take more or fewer requests ("per_second", "per_minute"); how many were asked so far."""
        self._requests.per_second = int(wish.get("per_second") or self._requests.per_second)
        self._requests.per_minute = int(wish.get("per_minute") or self._requests.per_minute)
        return asdict(self._requests.asked)

    def _token(self, wish: Body) -> Body:
        seconds = int(wish.get("seconds", 30 * 86400))
        return {"access_token": oauth.mint(self._books, "access", oauth.OUTSIDE, seconds=seconds)}

    def _reset(self, wish: Body) -> Body:
        seed, realm = self._books.setting("seed"), self._books.setting("realm")
        seed = str(wish.get("seed") or seed)
        if seed not in seeds.SEEDS:
            raise Wrong("2170", "no such company", "seed")
        with self._books.change():
            self._books.empty()
            seeds.plant(self._books, seed, realm)
        self._armed.disarm()
        return {}


def moved(entry: Body, cents: int) -> Body:
    """The lines of an entry with its first debit and first credit larger by some cents."""
    lines: list[Any] = [dict(line) for line in entry["Line"]]
    for side in ("Debit", "Credit"):
        line = next(one for one in lines if (one.get("JournalEntryLineDetail") or {}).get("PostingType") == side)
        line["Amount"] = money(read(line["Amount"]) + cents)
    return {"Line": lines}
