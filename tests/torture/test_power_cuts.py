"""The power goes: from the calls of the real program, every disk that may be left is opened and audited."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from retailpos.actions.check import check_shop
from retailpos.core.errors import PosError
from retailpos.store.store import Store
from tests.conftest import need_tool
from tests.store.conftest import play_into
from tests.torture.power import replay
from tests.torture.selling import STORY

LONG = bool(os.environ.get("RETAILPOS_LONG"))
SALES, STATES = (60, 1_200) if LONG else (6, 60)
ROOT = Path(__file__).parents[2]
CALLS = "openat,close,pwrite64,write,ftruncate,fsync,fdatasync"


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: nothing here needs a disk."""
    memory = Path("/dev/shm")
    folder = tempfile.mkdtemp(dir=memory if memory.is_dir() else None)
    yield Path(folder)
    shutil.rmtree(folder)


def traced(folder: Path, weakness: str) -> tuple[Path, Path]:
    """A shop file as it was before the sales, and the system calls of the program that rang them up."""
    shop, trace = folder / "harbor.shop", folder / "calls"
    play_into(shop, STORY)
    raw = dbapi2.connect(shop)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    for extra in ("-wal", "-shm", ".mark"):
        Path(f"{shop}{extra}").unlink(missing_ok=True)
    before = folder / "before"
    shutil.copy(shop, before)
    command = [need_tool("strace"), "-qq", "-xx", "-s", "300000", "-e", f"trace={CALLS}", "-o", str(trace)]
    program = [sys.executable, "-m", "tests.torture.selling", str(shop), weakness, str(SALES)]
    subprocess.run([*command, *program], cwd=ROOT, check=True, timeout=100, stdout=subprocess.DEVNULL)
    shutil.copy(before, shop)
    return shop, trace


def bad_states(folder: Path, weakness: str = "", states: int = STATES) -> tuple[int, list[str]]:
    """How many disks were looked at, and what was wrong with which. One disk at a time is held, not all of them."""
    shop, trace = traced(folder, weakness)
    cuts = [disk.many_cuts for disk in replay(trace, shop, shop)]
    every = [(step, n) for step, many in enumerate(cuts) for n in range(many)]
    chosen = set(every) if len(every) <= states else {*random.Random(11).sample(every[:-1], states - 1), every[-1]}
    wrong = []
    pristine = shop.with_name("start")
    shutil.copy(shop, pristine)
    for step, disk in enumerate(replay(trace, pristine, shop)):
        for n in range(cuts[step]):
            if (step, n) in chosen:
                lay_out(shop, disk.cut(n, random.Random(f"{step}/{n}")))
                wrong += [f"after call {step}: {fault}" for fault in _faults(shop, tuple(disk.told))]
    return len(chosen), wrong


def lay_out(shop: Path, files: dict[str, bytes]) -> None:
    """The shop's folder as the cut left it."""
    for name in (shop.name, f"{shop.name}-wal"):
        (shop.parent / name).write_bytes(files.get(name, b""))
    for extra in ("-shm", ".mark"):
        Path(f"{shop}{extra}").unlink(missing_ok=True)


def _faults(shop: Path, told: tuple[str, ...]) -> list[str]:
    try:
        store = Store(shop)
    except PosError as cause:
        return [str(cause)]
    try:
        with store.read() as tx:
            there = {d.printed_number for d in tx.documents.everything() if d.series == "receipt"}
        lost = [f"{number} was handed over and is lost" for number in told if number not in there]
        return lost + [str(broken) for broken in check_shop(store)]
    except PosError as cause:
        return [str(cause)]
    finally:
        store.close()


@pytest.mark.timeout(3600 if LONG else 120)
def test_no_power_cut_loses_a_receipt_that_was_handed_over(quick_folder: Path) -> None:
    looked_at, wrong = bad_states(quick_folder)
    print(f"{looked_at} disks looked at")  # noqa: T201  # the figure is the result
    assert looked_at >= STATES
    assert wrong == []


@pytest.mark.timeout(600 if LONG else 120)
def test_without_syncing_the_same_look_finds_lost_receipts(quick_folder: Path) -> None:
    _, wrong = bad_states(quick_folder, "careless", states=60)
    assert any("is lost" in fault for fault in wrong)
