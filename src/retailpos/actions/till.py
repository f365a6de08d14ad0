"""A register at work: who is signed in, the sale in progress, its undo steps, and the effects that follow a commit."""

from __future__ import annotations

from dataclasses import dataclass, field

from retailpos.actions.shop import Changes, OpenShop
from retailpos.core.cart import Cart
from retailpos.core.catalogue import Employee
from retailpos.core.document import Document
from retailpos.core.errors import NeedsRight, Refusal
from retailpos.core.paper import Paper
from retailpos.core.rights import has_right
from retailpos.store.store import Tx

UNDO_STEPS = 50


@dataclass(frozen=True, slots=True)
class Mark:
    """All that is not recorded yet, to come back to when a whole row of acts is refused."""

    cart: Cart
    before: tuple[Cart, ...]
    undone: tuple[Cart, ...]
    drafts: tuple[dict[str, object], ...]


@dataclass(slots=True)
class Till:
    """One register. Actions take it, check rights against it, and leave the next cart in it."""

    shop: OpenShop
    register: int = 1
    employee: Employee | None = None
    allowed: Employee | None = None
    cart: Cart = field(init=False)
    undone: list[Cart] = field(default_factory=list)
    before: list[Cart] = field(default_factory=list)
    last: Document | None = None

    def __post_init__(self) -> None:
        with self.shop.store.read() as tx:
            kept = tx.drafts.current(self.register)
        self.cart = kept or self.fresh()

    def fresh(self) -> Cart:
        """An empty sale under today's terms."""
        return Cart(self.shop.terms)

    @property
    def draft(self) -> str:
        """The id of this register's draft."""
        return f"current-{self.register}"

    def need(self, right: str, **facts: object) -> None:
        """Refuse unless the person signed in, or the one who allowed this act, has the right."""
        if self.employee is None:
            raise Refusal("sign_in_first")
        if has_right(self.employee.role, right):
            return
        if self.allowed is not None and has_right(self.allowed.role, right):
            return
        raise NeedsRight(right, who=self.employee.name, **facts)

    @property
    def by(self) -> str:
        """Who acts."""
        return self.employee.id if self.employee else ""

    @property
    def allowed_by(self) -> str:
        """Who allowed it, where that was somebody else."""
        return self.allowed.id if self.allowed else ""

    def put(self, cart: Cart, *, durable: bool = False, undo: bool = True) -> Changes:
        """The next cart: kept as a draft (on the disk at once where `durable`), then shown."""
        with self.shop.store.write(durable=durable) as tx:
            self.keep(tx, cart)
        if undo and cart != self.cart:
            self.before = [*self.before[-UNDO_STEPS + 1 :], self.cart]
            self.undone = []
        self.cart = cart
        return Changes(frozenset({"cart"}))

    def keep(self, tx: Tx, cart: Cart) -> None:
        """Write the draft within a transaction; an empty sale leaves none."""
        if cart.is_empty and not cart.customer:
            tx.drafts.drop(self.draft)
            return
        date = self.shop.today(tx, self.register)
        tx.drafts.put(self.draft, self.register, cart, at=self.shop.now_ms(), date=date)

    def mark(self) -> Mark:
        """The sale in progress, its undo steps and the held sales as they stand."""
        with self.shop.store.read() as tx:
            return Mark(self.cart, tuple(self.before), tuple(self.undone), tx.drafts.marked())

    def back_to(self, mark: Mark) -> None:
        """As it was at the mark; what was recorded since stays recorded."""
        with self.shop.store.write() as tx:
            tx.drafts.back_to(mark.drafts)
        self.cart, self.before, self.undone = mark.cart, list(mark.before), list(mark.undone)

    def forget_steps(self) -> None:
        """What is recorded has no undo."""
        self.before, self.undone = [], []

    def print(self, paper: Paper, job: str = "") -> None:
        """Queue a paper on this register's printer; `job`, the id of its document, comes back in what is reported."""
        self.shop.devices.printer.print(paper, job)

    def kick(self, job: str = "") -> None:
        """Queue a drawer pulse."""
        self.shop.devices.printer.kick(job)
