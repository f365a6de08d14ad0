"""Statements that say what people do: each calls the action that the screens call."""

from __future__ import annotations

from collections.abc import Callable

from retailpos.actions import accounts, books, close_day, drawer, exchange, giving_back, lists, mapping, sell
from retailpos.actions.till import Till
from retailpos.core.catalogue import Customer
from retailpos.core.document import Document
from retailpos.core.errors import Refusal
from retailpos.core.mapping import CLASS, Mark
from retailpos.core.outbox import VERIFIED
from retailpos.stories.language import NotYet, Statement, StoryFault, Words
from retailpos.stories.selling import find_item, steps
from retailpos.stories.stage import Stage
from retailpos.stories.sub_rows import key_of

Doing = Callable[[Stage, Till, Words, Statement], None]


def at(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """at DATE TIME [second]"""
    moment = f"{words.next('a date')} {words.next('a time')}"
    # Where the calendar itself ends lies outside, since the days before and after are reckoned with.
    if not "1900" < moment < "9999":
        raise StoryFault(words.line, f"not a moment: {moment}")
    try:
        stage.set_clock(moment, second=words.take("second"))
    except ValueError:
        raise StoryFault(words.line, f"not a moment: {moment}") from None


def open_float(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """open float AMOUNT"""
    drawer.open_drawer(till, words.parse(words.option("float") or words.next("a float")))


def sale(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """sale [customer NAME] [as NAME], with steps"""
    _nothing_in_progress(till)
    name = words.option("as")
    who = words.option("customer")
    if who:
        sell.set_customer(till, _customer(stage, words, who))
    steps(stage, till, statement, name)


def _customer(stage: Stage, words: Words, name: str) -> Customer:
    with stage.shop.store.read() as tx:
        found = tx.lists.customer_named(name)
    if found is None:
        raise Refusal("no_such_customer", name=name)
    return found


def _nothing_in_progress(till: Till) -> None:
    """A ticket begins empty, a customer chosen for nothing included."""
    if not till.cart.is_empty:
        raise Refusal("finish_this_sale_first", lines=len(till.cart.lines))
    if till.cart.customer:
        sell.set_customer(till, None)


def return_(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """return [of RECEIPT] [customer NAME] [as NAME], with steps"""
    _nothing_in_progress(till)
    name = words.option("as")
    who = words.option("customer")
    if who:
        sell.set_customer(till, _customer(stage, words, who))
    receipt = find_receipt(stage, till, words) if words.take("of") else None
    steps(stage, till, statement, name, coming_back=True, receipt=receipt)


def find_receipt(stage: Stage, till: Till, words: Words) -> Document:
    """A receipt by its number or by the name the story gave it."""
    text = words.next("a receipt")
    return stage.named.get(text) or giving_back.find_receipt(till, text)


def void(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """void RECEIPT reason REASON"""
    receipt = find_receipt(stage, till, words)
    giving_back.void(till, receipt, words.option("reason") or "Void")


def hold(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """hold NAME"""
    sell.hold(till, words.next("a name"))


def recall(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """recall NAME, with steps as a sale"""
    name = words.option("as")
    sell.recall(till, words.next("a name"))
    steps(stage, till, statement, name)


def no_sale(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """no-sale reason REASON"""
    drawer.no_sale(till, words.option("reason"))


def paid_in(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """paid-in AMOUNT reason REASON [to ACCOUNT]"""
    amount = words.amount()
    drawer.paid_in(till, amount, words.option("reason"), words.option("to"))


def paid_out(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """paid-out AMOUNT reason REASON [to ACCOUNT]"""
    amount = words.amount()
    drawer.paid_out(till, amount, words.option("reason"), words.option("to"))


def drop(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """drop AMOUNT"""
    drawer.drop(till, words.amount())


def close(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """close [counted AMOUNT [leave AMOUNT]], or close day [DATE]"""
    if words.take("day"):
        date = words.next() if words else ""
        done = close_day.close_day(till, date)
        stage.last_date = stage.last_closed = done.documents[0].business_date
        return
    counted, leave = words.option("counted"), words.option("leave")
    if words and words.count() == 2:
        raise NotYet("foreign cash")
    drawer.close_drawer(till, words.parse(counted) if counted else None, words.parse(leave) if leave else None)


def bank_deposit(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """bank-deposit AMOUNT to ACCOUNT"""
    amount = words.amount()
    drawer.bank_deposit(till, amount, words.option("to") or "Checking")


def opening_cash(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """opening-cash AMOUNT from ACCOUNT"""
    amount = words.amount()
    drawer.opening_cash(till, amount, words.option("from") or "Checking")


def change_tender(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """change-tender RECEIPT from TENDER to TENDER AMOUNT"""
    receipt = find_receipt(stage, till, words)
    old, new = words.option("from"), words.option("to")
    drawer.change_tender(till, receipt, old, new, words.amount())


def pay_account(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """pay-account CUSTOMER TENDER AMOUNT [number N]"""
    who = _customer(stage, words, words.next("a customer"))
    tender, number = words.next("a tender"), words.option("number")
    accounts.pay_account(till, who, tender, words.amount(), number=number)


def send(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """send [DATE]; without one, the day closed last"""
    stage.company()
    with stage.shop.store.read() as tx:
        date = words.next() if words else stage.last_closed or stage.date(tx)
    stage.last_date = date
    rows = exchange.send_day(stage.shop, date, by=till.by)
    stuck = [row for row in rows if row.state != VERIFIED]
    if stuck:
        raise Refusal("day_not_verified", date=date, state=stuck[0].state, reason=stuck[0].reason, said=stuck[0].said)


def map_(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """map SLOT[/SUB-ROW] ACCOUNT [class NAME], or none"""
    slot, _, name = words.next("a slot").partition("/")
    key = key_of(stage, slot, name)
    none, klass = words.take("none"), words.option("class")
    books.map_slot(till, slot, key, "" if none else words.next("an account"), none=none)
    if klass:
        mapping.save(till, (Mark(slot, key, CLASS, klass),))


def form(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """form journal-entry|sales-receipt"""
    name = words.next("a form")
    if name not in ("journal-entry", "sales-receipt"):
        raise StoryFault(words.line, f"not a form: {name}")
    books.set_form(till, form=name)
    stage.facts = stage.shop.facts


def cogs(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """cogs on|off"""
    how = words.next("on or off")
    if how not in ("on", "off"):
        raise StoryFault(words.line, "cogs on, or off")
    books.set_form(till, cogs=how == "on")
    stage.facts = stage.shop.facts


def adjust(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """adjust ITEM x QUANTITY reason REASON"""
    item = find_item(stage, words.line, words.next("an item"))
    quantity = words.quantity()
    lists.adjust_stock(stage.shop, item, quantity, words.option("reason"), by=till.by)


def not_yet(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """Statements that come with later work."""
    raise NotYet(statement.words[0].text)


DOINGS: dict[str, Doing] = {
    "at": at,
    "open": open_float,
    "sale": sale,
    "return": return_,
    "void": void,
    "hold": hold,
    "recall": recall,
    "no-sale": no_sale,
    "paid-in": paid_in,
    "paid-out": paid_out,
    "drop": drop,
    "close": close,
    "bank-deposit": bank_deposit,
    "opening-cash": opening_cash,
    "change-tender": change_tender,
    "send": send,
    "map": map_,
    "form": form,
    "cogs": cogs,
    "adjust": adjust,
    "pay-account": pay_account,
    **dict.fromkeys(
        "layaway sales-order work-order deposit pick-up cancel pay-out-tips receive count".split(), not_yet
    ),
}
