"""What an answer adds to a stored entity: balances and amounts still open."""

from __future__ import annotations

from typing import Any

from retailpos.company import seeds, settling, taxes
from retailpos.company.accounts import BALANCE_SHEET
from retailpos.company.books import Body, Books
from retailpos.company.shape import money

_CONTROLS = {"Customer": "Accounts Receivable", "Vendor": "Accounts Payable"}


def all_of(books: Books, kind: str, where: str = "deleted = 0", *values: object) -> list[Body]:
    """Entities as they are shown."""
    if kind == "CompanyInfo":
        return [seeds.company_info(books)]
    if kind == "Preferences":
        return [seeds.preferences(books)]
    found = books.all(kind, where, *values)
    if kind == "TaxCode":
        return [*taxes.pseudo_codes(books), *found]
    return shown(books, kind, found)


def one(books: Books, kind: str, number: str) -> Body | None:
    """One entity as it is shown."""
    if kind in ("CompanyInfo", "Preferences"):
        return all_of(books, kind)[0]
    if kind == "TaxCode" and number in ("TAX", "NON"):
        return next((code for code in taxes.pseudo_codes(books) if code["Id"] == number), None)
    found = books.get(kind, number)
    return shown(books, kind, [found])[0] if found else None


def shown(books: Books, kind: str, entities: list[Body]) -> list[Body]:
    """Entities with what only the ledger knows."""
    if not entities:
        return []
    if kind == "Account":
        return _accounts(books, entities)
    if kind in _CONTROLS:
        return _people(books, kind, entities)
    if kind in ("Invoice", "Bill", "CreditMemo", "VendorCredit"):
        return [_open(books, kind, entity) for entity in entities]
    if kind == "Attachable":
        return [_attached(books, entity) for entity in entities]
    return entities


def _attached(books: Books, entity: Body) -> Body:
    """Where the content of a file can be fetched; a mere note has none."""
    if not books.rows("SELECT 1 FROM file WHERE id = ?", int(entity["Id"])):
        return entity
    place = f"/v3/company/{books.setting('realm')}/download/{entity['Id']}"
    return {**entity, "FileAccessUri": place, "TempDownloadUri": books.setting("base") + place}


def _accounts(books: Books, entities: list[Body]) -> list[Body]:
    sums = books.balances()
    names = {a["Id"]: str(a["FullyQualifiedName"]) for a in books.all("Account")}
    below: dict[str, int] = {}
    for number, cents in sums.items():
        parts = names[number].split(":")
        for depth in range(1, len(parts) + 1):
            full = ":".join(parts[:depth])
            below[full] = below.get(full, 0) + cents
    done = []
    for account in entities:
        if account["Classification"] in BALANCE_SHEET:
            told = {
                "CurrentBalance": money(sums.get(account["Id"], 0)),
                "CurrentBalanceWithSubAccounts": money(below.get(account["FullyQualifiedName"], 0)),
            }
        else:
            told = {"CurrentBalance": money(0), "CurrentBalanceWithSubAccounts": money(0)}
        done.append({**account, **told})
    return done


def _people(books: Books, kind: str, entities: list[Body]) -> list[Body]:
    control = [a["Id"] for a in books.all("Account") if a["AccountType"] == _CONTROLS[kind]]
    marks = ",".join("?" * len(control)) or "NULL"
    sql = f"SELECT party, sum(cents) AS s FROM ledger WHERE party_kind = ? AND account IN ({marks}) GROUP BY party"
    sums = {str(row["party"]): row["s"] for row in books.rows(sql, kind, *map(int, control))}
    side = 1 if kind == "Customer" else -1
    done = []
    for entity in entities:
        owed = money(side * sums.get(entity["Id"], 0))
        extra: dict[str, Any] = {"BalanceWithJobs": owed} if kind == "Customer" else {}
        done.append({**entity, "Balance": owed, **extra})
    return done


def _open(books: Books, kind: str, entity: Body) -> Body:
    who = next((k, str(entity[f"{k}Ref"]["value"])) for k in ("Customer", "Vendor") if entity.get(f"{k}Ref"))
    name = "RemainingCredit" if kind == "CreditMemo" else "Balance"
    return {**entity, name: money(settling.open_cents(books, kind, entity["Id"], who))}
