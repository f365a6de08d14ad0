"""Who is who: our lists beside those of a QuickBooks company. Pure; what it finds is shown before anything is kept."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from retailpos.core.catalogue import Item
from retailpos.core.sharing import Person, Shared
from retailpos.exchange.online.theirs import TheirItem, TheirPerson

LEAST_PHONE = 7
Ours = TypeVar("Ours")
Theirs = TypeVar("Theirs", TheirPerson, TheirItem)


@dataclass(frozen=True, slots=True)
class Matched(Generic[Theirs]):
    """Pairs of our id and theirs; those only here; those only there; those that could be several of ours."""

    pairs: tuple[tuple[str, Theirs], ...]
    only_ours: tuple[str, ...]
    only_theirs: tuple[Theirs, ...]
    unclear: tuple[Theirs, ...]


def match_people(
    ours: Mapping[str, Person], links: Mapping[str, Shared], theirs: Iterable[TheirPerson]
) -> Matched[TheirPerson]:
    """Who is linked is who they were; then the same e-mail, else the same telephone, else the same name.

    Only what is the only one of its kind on both sides counts: two of ours with the same e-mail are told apart by a
    person. Inactive ones that were never linked are left aside.
    """
    rules: tuple[tuple[Callable[[Person], str], Callable[[TheirPerson], str]], ...] = (
        (_email, lambda one: _email(one.person)),
        (_phone, lambda one: _phone(one.person)),
        (_name, lambda one: _name(one.person)),
    )
    known = {link.there for link in links.values()}
    return _match(ours, links, [one for one in theirs if one.active or one.there in known], rules)


def match_items(
    ours: Mapping[str, Item], links: Mapping[str, Shared], theirs: Iterable[TheirItem]
) -> Matched[TheirItem]:
    """Linked ones; then the same SKU, else the same name. What can't be sold here is left aside."""
    rules: tuple[tuple[Callable[[Item], str], Callable[[TheirItem], str]], ...] = (
        (lambda item: item.sku.casefold(), lambda one: one.sku.casefold()),
        (lambda item: plain(item.name), lambda one: plain(one.name)),
    )
    return _match(ours, links, [one for one in theirs if not one.why], rules)


def plain(words: str) -> str:
    """A name as it is compared: without case, accents, width or extra spaces."""
    marks = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(mark for mark in marks if not unicodedata.combining(mark)).split())


def _match(
    ours: Mapping[str, Ours],
    links: Mapping[str, Shared],
    theirs: list[Theirs],
    rules: tuple[tuple[Callable[[Ours], str], Callable[[Theirs], str]], ...],
) -> Matched[Theirs]:
    by_there = {link.there: link.id for link in links.values() if link.id in ours}
    pairs = [(by_there[one.there], one) for one in theirs if one.there in by_there]
    taken = {ours_id for ours_id, _one in pairs}
    free = {name: value for name, value in ours.items() if name not in taken}
    left = [one for one in theirs if one.there not in by_there]
    unclear: dict[str, Theirs] = {}
    for of_ours, of_theirs in rules:
        found, several = _alike(free, of_ours, left, of_theirs)
        pairs += found
        unclear.update((one.there, one) for one in several)
        gone = {one.there for _ours_id, one in found}
        free = {name: value for name, value in free.items() if name not in {ours_id for ours_id, _one in found}}
        left = [one for one in left if one.there not in gone]
    only = tuple(one for one in left if one.there not in unclear)
    return Matched(tuple(pairs), tuple(free), only, tuple(one for one in left if one.there in unclear))


def _alike(
    free: Mapping[str, Ours], of_ours: Callable[[Ours], str], left: list[Theirs], of_theirs: Callable[[Theirs], str]
) -> tuple[list[tuple[str, Theirs]], list[Theirs]]:
    """The pairs that only can be each other, and those there that could be several of ours, or one of several."""
    here, there = _grouped(free.items(), lambda pair: of_ours(pair[1])), _grouped(left, of_theirs)
    pairs, several = [], []
    for key, some in there.items():
        mine = here.get(key, [])
        if len(some) == 1 and len(mine) == 1:
            pairs.append((mine[0][0], some[0]))
        elif mine:
            several += some
    return pairs, several


def _grouped(values: Iterable[Ours], key: Callable[[Ours], str]) -> dict[str, list[Ours]]:
    found: dict[str, list[Ours]] = defaultdict(list)
    for value in values:
        if key(value):
            found[key(value)].append(value)
    return found


def _email(one: Person) -> str:
    return one.email.strip().casefold()


def _phone(one: Person) -> str:
    digits = re.sub(r"\D", "", one.phone)
    return digits if len(digits) >= LEAST_PHONE else ""


def _name(one: Person) -> str:
    return plain(one.name)
