"""A full disk: a sale is refused in plain words, a day's sending is picked up again, and nothing is lost or doubled."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import need_tool
from tests.exchange.trading import Trading

ROOT = Path(__file__).parents[2]
ROOM = "4m"
STOCK = 'item Ball price 5.00 cost 2.00 stock 100000 barcode 4006381333931\nmap inventory "Merchandise Sales"'


def on_a_small_disk(folder: Path, file: Path, plan: dict[str, str]) -> dict[str, Any]:
    """What the program told that worked on a disk of its own, seen by nobody else and gone with it."""
    start = f'mount -t tmpfs -o size={ROOM} tmpfs {folder} && cp {file} {folder}/full.shop && exec "$@"'
    program = [sys.executable, "-m", "tests.exchange.full_disk", f"{folder}/full.shop", json.dumps(plan)]
    own = [need_tool("unshare"), "--user", "--map-root-user", "--mount", "sh", "-c", start, "sh"]
    done = subprocess.run([*own, *program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("a disk of one's own can't be made here")
    lines = [line for line in done.stdout.splitlines() if line.startswith("TOLD ")]
    assert lines, done.stderr
    told: dict[str, Any] = json.loads(lines[0].removeprefix("TOLD "))
    return told


def test_a_full_disk_refuses_loses_nothing_and_goes_on_with_room(trading: Trading, tmp_path: Path) -> None:
    trading.play(STOCK)
    trading.close()
    disk = tmp_path / "disk"
    disk.mkdir()
    told = on_a_small_disk(disk, trading.file, trading.plan())
    sold, sent = told["sold"], told["sent"]
    assert sold["code"] == "disk_full"
    assert sold["said"].startswith("The disk is full.")
    assert sold["kept"], "the sale is still on the screen, unpaid"
    assert len(sold["told"]) > 3
    assert sold["there"] == [*sold["told"], *sold["after"]]
    assert sold["broken"] == told["broken"] == []
    assert (sent["code"], sent["left"], sent["state"]) == ("disk_full", "sending", "verified")
    assert len(trading.numbered(sent["number"])) == 1
