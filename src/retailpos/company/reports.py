"""Reports as the service shapes them: header, columns, rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retailpos.company.books import Body, Books
from retailpos.company.shape import cents as read_cents
from retailpos.company.shape import check_day
from retailpos.company.wrong import Wrong

_TYPES = {
    "ProfitAndLoss": (("Income", ("Income",)), ("COGS", ("Cost of Goods Sold",)), ("Expenses", ("Expense",)),
                      ("OtherIncome", ("Other Income",)), ("OtherExpenses", ("Other Expense",))),
    "BalanceSheet": (
        ("Assets", ("Bank", "Accounts Receivable", "Other Current Asset", "Fixed Asset", "Other Asset")),
        ("Liabilities", ("Accounts Payable", "Credit Card", "Other Current Liability", "Long Term Liability")),
        ("Equity", ("Equity",)),
    ),
}  # fmt: skip
_CREDIT = ("Income", "OtherIncome", "Liabilities", "Equity")


def run(books: Books, name: str, asked: Mapping[str, str]) -> Body:
    """A report by its name; `asked` may hold start_date and end_date."""
    for bound in ("start_date", "end_date"):
        if asked.get(bound):
            check_day(asked[bound], bound)
    makers = {
        "TrialBalance": _trial_balance,
        "GeneralLedger": _general_ledger,
        "ProfitAndLoss": _statement,
        "BalanceSheet": _statement,
        "TaxSummary": _tax_summary,
    }
    known = next((one for one in makers if one.lower() == name.lower()), "")
    if not known:
        raise Wrong("2000", f"Invalid report name {name[:40]}")
    return {"Header": _header(books, known, asked), **makers[known](books, known, asked)}


def _header(books: Books, name: str, asked: Mapping[str, str]) -> Body:
    return {
        "Time": books.now(),
        "ReportName": name,
        "DateMacro": "all" if not asked.get("end_date") else "",
        "ReportBasis": "Accrual",
        "StartPeriod": asked.get("start_date", ""),
        "EndPeriod": asked.get("end_date") or books.today(),
        "Currency": books.setting("currency"),
        "Option": [{"Name": "NoReportData", "Value": "false"}],
    }


def _sums(books: Books, asked: Mapping[str, str], *, since: bool) -> dict[str, int]:
    return books.balances(asked.get("end_date") or "9999-12-31", (asked.get("start_date") or "") if since else "")


def _trial_balance(books: Books, _name: str, asked: Mapping[str, str]) -> Body:
    names = {a["Id"]: str(a["FullyQualifiedName"]) for a in books.all("Account")}
    sums = {account: cents for account, cents in _sums(books, asked, since=False).items() if cents}
    rows = [
        {"ColData": [{"value": names[account], "id": account}, *_two(sums[account])]}
        for account in sorted(sums, key=lambda one: names[one].lower())
    ]
    debit = plain(sum(cents for cents in sums.values() if cents > 0))
    credit = plain(-sum(cents for cents in sums.values() if cents < 0))
    total = {"ColData": [{"value": "TOTAL"}, {"value": debit}, {"value": credit}]}
    return {
        "Columns": _columns(("", "Account"), ("Debit", "Money"), ("Credit", "Money")),
        "Rows": {"Row": [*rows, {"Summary": total, "type": "Section", "group": "GrandTotal"}]},
    }


def _statement(books: Books, name: str, asked: Mapping[str, str]) -> Body:
    charts = books.all("Account")
    sums = _sums(books, asked, since=name == "ProfitAndLoss")
    sections, whole = [], 0
    for group, types in _TYPES[name]:
        side = -1 if group in _CREDIT else 1
        members = [a for a in charts if a["AccountType"] in types and sums.get(a["Id"])]
        rows = [_row(a["FullyQualifiedName"], side * sums[a["Id"]], a["Id"]) for a in members]
        total = sum(side * sums[a["Id"]] for a in members)
        whole += -sum(sums[a["Id"]] for a in members)
        if group == "Equity":
            earned = -sum(sums.get(a["Id"], 0) for a in charts if a["Classification"] in ("Revenue", "Expense"))
            rows.append(_row("Net Income", earned))
            total += earned
        sections.append(
            {
                "Header": {"ColData": [{"value": group}, {"value": ""}]},
                "Rows": {"Row": rows},
                "Summary": _row(f"Total {group}", total),
                "type": "Section",
                "group": group,
            }
        )
    if name == "ProfitAndLoss":
        sections.append({"Summary": _row("Net Income", whole), "type": "Section", "group": "NetIncome"})
    return {"Columns": _columns(("", "Account"), ("Total", "Money")), "Rows": {"Row": sections}}


def _general_ledger(books: Books, _name: str, asked: Mapping[str, str]) -> Body:
    bounds = (asked.get("start_date") or "", asked.get("end_date") or "9999-12-31")
    sections = []
    for account in sorted(books.all("Account"), key=lambda a: str(a["FullyQualifiedName"]).lower()):
        sql = "SELECT * FROM ledger WHERE account = ? AND txn_date BETWEEN ? AND ? ORDER BY txn_date, kind, id, line"
        legs = books.rows(sql, int(account["Id"]), *bounds)
        rows = [
            {
                "ColData": [
                    {"value": leg["txn_date"]},
                    {"value": leg["kind"], "id": str(leg["id"])},
                    {"value": leg["note"]},
                    {"value": plain(leg["cents"])},
                ],
                "type": "Data",
            }
            for leg in legs
        ]
        if rows:
            head = {"ColData": [{"value": account["FullyQualifiedName"], "id": account["Id"]}]}
            sections.append({"Header": head, "Rows": {"Row": rows}, "type": "Section"})
    columns = _columns(("Date", "Date"), ("Transaction Type", "String"), ("Memo", "String"), ("Amount", "Money"))
    return {"Columns": columns, "Rows": {"Row": sections}}


def _tax_summary(books: Books, _name: str, asked: Mapping[str, str]) -> Body:
    """Tax by rate from sales forms alone: what a journal entry put on the account is not in it."""
    nets, owed = dict[str, int](), dict[str, int]()
    for kind, side in (("SalesReceipt", 1), ("Invoice", 1), ("RefundReceipt", -1), ("CreditMemo", -1)):
        bounds = (asked.get("start_date") or "", asked.get("end_date") or "9999-12-31")
        for form in books.all(kind, "deleted = 0 AND txn_date BETWEEN ? AND ?", *bounds):
            for line in (form.get("TxnTaxDetail") or {}).get("TaxLine") or []:
                rate, detail = str(line["TaxLineDetail"]["TaxRateRef"]["value"]), line["TaxLineDetail"]
                nets[rate] = nets.get(rate, 0) + side * read_cents(detail["NetAmountTaxable"])
                owed[rate] = owed.get(rate, 0) + side * read_cents(line["Amount"])
    names = {rate["Id"]: str(rate["Name"]) for rate in books.all("TaxRate")}
    rows = [
        {"ColData": [{"value": names[r], "id": r}, {"value": plain(nets[r])}, {"value": plain(owed[r])}]} for r in owed
    ]
    return {"Columns": _columns(("", "Tax"), ("Taxable", "Money"), ("Tax", "Money")), "Rows": {"Row": rows}}


def _columns(*columns: tuple[str, str]) -> dict[str, Any]:
    return {"Column": [{"ColTitle": title, "ColType": kind} for title, kind in columns]}


def _row(name: str, cents: int, number: str = "") -> Body:
    first = {"value": name, "id": number} if number else {"value": name}
    return {"ColData": [first, {"value": plain(cents)}]}


def _two(cents: int) -> list[dict[str, str]]:
    return [{"value": plain(cents) if cents > 0 else ""}, {"value": plain(-cents) if cents < 0 else ""}]


def plain(cents: int) -> str:
    """Cents as reports write them."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
