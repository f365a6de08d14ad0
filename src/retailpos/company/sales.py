"""Sales receipts, refund receipts, invoices and credit memos."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from retailpos.company import rules, taxes
from retailpos.company.accounts import the_account
from retailpos.company.books import Body, Books, Leg
from retailpos.company.rules import Made
from retailpos.company.shape import cents, half_up, money, number
from retailpos.company.wrong import Wrong

_BACKWARD = ("RefundReceipt", "CreditMemo")
_TILL = ("Bank", "Other Current Asset")


def sales_form(books: Books, kind: str, body: Body) -> Made:
    """A sales form, and what it posts."""
    if not any(line["DetailType"] == "SalesItemLineDetail" for line in body["Line"]):
        raise Wrong("2250", "At least one line with an item is needed", "Line")
    side = -1 if kind in _BACKWARD else 1
    nets: dict[str, int] = defaultdict(int)
    legs, lines = _lines(books, body, nets, side)
    net = -side * sum(leg.cents for leg in legs)
    rows = taxes.tax_of(books, body, nets)
    total = net + sum(row.tax for row in rows)
    if total < 0:
        raise Wrong.business("Transaction amount must be 0 or greater.", "TotalAmt")
    legs = [Leg(_against(books, kind, body), side * total, "", _who(body)), *legs, *taxes.tax_legs(books, rows, -side)]
    foot = {"Amount": money(net), "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}
    whole = {
        **body,
        "Line": [*rules.numbered(lines, 1), foot],
        "TxnTaxDetail": taxes.tax_detail(body, rows),
        "TotalAmt": money(total),
    }
    return Made(whole, [leg for leg in legs if leg.cents])


def _lines(books: Books, body: Body, nets: dict[str, int], side: int) -> tuple[list[Leg], list[Body]]:
    """Legs and kept lines; what was sold under each tax code is added up in `nets`."""
    legs, kept, running = [], [], 0
    for line in body["Line"]:
        if line["DetailType"] == "SubTotalLineDetail":
            continue
        kept.append(line)
        if line["DetailType"] == "DescriptionOnly":
            continue
        detail = rules.detail_of(line)
        if line["DetailType"] == "SalesItemLineDetail":
            leg = _item_leg(books, body, line, nets)
            running += leg.cents
            legs.append(Leg(leg.account, -side * leg.cents, leg.note, _who(body), leg.klass))
        else:
            off = _discount(line, detail, running)
            _take_off(books, detail, off, nets)
            legs.append(Leg(_discount_account(books, detail), side * off, "Discount", _who(body)))
            line["Amount"] = money(off)
    return legs, kept


def _item_leg(books: Books, body: Body, line: Body, nets: dict[str, int]) -> Leg:
    detail = line["SalesItemLineDetail"]
    amount, code = rules.line_amount(line, detail), taxes.check_line_code(books, detail)
    if body.get("GlobalTaxCalculation") == "TaxInclusive":
        amount = _net_of(books, detail, amount, code)
    line["Amount"] = money(amount)
    nets[code] += amount
    item = books.get("Item", str(detail["ItemRef"]["value"])) or {}
    if not item.get("IncomeAccountRef"):
        raise Wrong("6440", f"The item {item.get('Name')} has no income account", "ItemRef")
    account = detail.get("ItemAccountRef") or item["IncomeAccountRef"]
    note = str(line.get("Description") or item["Name"])
    return Leg(str(account["value"]), amount, note, rules.NO_PARTY, rules.dimensions(books, {**body, **detail}))


def _net_of(books: Books, detail: Body, amount: int, code: str) -> int:
    """The net of a line whose price includes its tax."""
    if detail.get("TaxInclusiveAmt"):
        return amount
    listed = ((books.get("TaxCode", code) or {}).get("SalesTaxRateList") or {}).get("TaxRateDetail") or []
    rates = [books.get("TaxRate", str(one["TaxRateRef"]["value"])) or {} for one in listed]
    percent = sum((Decimal(str(rate["RateValue"])) for rate in rates), Decimal(0))
    detail["TaxInclusiveAmt"] = money(amount)
    return half_up(Decimal(amount) * 100 / (100 + percent))


def _discount(line: Body, detail: Body, running: int) -> int:
    percent = detail.get("DiscountPercent")
    if detail.get("PercentBased") and percent is not None:
        return half_up(running * number(percent, "DiscountPercent") / 100)
    if line.get("Amount") is None:
        raise Wrong("6090", "", "Amount")
    off = cents(line["Amount"])
    if off < 0:
        raise Wrong.business("The amount of a discount is not negative.", "Amount")
    return off


def _take_off(books: Books, detail: Body, off: int, nets: dict[str, int]) -> None:
    """A discount lowers what was sold, under its own tax code or shared over all of them."""
    code = str((detail.get("TaxCodeRef") or {}).get("value") or "")
    if code:
        nets[code] = nets.get(code, 0) - off
        return
    whole, left = sum(nets.values()), off
    for name in list(nets)[1:]:
        part = half_up(Decimal(off) * nets[name] / whole) if whole else 0
        nets[name] -= part
        left -= part
    nets[next(iter(nets), "NON")] -= left


def _discount_account(books: Books, detail: Body) -> str:
    if detail.get("DiscountAccountRef"):
        return str(detail["DiscountAccountRef"]["value"])
    return the_account(books, sub_type="DiscountsRefundsGiven")


def _against(books: Books, kind: str, body: Body) -> str:
    """The account of the other side: receivable, or where the money lies."""
    if kind in ("Invoice", "CreditMemo"):
        return the_account(books, kind="Accounts Receivable")
    if not body.get("DepositToAccountRef"):
        found = the_account(books, sub_type="UndepositedFunds")
        name = (books.get("Account", found) or {})["FullyQualifiedName"]
        body["DepositToAccountRef"] = {"value": found, "name": name}
        return found
    return rules.of_type(books, body["DepositToAccountRef"], _TILL, "DepositToAccountRef")


def _who(body: Body) -> tuple[str, str]:
    return ("Customer", str(body["CustomerRef"]["value"])) if body.get("CustomerRef") else rules.NO_PARTY
