"""How a register looks and sounds, as somebody chose it there."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from retailpos.actions.till import Till


@dataclass(frozen=True, slots=True)
class Wishes:
    """Theme (`system` follows the computer), key names on buttons, motion where there is any, and sounds."""

    theme: str = "system"
    key_names: bool = True
    motion: bool = True
    sounds: bool = False


def kept_wishes(till: Till) -> Wishes:
    """What was chosen at this register, else the usual."""
    with till.shop.store.read() as tx:
        kept = tx.lists.meta(_name(till))
    told = json.loads(kept) if kept else {}
    known = {field.name for field in fields(Wishes)}
    return Wishes(**{name: value for name, value in told.items() if name in known})


def keep_wishes(till: Till, wishes: Wishes) -> None:
    """Keep it for this register."""
    with till.shop.store.write() as tx:
        tx.lists.set_meta(_name(till), json.dumps(asdict(wishes)))


def _name(till: Till) -> str:
    return f"look-{till.register}"
