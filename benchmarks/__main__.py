"""`python -m benchmarks [NAME ...]`: measure what is promised about speed, each beside its floor."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import days, finding, painting, receipt, sale, starting
from benchmarks.filled import filled
from benchmarks.measure import Figure, Setting, Times, shown, tell

MEASURED: dict[str, Callable[[Setting], Iterator[Figure]]] = {
    "sale": sale.figures,
    "lookup": finding.lookup,
    "search": finding.search,
    "days": days.figures,
    "receipt": receipt.figures,
    "start": starting.figures,
    "paint": painting.figures,
}


def main() -> int:
    """Measure what was asked for, or everything. The exit code says only that the run came to its end."""
    asked = arguments().parse_args()
    setting = setting_of(asked)
    making = Times()
    making.of(lambda: filled(setting))
    print(f"{setting.items:,} items, {setting.sales:,} sales; the file was ready in {shown(making.median)}", flush=True)
    try:
        for name in asked.names or MEASURED:
            tell(MEASURED[name](setting))
    finally:
        if asked.folder is None:
            shutil.rmtree(setting.folder, ignore_errors=True)
    return 0


def arguments() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(MEASURED)}")
    parser.add_argument("--items", type=int, default=100_000, help="items in the filled file")
    parser.add_argument("--sales", type=int, default=100_000, help="sales of history in it")
    parser.add_argument("--rounds", type=int, default=200, help="how often each act is done")
    parser.add_argument("--quick", action="store_true", help="everything tiny: shows that it runs, measures nothing")
    parser.add_argument("--folder", type=Path, help="where the filled files are kept for the next run")
    return parser


def setting_of(asked: argparse.Namespace) -> Setting:
    """The run that was asked for."""
    unknown = [name for name in asked.names if name not in MEASURED]
    if unknown:
        print(f"Nothing called {unknown[0]} is measured. There is: {', '.join(MEASURED)}.", file=sys.stderr)
        raise SystemExit(2)
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="retailpos-benchmarks-"))
    folder.mkdir(parents=True, exist_ok=True)
    if asked.quick:
        return Setting(folder, 100, 200, (300, 600), 4)
    return Setting(folder, asked.items, asked.sales, rounds=asked.rounds)


if __name__ == "__main__":
    sys.exit(main())
