"""Customers and vendors both ways: what changed on one side goes to the other; what changed on both is asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from retailpos.actions.exchange import client_of, leased
from retailpos.actions.shop import OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.catalogue import Customer, Vendor
from retailpos.core.errors import Trouble
from retailpos.core.plain import canonical, from_plain
from retailpos.core.sharing import CUSTOMER, FIELDS, PEOPLE, Differing, Person, Shared, agreed
from retailpos.exchange.listing import Matched, match_people
from retailpos.exchange.online import theirs
from retailpos.exchange.online.client import Client
from retailpos.exchange.online.theirs import TheirPerson
from retailpos.store.store import Tx

OURS, THEIRS = "ours", "theirs"
Answers = Mapping[tuple[str, str, str], str]
Told = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody who was changed on both sides; when each side wrote last, in UTC milliseconds."""

    kind: str
    id: str
    name: str
    differing: tuple[Differing, ...]
    ours_at: int
    theirs_at: int


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who was left alone, and why: a code and what QuickBooks said."""

    kind: str
    name: str
    why: str
    said: str = ""


@dataclass(slots=True)
class Shares:
    """What a round of sharing did."""

    new_here: int = 0
    new_there: int = 0
    changed_here: int = 0
    changed_there: int = 0
    linked: int = 0
    questions: list[Question] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def share_people(
    shop: OpenShop, *, send: bool = True, answers: Answers | None = None, told: Told | None = None
) -> Shares:
    """Bring customers and vendors of both sides together, one at a time: whatever dies, nobody is there twice.

    `answers` are a person's decisions by (kind, our id, field): OURS or THEIRS. Without `send` nothing is written in
    QuickBooks. `told` hears (done, whole) and may return False to stop.
    """
    with client_of(shop) as client, leased(shop, client.realm):
        return _Round(shop, client, send=send, answers=answers or {}).run(told or _go_on)


def may_share(till: Till) -> None:
    """Lists are brought in and shared by those who may change settings."""
    till.need(rights.SETTINGS)


def people_here(tx: Tx, kind: str) -> dict[str, Customer | Vendor]:
    """Our customers or vendors by id."""
    listed = tx.lists.customers(most=10**6) if kind == CUSTOMER else tx.sharing.vendors()
    return {one.id: one for one in listed}


def as_person(one: Customer | Vendor) -> Person:
    """What of it is shared, as both sides can keep it."""
    return theirs.fitted(Person(one.name, one.phone, one.email))


def put_person(tx: Tx, kind: str, old: Customer | Vendor | None, person: Person, *, new_id: str, at: int) -> None:
    """Add or change a customer or vendor; what is not shared stays."""
    shared = {name: getattr(person, name) for name in FIELDS}
    if kind == CUSTOMER:
        customer = old if isinstance(old, Customer) else Customer(new_id, person.name)
        tx.lists.put_customers([replace(customer, changed_at=at, **shared)])
    else:
        vendor = old if isinstance(old, Vendor) else Vendor(new_id, person.name)
        tx.sharing.put_vendors([replace(vendor, changed_at=at, **shared)])


def _go_on(_done: int, _whole: int) -> bool:
    return True


class _Round:
    """One round over customers, then vendors."""

    def __init__(self, shop: OpenShop, client: Client, *, send: bool, answers: Answers) -> None:
        self._shop, self._client, self._send, self._answers = shop, client, send, answers
        self._kind = CUSTOMER
        self._here: dict[str, Customer | Vendor] = {}
        self._links: dict[str, Shared] = {}
        self.did = Shares()
        with shop.store.read() as tx:
            self._shop_id = tx.lists.meta("shop_id")

    def run(self, told: Told) -> Shares:
        """Do it, as far as `told` lets it."""
        for kind in PEOPLE:
            self._kind = kind
            found = self._look()
            steps: list[Callable[[], None]] = [partial(self._pair, ours, one) for ours, one in found.pairs]
            steps += [partial(self._come, one) for one in found.only_theirs]
            steps += [partial(self._go, ours) for ours in found.only_ours if self._send]
            self.did.left += [Left(kind, one.person.name, "several_here") for one in found.unclear]
            for done, step in enumerate(steps):
                if not told(done, len(steps)):
                    return self.did
                step()
        return self.did

    def _look(self) -> Matched[TheirPerson]:
        there = theirs.people(self._client, self._kind)
        with self._shop.store.read() as tx:
            self._here = people_here(tx, self._kind)
            self._links = tx.sharing.links(self._kind, self._client.realm)
        return match_people({name: as_person(one) for name, one in self._here.items()}, self._links, there)

    def _pair(self, ours: str, one: TheirPerson) -> None:
        """Both sides have them: take what changed on one side, ask about what changed on both."""
        if not one.active:
            return
        link, here = self._links.get(ours), as_person(self._here[ours])
        before = from_plain(Person, json.loads(link.seen)) if link and link.seen else None
        whole, differing = agreed(before, here, one.person)
        whole, asked = self._decided(ours, whole, differing)
        there = replace(whole, **{x.field: x.theirs for x in asked})
        seen = replace(whole, **{x.field: getattr(before, x.field) if before else "" for x in asked})
        if asked:
            at = self._here[ours].changed_at
            self.did.questions.append(Question(self._kind, ours, here.name, asked, at, one.at))
        if there != one.person:
            if not self._send:
                return
            changed = self._change(ours, one, there)
            if changed is None:
                return
            one = changed
        self._keep(ours, one, whole, seen, link)

    def _decided(
        self, ours: str, whole: Person, differing: tuple[Differing, ...]
    ) -> tuple[Person, tuple[Differing, ...]]:
        """With a person's answers put in; what is still to be asked."""
        asked = []
        for one in differing:
            answer = self._answers.get((self._kind, ours, one.field), "")
            if answer == THEIRS:
                whole = replace(whole, **{one.field: one.theirs})
            elif answer != OURS:
                asked.append(one)
        return whole, tuple(asked)

    def _keep(self, ours: str, one: TheirPerson, whole: Person, seen: Person, link: Shared | None) -> None:
        new = Shared(self._kind, ours, one.there, one.token, canonical(seen), self._shop.now_ms())
        changed = whole != as_person(self._here[ours])
        if link is not None and not changed and (link.there, link.token, link.seen) == (new.there, new.token, new.seen):
            return
        with self._shop.store.write() as tx:
            if changed:
                put_person(tx, self._kind, self._here[ours], whole, new_id=ours, at=one.at or self._shop.now_ms())
            tx.sharing.put_links(self._client.realm, [new])
        self.did.changed_here += changed
        self.did.linked += link is None

    def _change(self, ours: str, one: TheirPerson, there: Person) -> TheirPerson | None:
        """Change them there. None where it can't be now: the next round looks again."""
        request_id = f"{ours}-{one.token}-{self._shop.ids.new()[-8:]}"
        try:
            changed = theirs.change_person(self._client, self._kind, one, there, request_id)
        except Trouble as trouble:
            self._leave(there.name, trouble)
            return None
        self.did.changed_there += 1
        return changed

    def _come(self, one: TheirPerson) -> None:
        """They are only there: add them here."""
        with self._shop.store.write() as tx:
            new = self._shop.ids.new()
            put_person(tx, self._kind, None, one.person, new_id=new, at=one.at)
            link = Shared(self._kind, new, one.there, one.token, canonical(one.person), self._shop.now_ms())
            tx.sharing.put_links(self._client.realm, [link])
        self.did.new_here += 1

    def _go(self, ours: str) -> None:
        """They are only here: add them there. The request id makes a second try find the first."""
        if ours in self._links:
            # Linked to somebody who is no longer told of there; made anew they would be there twice.
            self.did.left.append(Left(self._kind, self._here[ours].name, "gone_there"))
            return
        person = as_person(self._here[ours])
        try:
            made = theirs.make_person(self._client, self._kind, person, f"{self._shop_id}/{ours}")
        except Trouble as trouble:
            self._leave(person.name, trouble)
            return
        link = Shared(self._kind, ours, made.there, made.token, canonical(person), self._shop.now_ms())
        with self._shop.store.write() as tx:
            tx.sharing.put_links(self._client.realm, [link])
        self.did.new_there += 1

    def _leave(self, name: str, trouble: Trouble) -> None:
        """What concerns this one alone is told and the round goes on; what concerns all ends it."""
        if trouble.code not in ("name_taken_there", "changed_meanwhile", "quickbooks_said"):
            raise trouble
        self.did.left.append(Left(self._kind, name, trouble.code, str(trouble.facts.get("said", ""))))
