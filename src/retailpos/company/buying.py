"""Bills, vendor credits, purchase orders and purchases."""

from __future__ import annotations

from collections import defaultdict

from retailpos.company import rules, taxes
from retailpos.company.accounts import the_account
from retailpos.company.books import Body, Books, Leg
from retailpos.company.rules import Made
from retailpos.company.shape import active, money
from retailpos.company.wrong import Wrong

_PAID_FROM = {"Cash": ("Bank",), "Check": ("Bank",), "CreditCard": ("Credit Card",)}


def purchase_form(books: Books, kind: str, body: Body) -> Made:
    """A purchase form, and what it posts; a purchase order posts nothing."""
    side = -1 if kind == "VendorCredit" or (kind == "Purchase" and body.get("Credit")) else 1
    nets: dict[str, int] = defaultdict(int)
    legs = [_leg(books, line, nets, side) for line in body["Line"] if line["DetailType"] != "DescriptionOnly"]
    if not legs:
        raise Wrong("2250", "At least one line is needed", "Line")
    abroad = books.setting("country", "US") != "US"
    rows = taxes.tax_of(books, body, nets) if abroad else []
    net = side * sum(leg.cents for leg in legs)
    total = net + sum(row.tax for row in rows)
    if total < 0:
        raise Wrong.business("Transaction amount must be 0 or greater.", "TotalAmt")
    whole = {**body, "Line": rules.numbered(body["Line"], 1), "TotalAmt": money(total)}
    if rows:
        whole["TxnTaxDetail"] = taxes.tax_detail(body, rows)
    account, who = _against(books, kind, body)
    if kind == "PurchaseOrder":
        return Made({"POStatus": "Open", **whole})
    legs = [*legs, *taxes.tax_legs(books, rows, side), Leg(account, -side * total, "", who)]
    return Made(whole, [leg for leg in legs if leg.cents])


def _leg(books: Books, line: Body, nets: dict[str, int], side: int) -> Leg:
    detail = rules.detail_of(line)
    amount = rules.line_amount(line, detail)
    line["Amount"] = money(amount)
    if books.setting("country", "US") != "US":
        nets[taxes.check_line_code(books, detail)] += amount
    if line["DetailType"] == "AccountBasedExpenseLineDetail":
        ref = detail["AccountRef"]
    else:
        item = books.get("Item", str(detail["ItemRef"]["value"])) or {}
        ref = item.get("AssetAccountRef") or item.get("ExpenseAccountRef")
        if not ref:
            raise Wrong("6440", f"The item {item.get('Name')} has no expense account", "ItemRef")
    if rules.account_of(books, ref)["AccountType"] in ("Accounts Receivable", "Accounts Payable"):
        raise Wrong("6430", "Invalid account type used", "AccountRef")
    note = str(line.get("Description") or "")
    return Leg(str(ref["value"]), side * amount, note, rules.NO_PARTY, rules.dimensions(books, detail))


def _against(books: Books, kind: str, body: Body) -> tuple[str, tuple[str, str]]:
    """The account of the other side, and whom it concerns."""
    if kind == "Purchase":
        account = rules.of_type(books, body["AccountRef"], _PAID_FROM[body["PaymentType"]], "AccountRef")
        entity = body.get("EntityRef") or {}
        if not entity:
            return account, rules.NO_PARTY
        party_kind = str(entity.get("type") or "Vendor").capitalize()
        if party_kind not in ("Vendor", "Customer", "Employee"):
            raise Wrong("2170", f"Unknown entity type {party_kind[:40]}", "EntityRef")
        active(books, party_kind, str(entity.get("value")), "EntityRef")
        return account, (party_kind, str(entity["value"]))
    who = ("Vendor", str(body["VendorRef"]["value"]))
    if body.get("APAccountRef"):
        return rules.of_type(books, body["APAccountRef"], ("Accounts Payable",), "APAccountRef"), who
    return the_account(books, kind="Accounts Payable"), who
