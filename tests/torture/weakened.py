"""The program with one of its safeguards taken out, as a copy of its source: to show that the tests would notice."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import retailpos

FINISH, SENDER = "actions/finish.py", "exchange/sender.py"


@dataclass(frozen=True, slots=True)
class Change:
    """In `file`, `text` stands once; `instead` takes its place."""

    file: str
    text: str
    instead: str


COMMIT_AFTER_PRINT = (
    Change(FINISH, "    till.print(receipt_paper(till.shop, document), document.id)\n", ""),
    Change(
        FINISH,
        "        tx.drafts.drop(till.draft)\n",
        "        tx.drafts.drop(till.draft)\n"
        "        till.print(receipt_paper(shop, document))\n"
        "        import time\n"
        "        while till.shop.devices.printer.waiting():\n"
        "            time.sleep(0.001)\n"
        "        time.sleep(0.05)\n",
    ),
)
_LOOKED_UP = """\
            found = self._look_up(row)
            if found is not None:
                return self._adopt(row, found)
            if unknown"""
NOTHING_READ_BACK = (
    Change(SENDER, _LOOKED_UP, "            if unknown"),
    Change(SENDER, "            return self.verify(row)\n", '            return self._keep(row, "verified", "")\n'),
)


def weakened(folder: Path, changes: tuple[Change, ...]) -> str:
    """A copy of the program with these changes, to be put before the real one on Python's path."""
    copy = folder / "weakened" / "retailpos"
    shutil.copytree(Path(retailpos.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    resources = Path(retailpos.__file__).parents[2] / "resources"
    (folder / "resources").symlink_to(resources)
    for change in changes:
        source = (copy / change.file).read_text(encoding="utf-8")
        assert source.count(change.text) == 1, f"{change.file} no longer says {change.text!r} once: choose it anew"
        (copy / change.file).write_text(source.replace(change.text, change.instead), encoding="utf-8")
    return str(copy.parent)
