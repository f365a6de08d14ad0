"""Signing in by PIN, waits after tries that did not fit, and lending a right for one act."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from retailpos.actions.lists import clean_name
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core.catalogue import ROLES, Employee
from retailpos.core.errors import NeedsRight, Refusal
from retailpos.core.paper import printable
from retailpos.core.rights import has_right

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FREE_TRIES, MOST_TRIES = 5, 20
_WAITS = (30_000, 60_000, 120_000, 300_000, 900_000)
_COMMON = frozenset(("0000", "1111", "2222", "3333", "4444", "5555", "6666", "7777", "8888", "9999", "1234", "4321"))


def add_employee(shop: OpenShop, name: str, role: str, pin: str, *, cost: str = "") -> Employee:
    """Add somebody with a role and a PIN of 4 to 8 digits, kept only as an argon2id hash."""
    if not printable(name).strip() or role not in ROLES:
        raise Refusal("employee_incomplete", name=name[:100])
    shown = clean_name(name, 100)
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
        raise Refusal("pin_of_digits")
    employee = Employee(shop.ids.new(), shown, role)
    with shop.store.write() as tx:
        if any(other.name == shown for other in tx.lists.employees()):
            raise Refusal("name_taken", name=shown)
        tx.lists.add_employee(employee, _hash(pin, light=cost == "light"))
    return employee


def is_common_pin(pin: str) -> bool:
    """True for PINs that anybody tries first."""
    return pin in _COMMON or pin.startswith(("19", "20"))


def sign_in(till: Till, employee: Employee, pin: str) -> Changes:
    """Sign in, or count a try that did not fit; after five each next one has to wait."""
    _check_pin(till.shop, employee, pin)
    till.employee = employee
    till.allowed = None
    return Changes(frozenset({"person"}))


def sign_out(till: Till) -> Changes:
    """Nobody is signed in; the sale stays as it is."""
    till.employee = None
    till.allowed = None
    return Changes(frozenset({"person"}))


@contextlib.contextmanager
def allowed_by(till: Till, employee: Employee, pin: str, right: str) -> Iterator[None]:
    """A second person allows one act: their own PIN, their own right, only while this block runs."""
    if till.employee is not None and employee.id == till.employee.id:
        raise Refusal("somebody_else_must_allow")
    if not has_right(employee.role, right):
        raise NeedsRight(right, who=employee.name)
    _check_pin(till.shop, employee, pin)
    till.allowed = employee
    try:
        yield
    finally:
        till.allowed = None


def _check_pin(shop: OpenShop, employee: Employee, pin: str) -> None:
    with shop.store.read() as tx:
        kept, tries, wait_until = tx.lists.sign_in_state(employee.id)
    now = shop.now_ms()
    if tries >= MOST_TRIES:
        raise Refusal("pin_locked", name=employee.name)
    if now < wait_until:
        raise Refusal("pin_wait", name=employee.name, seconds=(wait_until - now + 999) // 1000)
    if _fits(kept, pin):
        if tries:
            with shop.store.write() as tx:
                tx.lists.set_sign_in_state(employee.id, 0, 0)
        return
    tries += 1
    wait = 0 if tries < FREE_TRIES else _WAITS[min((tries - FREE_TRIES), len(_WAITS) - 1)]
    with shop.store.write() as tx:
        tx.lists.set_sign_in_state(employee.id, tries, now + wait if wait else 0)
    raise Refusal("pin_does_not_fit", name=employee.name, left=max(0, FREE_TRIES - tries))


def _hash(pin: str, *, light: bool) -> str:
    from argon2 import PasswordHasher

    # The light form is for throw-away shops, whose PINs stand in plain text in their stories.
    hasher = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1) if light else _hasher()
    return hasher.hash(pin)


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1)


def _fits(kept: str, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(kept, pin))
    except (VerificationError, InvalidHashError):
        return False
