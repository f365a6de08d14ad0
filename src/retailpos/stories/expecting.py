"""Statements that say what must follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from retailpos.actions import accounts, books, drawer, exchange
from retailpos.actions.till import Till
from retailpos.core.document import COUNT
from retailpos.core.money import Money, Quantity, plain
from retailpos.core.paper import render_text
from retailpos.stories.language import NotYet, Statement, StoryFault, Words
from retailpos.stories.selling import find_item
from retailpos.stories.stage import Stage

EntryLine = tuple[str, str, str, str, str]
Expect = Callable[[Stage, Till, Words, Statement], None]


def same(words: Words, what: str, found: int | str, wanted: int | str) -> None:
    """Fail with both figures where they differ."""
    if found != wanted:
        raise StoryFault(words.line, f"{what} is {_shown(words, found)}, not {_shown(words, wanted)}")


def _shown(words: Words, value: int | str) -> str:
    return plain(Money(value), words.decimals) if isinstance(value, int) else value


def sale(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect sale net N tax T total T change C"""
    receipt = stage.last_receipt
    if receipt is None:
        raise StoryFault(words.line, "there is no sale yet")
    sign = -1 if receipt.kind == "return" else 1
    found = {
        "net": sign * receipt.net,
        "tax": sign * receipt.tax,
        "total": sign * receipt.total,
        "change": sum(payment.change for payment in receipt.payments),
    }
    while words:
        name = words.next()
        if name not in found:
            raise StoryFault(words.line, f"not understood: {name}")
        same(words, name, found[name], words.signed())


def receipt(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect receipt TEXT"""
    text = words.next("a text")
    if not stage.printer.papers:
        raise StoryFault(words.line, "nothing was printed yet")
    paper = stage.printer.papers[-1]
    shown = ["\n".join(render_text(paper, columns)) for columns in (42, 48, 32, 240)]
    if not any(text in paper for paper in shown):
        raise StoryFault(words.line, f"the paper does not say {text!r}:\n{shown[0]}")


def stock(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect stock ITEM N"""
    item = find_item(stage, words.line, words.next("an item"))
    wanted = Quantity.parse(words.next("a quantity"))
    with stage.shop.store.read() as tx:
        found = Quantity(tx.documents.stock(item.id).milli)
    same(words, f"stock of {item.name}", str(found), str(wanted))


def drawer_(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect drawer expected AMOUNT over-short AMOUNT"""
    with stage.shop.store.read() as tx:
        state = tx.documents.drawer(stage.shop.facts.store, till.register)
        count = tx.documents.last_of(till.register, (COUNT,))
    while words:
        name = words.next()
        if name == "expected":
            found = state["expected"] if state["opened_by"] or count is None else int(count.facts["expected"])
            same(words, "expected in the drawer", int(found), words.signed())
        elif name == "over-short":
            if count is None:
                raise StoryFault(words.line, "the drawer was not counted yet")
            same(words, "over or short", int(count.facts["difference"]), words.signed())
        else:
            raise StoryFault(words.line, f"not understood: {name}")


def bag(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect bag AMOUNT"""
    same(words, "the till bag", drawer.bag(till), words.signed())


def entry(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect entry [DATE], with its lines as steps"""
    with stage.shop.store.read() as tx:
        date = words.next() if words else stage.date(tx)
    found: Counter[EntryLine] = Counter()
    for made in books.preview(stage.shop, date):
        for line in made.lines:
            amount = plain(Money(abs(line.cents)), words.decimals)
            found[line.side, amount, line.account, line.name, line.klass.name if line.klass else ""] += 1
        for gap in made.unmapped:
            raise StoryFault(words.line, f"{gap.slot} {gap.title} has {_shown(words, gap.cents)} and no account")
    wanted = Counter(_entry_line(Words(line, list(step), words.decimals)) for line, step in statement.steps)
    if found != wanted:
        raise StoryFault(words.line, _differences(found - wanted, wanted - found))


def _entry_line(words: Words) -> EntryLine:
    side = words.next()
    if side not in ("Dr", "Cr"):
        raise StoryFault(words.line, f"not understood: {side}")
    amount = plain(Money(words.amount()), words.decimals)
    account = words.next("an account")
    name, klass = words.option("name"), words.option("class")
    words.done()
    return side, amount, account, name, klass


def _differences(extra: Counter[EntryLine], missing: Counter[EntryLine]) -> str:
    told = [f"  not expected: {' '.join(part for part in line if part)}" for line in extra.elements()]
    told += [f"  expected and not there: {' '.join(part for part in line if part)}" for line in missing.elements()]
    return "the entry differs:\n" + "\n".join(told)


def exchange_(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect exchange STATE [DATE]"""
    state = words.next("a state")
    with stage.shop.store.read() as tx:
        date = words.next() if words else stage.date(tx)
    same(words, f"{date} in the exchange", books.day_state(stage.shop, date), state)


def books_(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect books ACCOUNT Dr|Cr AMOUNT"""
    account, side = words.next("an account"), words.next("Dr or Cr")
    if side not in ("Dr", "Cr"):
        raise StoryFault(words.line, f"not understood: {side}")
    wanted = words.amount() * (1 if side == "Dr" else -1)
    stage.company()
    same(
        words,
        f"{account} in QuickBooks (debit positive)",
        exchange.books_there(stage.shop).get(account, 0),
        wanted,
    )


def check(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect check ok"""
    from retailpos.actions.check import check_shop

    words.take("ok")
    broken = check_shop(stage.shop.store)
    if broken:
        raise StoryFault(words.line, "\n".join(f"{b.invariant}: {b.where}" for b in broken))


def balance(stage: Stage, till: Till, words: Words, statement: Statement) -> None:
    """expect balance CUSTOMER AMOUNT: a house account; gift cards and store credit come with later work"""
    if words.peek() in ("gift-card", "store-credit"):
        raise NotYet(words.peek())
    name = words.next("a customer")
    with stage.shop.store.read() as tx:
        found = tx.lists.customer_named(name)
    if found is None:
        raise StoryFault(words.line, f"no customer is called {name}")
    same(words, f"{name}'s account", accounts.owed(stage.shop, found), words.signed())


EXPECTS: dict[str, Expect] = {
    "sale": sale,
    "receipt": receipt,
    "stock": stock,
    "drawer": drawer_,
    "bag": bag,
    "entry": entry,
    "exchange": exchange_,
    "books": books_,
    "check": check,
    "balance": balance,
}
