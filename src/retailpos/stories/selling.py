"""The steps of a sale, a return or an exchange."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from retailpos.actions import giving_back, sell
from retailpos.actions.shop import Changes
from retailpos.actions.till import Till
from retailpos.core.cart import OPEN, Discount
from retailpos.core.catalogue import Item
from retailpos.core.document import RECEIPT_KINDS, DocLine, Document
from retailpos.core.errors import Refusal
from retailpos.core.money import Money, Quantity, parse_percent, plain
from retailpos.core.tender import is_settled
from retailpos.core.totals import totals
from retailpos.stories.language import NotYet, Statement, StoryFault, Words
from retailpos.stories.setting import find_department
from retailpos.stories.stage import Stage

LATER_TENDERS = ("gift-card", "store-credit")


@dataclass(slots=True)
class Scene:
    """The ticket being worked on."""

    stage: Stage
    till: Till
    coming_back: bool = False
    receipt: Document | None = None


def steps(
    stage: Stage,
    till: Till,
    statement: Statement,
    name: str,
    *,
    coming_back: bool = False,
    receipt: Document | None = None,
) -> None:
    """Play the steps below a statement; remember the receipt they made under its name."""
    scene = Scene(stage, till, coming_back, receipt)
    done: Changes | None = None
    for line, words in statement.steps:
        rest = Words(line, list(words), stage.facts.decimals)
        verb = rest.next()
        act = STEPS.get(verb)
        if act is None:
            raise StoryFault(line, f"not understood: {verb}")
        done = act(scene, rest) or done
        rest.done()
    if not till.cart.payments and any(x.back for x in till.cart.lines) and is_settled(till.cart):
        done = sell.even_exchange(till)
    for document in done.documents if done else ():
        if document.kind in RECEIPT_KINDS:
            stage.last_receipt = document
            if name:
                stage.named[name] = document


def find_item(stage: Stage, line: int, name: str) -> Item:
    """An item by name or SKU."""
    with stage.shop.store.read() as tx:
        found = tx.lists.item_named(name)
    if found is None:
        raise Refusal("no_such_item", name=name)
    return found


def scan(scene: Scene, words: Words) -> Changes | None:
    """scan CODE [x N], with the options of `item`; in a return, what comes back"""
    code = words.next("a code")
    if not scene.coming_back and (not words or (words.peek() == "x" and words.count() == 2)):
        return _plain(sell.scan(scene.till, code, words.quantity() if words else None))
    return _item(scene, words, sell.item_of_code(scene.till, code))


def item(scene: Scene, words: Words) -> Changes | None:
    """item NAME [x N] [price P] [discount D] [reason R]; in a return, what comes back"""
    name = words.next("an item")
    if scene.coming_back:
        return _come_back(scene, words, name)
    return _item(scene, words, find_item(scene.stage, words.line, name))


def _item(scene: Scene, words: Words, found: Item) -> Changes | None:
    if scene.coming_back:
        return _come_back(scene, words, found.name)
    quantity, price, reason = words.quantity(), words.option("price"), words.option("reason")
    discount = read_discount(words, words.option("discount"), reason)
    cents = words.parse(price) if price else None
    return _plain(sell.add_item(scene.till, found, quantity, price=cents, discount=discount, reason=reason))


def read_discount(words: Words, text: str, reason: str) -> Discount | None:
    """`10%` or `5.00`; none where nothing is said."""
    if not text:
        return None
    if text.endswith("%"):
        return Discount(parse_percent(text), 0, reason)
    return Discount(0, words.parse(text), reason)


def _come_back(scene: Scene, words: Words, name: str) -> Changes | None:
    """An item of the scene's receipt (or of none) coming back."""
    quantity, price, reason = words.quantity(), words.option("price"), words.option("reason") or "Return"
    if scene.receipt is None:
        found = find_item(scene.stage, words.line, name)
        cents = words.parse(price) if price else None
        return _plain(giving_back.give_back_without_receipt(scene.till, found, quantity, reason, cents))
    lines = [x for x in scene.receipt.lines if not x.comes_back and name in (x.name, x.sku)]
    return _lines_back(scene, scene.receipt, lines, quantity, name=name, reason=reason)


def _lines_back(
    scene: Scene, receipt: Document, lines: list[DocLine], quantity: Quantity, *, name: str, reason: str
) -> Changes | None:
    """So many of these lines of a receipt coming back, the first ones first."""
    if not lines:
        raise Refusal("not_on_receipt", name=name, number=receipt.printed_number)
    left = giving_back.returnable(scene.till, receipt)
    for old in scene.till.cart.lines:
        if old.back and old.back.document == receipt.id:
            left[old.back.line] -= old.milli
    wanted = quantity.milli
    for n, line in enumerate(lines):
        part = wanted if n == len(lines) - 1 else min(wanted, left[line.n])
        if part > 0:
            giving_back.give_back_line(scene.till, receipt, line.n, Quantity(part), reason)
        wanted -= part
    return None


def back(scene: Scene, words: Words) -> Changes | None:
    """back NAME x N of RECEIPT reason R"""
    name = words.next("an item")
    number = words.option("of")
    receipt = None
    if number:
        receipt = scene.stage.named.get(number) or giving_back.find_receipt(scene.till, number)
    return _come_back(Scene(scene.stage, scene.till, coming_back=True, receipt=receipt), words, name)


def open_item(scene: Scene, words: Words) -> Changes | None:
    """open-item PRICE [department D] [name N] [tax-code T], with the options of `item`; in a return, what comes back"""
    price, quantity, reason = words.amount(), words.quantity(), words.option("reason")
    department, name, code = words.option("department"), words.option("name"), words.option("tax-code")
    if scene.coming_back and scene.receipt is not None:
        lines = [
            x
            for x in scene.receipt.lines
            if x.kind == OPEN and x.price == price and department in ("", x.department_name) and name in ("", x.name)
        ]
        found = name or department or plain(Money(price), words.decimals)
        return _lines_back(scene, scene.receipt, lines, quantity, name=found, reason=reason or "Return")
    held = find_department(scene.stage, department)
    if scene.coming_back:
        goods = Item("", name or department or "Open item", price, department=held, tax_code=code)
        return _plain(giving_back.give_back_without_receipt(scene.till, goods, quantity, reason or "Return"))
    off = read_discount(words, words.option("discount"), reason)
    return _plain(
        sell.add_open_item(scene.till, price, held, name=name, tax_code=code, quantity=quantity, discount=off)
    )


def discount(scene: Scene, words: Words) -> Changes | None:
    """discount AMOUNT|PERCENT [reason R]"""
    off = words.next("a discount")
    return _plain(sell.discount_sale(scene.till, read_discount(words, off, words.option("reason"))))


def pay(scene: Scene, words: Words) -> Changes | None:
    """pay TENDER [AMOUNT] [number N]"""
    tender = words.next("a tender")
    if tender in LATER_TENDERS:
        raise NotYet(f"pay {tender}")
    number = words.option("number")
    amount = words.amount() if words.is_amount() else None
    return sell.take(scene.till, tender, amount, number=number)


def refund(scene: Scene, words: Words) -> Changes | None:
    """refund TENDER [AMOUNT]; nothing where nothing is owed"""
    tender = words.next("a tender")
    if tender in LATER_TENDERS:
        raise NotYet(f"refund {tender}")
    amount = words.amount() if words.is_amount() else None
    if totals(scene.till.cart).due == 0:
        return sell.even_exchange(scene.till)
    return sell.give_back(scene.till, tender, amount)


def later(scene: Scene, words: Words) -> Changes | None:
    """Steps that come with later work."""
    raise NotYet("that step")


def _plain(_changes: Changes) -> Changes | None:
    """A step that finishes nothing."""
    return None


Step = Callable[[Scene, Words], Changes | None]
STEPS: dict[str, Step] = {
    "scan": scan,
    "item": item,
    "open-item": open_item,
    "discount": discount,
    "pay": pay,
    "back": back,
    "refund": refund,
    **dict.fromkeys("gift-card shipping service-charge surcharge donation tip deposit".split(), later),
}
