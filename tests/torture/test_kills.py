"""Killed with -9 while it sells: what was handed over is there, whole, without gaps, and never twice."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retailpos.actions.check import check_shop
from retailpos.store.store import Store
from tests.store.conftest import play_into
from tests.torture.selling import STORY

LONG = bool(os.environ.get("RETAILPOS_LONG"))
ROUNDS = 2_500 if LONG else 60
ROOT = Path(__file__).parents[2]


class Tills:
    """Children that sell, one after the other, and what they told."""

    def __init__(self, path: Path, weakness: str = "") -> None:
        command = [sys.executable, "-m", "tests.torture.selling", str(path), weakness]
        self._parent = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=ROOT
        )
        self.told: list[str] = []

    def round(self, seed: int, seconds: float) -> None:
        """Let a child sell for a moment from its first receipt on (each fourth one: from its start), then kill it."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(f"{seed}\n")
        child = 0
        for line in self._parent.stdout:
            word, _, rest = line.strip().partition(" ")
            if word == "GONE":
                return
            if word == "PID":
                child = int(rest)
            if word == "ACK":
                self.told.append(rest)
            if child and (word == "ACK" or seed % 4 == 0):
                time.sleep(seconds)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
                child = 0

    def close(self) -> None:
        """No more children."""
        self._parent.communicate("", timeout=10)


def sell_and_kill(path: Path, weakness: str = "", rounds: int = ROUNDS) -> list[str]:
    """So many rounds; the receipts that were told."""
    play_into(path, STORY)
    tills = Tills(path, weakness)
    dice = random.Random(60)
    for seed in range(1, rounds + 1):
        tills.round(seed, dice.uniform(0.01, 0.12))
    tills.close()
    return tills.told


def faults(path: Path, told: list[str]) -> list[str]:
    """What is wrong afterwards: told and not there, told twice, or an invariant broken."""
    store = Store(path)
    with store.read() as tx:
        there = [d.printed_number for d in tx.documents.everything() if d.series == "receipt"]
    found = [str(broken) for broken in check_shop(store)]
    store.close()
    found += [f"{number} was handed over and is not there" for number in told if number not in set(there)]
    found += [f"{number} was handed over twice" for number in set(told) if told.count(number) > 1]
    return found + ([] if len(there) == len(set(there)) else ["a number was given twice"])


@pytest.mark.timeout(900)
def test_no_receipt_is_lost_or_doubled_however_often_the_till_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "harbor.shop"
    told = sell_and_kill(path)
    assert len(told) >= ROUNDS
    assert faults(path, told) == []


def test_paper_before_the_commit_would_be_noticed(tmp_path: Path) -> None:
    path = tmp_path / "harbor.shop"
    told = sell_and_kill(path, "early", rounds=25)
    assert faults(path, told)
