"""The high-water mark kept outside the shop file: only an outside copy shows that a file is older than it was.

It is written beside the file after each commit, without a sync: it may lag by a moment, never run ahead.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, select

from retailpos.store import schema as t
from retailpos.store.quick import Driver, Quick

_HEAD = Quick(
    select(t.chain.c.seq, t.chain.c.head).where(
        t.chain.c.store == bindparam("store"), t.chain.c.register == bindparam("register")
    )
)
_NUMBERS = Quick(
    select(t.counter.c.series, t.counter.c["last"]).where(
        t.counter.c.store == bindparam("store"), t.counter.c.register == bindparam("register")
    )
)


@dataclass(frozen=True, slots=True)
class Lost:
    """A register whose file is behind its mark: documents known here, documents once known, and the series' numbers."""

    store: int
    register: int
    here: int
    known: int
    numbers: dict[str, int]


def mark_path(path: Path) -> Path:
    """The mark's file."""
    return path.with_name(path.name + ".mark")


def write(path: Path, connection: Connection, touched: set[tuple[int, int]]) -> None:
    """Remember how far these registers got."""
    # Written over in one piece: every sale waits for this, and putting a new file in its place takes a hundred times
    # as long. One that a power cut left half written does not fit its proof, and counts as none.
    place = os.open(mark_path(path), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
    try:
        size = os.fstat(place).st_size
        known = _understood(os.read(place, size))
        driver = Driver(connection)
        for store, register in touched:
            seq, head = driver.first(_HEAD, store=store, register=register) or (0, "")
            series = {str(name): int(last) for name, last in driver.all(_NUMBERS, store=store, register=register)}
            known[f"{store}/{register}"] = {"seq": seq, "head": head, "numbers": series}
        whole = json.dumps(known, sort_keys=True).encode("ascii")
        os.lseek(place, 0, os.SEEK_SET)
        os.write(place, (whole + b"\n" + _proof(whole) + b"\n").ljust(size))
    finally:
        os.close(place)


def _proof(whole: bytes) -> bytes:
    return hashlib.sha256(whole).hexdigest().encode("ascii")


def read(path: Path) -> dict[str, Any]:
    """What is remembered; nothing where there is no mark, or one that can't be read."""
    try:
        return _understood(mark_path(path).read_bytes())
    except OSError:
        return {}


def _understood(text: bytes) -> dict[str, Any]:
    """What a mark says; nothing where it does not fit its proof. Older marks bear no proof."""
    whole, _, proof = text.partition(b"\n")
    if proof.strip() not in (b"", _proof(whole)):
        return {}
    try:
        found = json.loads(whole)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def lost(path: Path, connection: Connection) -> tuple[Lost, ...]:
    """The registers whose documents in this file end before the mark, or went another way than the mark knows."""
    found = []
    for name, known in read(path).items():
        store, register = (int(part) for part in name.split("/"))
        d = t.document.c
        at_mark = select(d.digest).where(d.store == store, d.register == register, d.seq == known["seq"])
        if connection.execute(at_mark).scalar() != known["head"]:
            head = Driver(connection).first(_HEAD, store=store, register=register)
            here = int(head[0]) if head else 0
            found.append(Lost(store, register, here, int(known["seq"]), known["numbers"]))
    return tuple(found)
