"""Money that settles or moves: payments, bill payments, deposits and transfers."""

from __future__ import annotations

from retailpos.company import rules
from retailpos.company.accounts import BALANCE_SHEET, the_account
from retailpos.company.books import Body, Books, Leg, Link
from retailpos.company.rules import Made
from retailpos.company.shape import cents, money
from retailpos.company.shapes import TRANSACTIONS
from retailpos.company.wrong import Wrong

_TILL = ("Bank", "Other Current Asset")
_OWED = {"Customer": ("Invoice", "JournalEntry"), "Vendor": ("Bill", "JournalEntry")}
_CREDIT = {"Customer": "CreditMemo", "Vendor": "VendorCredit"}
_BANKABLE = ("Payment", "SalesReceipt", "RefundReceipt", "JournalEntry", "Purchase", "Transfer", "Deposit")


def payment(books: Books, body: Body) -> Made:
    """A customer's payment: to a till account, off what is owed."""
    who, total = ("Customer", str(body["CustomerRef"]["value"])), _total(body)
    links = _links(books, "Payment", body, who)
    applied = sum(link.cents if link.kind != "CreditMemo" else -link.cents for link in links)
    if applied > total:
        raise Wrong.business("The amount applied is more than the payment.", "TotalAmt")
    if body.get("DepositToAccountRef"):
        till = rules.of_type(books, body["DepositToAccountRef"], _TILL, "DepositToAccountRef")
    else:
        till = the_account(books, sub_type="UndepositedFunds")
        body["DepositToAccountRef"] = {"value": till}
    legs = [Leg(till, total), Leg(the_account(books, kind="Accounts Receivable"), -total, "Payment", who)]
    whole = {**body, "TotalAmt": money(total), "UnappliedAmt": money(total - applied)}
    return Made(whole, [leg for leg in legs if leg.cents], links)


def bill_payment(books: Books, body: Body) -> Made:
    """A payment to a vendor, by check or by credit card."""
    who, total = ("Vendor", str(body["VendorRef"]["value"])), _total(body)
    links = _links(books, "BillPayment", body, who)
    part, ref, kind = {
        "Check": ("CheckPayment", "BankAccountRef", "Bank"),
        "CreditCard": ("CreditCardPayment", "CCAccountRef", "Credit Card"),
    }[body["PayType"]]
    if not body.get(part):
        raise Wrong.missing([part])
    source = rules.of_type(books, body[part][ref], (kind,), ref)
    legs = [Leg(the_account(books, kind="Accounts Payable"), total, "Payment", who), Leg(source, -total)]
    return Made({**body, "TotalAmt": money(total)}, [leg for leg in legs if leg.cents], links)


def _total(body: Body) -> int:
    if body.get("TotalAmt") is None:
        raise Wrong.business("You must set a transaction amount.", "TotalAmt")
    total = cents(body["TotalAmt"], "TotalAmt")
    if total < 0:
        raise Wrong.business("Transaction amount must be 0 or greater.", "TotalAmt")
    return total


def _links(books: Books, kind: str, body: Body, who: tuple[str, str]) -> list[Link]:
    """What a payment settles: of the same party, and never more than is open."""
    links = []
    for line in body.get("Line") or []:
        for ref in line.get("LinkedTxn") or []:
            to_kind, to_id = str(ref.get("TxnType")), str(ref.get("TxnId"))
            if to_kind not in (*_OWED[who[0]], _CREDIT[who[0]]):
                raise Wrong("620", f"Transaction can't be linked : {to_kind[:40]}", "LinkedTxn")
            amount = cents(line.get("Amount") or 0)
            if amount > open_cents(books, to_kind, to_id, who, but=(kind, str(body.get("Id") or ""))):
                raise Wrong.business("The amount is more than the open balance of the transaction.", "Amount")
            links.append(Link(to_kind, to_id, amount))
    return links


def open_cents(books: Books, kind: str, number: str, who: tuple[str, str], *, but: tuple[str, str] = ("", "")) -> int:
    """What is still open on an invoice, bill, credit or journal entry of a party."""
    found = books.get(kind, number)
    control = "Accounts Receivable" if who[0] == "Customer" else "Accounts Payable"
    if found is None:
        raise Wrong("2500", f"Invalid Reference Id : {kind} element id {number[:40]} not found", "TxnId")
    posted: int = sum(
        leg["cents"]
        for leg in books.legs(kind, number)
        if (leg["party_kind"], str(leg["party"])) == who
        and (books.get("Account", str(leg["account"])) or {})["AccountType"] == control
    )
    return abs(posted) - books.linked(kind, number, ("Payment", "BillPayment"), but)


def deposit(books: Books, body: Body) -> Made:
    """A bank deposit: of what lies in undeposited funds, and of new lines."""
    bank = rules.of_type(books, body["DepositToAccountRef"], (*_TILL, "Credit Card"), "DepositToAccountRef")
    legs, links = [], []
    for line in body["Line"]:
        if line.get("LinkedTxn"):
            link = _banked(books, body, line)
            links.append(link)
            legs.append(Leg(the_account(books, sub_type="UndepositedFunds"), -link.cents, f"{link.kind} {link.id}"))
        else:
            legs.append(_new_line(books, line, bank))
    total = -sum(leg.cents for leg in legs)
    back = body.get("CashBack") or {}
    if back:
        total -= cents(back["Amount"])
        legs.append(Leg(str(back["AccountRef"]["value"]), cents(back["Amount"]), str(back.get("Memo") or "")))
    if total < 0:
        raise Wrong.business("The total of a deposit is not negative.", "TotalAmt")
    whole = {**body, "Line": rules.numbered(body["Line"], 1), "TotalAmt": money(total)}
    return Made(whole, [leg for leg in [Leg(bank, total), *legs] if leg.cents], links)


def _banked(books: Books, body: Body, line: Body) -> Link:
    ref = line["LinkedTxn"][0]
    kind, number = str(ref.get("TxnType")), str(ref.get("TxnId"))
    if kind not in _BANKABLE or kind not in TRANSACTIONS or books.get(kind, number) is None:
        raise Wrong("2500", f"Invalid Reference Id : {kind[:40]} element id {number[:40]} not found", "TxnId")
    waiting = the_account(books, sub_type="UndepositedFunds")
    lying = sum(leg["cents"] for leg in books.legs(kind, number) if str(leg["account"]) == waiting)
    if not lying:
        raise Wrong("620", "Transaction can't be linked : it is not in undeposited funds", "LinkedTxn")
    if books.linked(kind, number, ("Deposit",), ("Deposit", str(body.get("Id") or ""))):
        raise Wrong("620", "Transaction can't be linked : it is on another deposit", "LinkedTxn")
    line["Amount"] = money(lying)
    return Link(kind, number, lying)


def _new_line(books: Books, line: Body, bank: str) -> Leg:
    detail = line.get("DepositLineDetail")
    if not detail or line.get("Amount") is None:
        raise Wrong.missing(["DepositLineDetail" if not detail else "Amount"])
    account = rules.account_of(books, detail["AccountRef"])
    if account["Id"] == bank:
        raise Wrong.business("A line's account differs from the account deposited to.", "AccountRef")
    entity = detail.get("Entity") or {}
    named = {"Type": str(entity.get("type") or "").capitalize(), "EntityRef": {"value": entity.get("value")}}
    who = rules.party(books, account["AccountType"], named if entity else None)
    note = str(line.get("Description") or "")
    return Leg(str(account["Id"]), -cents(line["Amount"]), note, who, rules.dimensions(books, detail))


def transfer(books: Books, body: Body) -> Made:
    """Money moved between two accounts of the balance sheet."""
    source, target = (rules.account_of(books, body[name]) for name in ("FromAccountRef", "ToAccountRef"))
    amount = cents(body["Amount"])
    if amount <= 0:
        raise Wrong.business("The amount of a transfer is more than 0.", "Amount")
    if source["Id"] == target["Id"]:
        raise Wrong.business("A transfer needs two different accounts.", "ToAccountRef")
    for account, name in ((source, "FromAccountRef"), (target, "ToAccountRef")):
        control = account["AccountType"] in ("Accounts Receivable", "Accounts Payable")
        if control or account["Classification"] not in BALANCE_SHEET:
            raise Wrong("6430", f"Invalid account type used : {account['AccountType']} for {name}", name)
    return Made(body, [Leg(str(target["Id"]), amount), Leg(str(source["Id"]), -amount)])
