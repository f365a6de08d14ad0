"""A second reader of the printer language by other people (npos, on Node.js), in a folder of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from retailpos.settings import resources_dir

REASON = "the second decoder is missing: `python3 dev.py test` puts it into `.tools/npos` where Node.js and npm are"


@dataclass(frozen=True)
class Printed:
    """A line on the paper as the stranger understands it: its letters, how wide they are, where they stand."""

    text: str
    wide: bool = False
    align: int = 0

    @property
    def columns(self) -> int:
        """Columns of ordinary letters that the line takes."""
        return len(self.text) * (2 if self.wide else 1)


@dataclass(frozen=True)
class Decoded:
    """A print job taken apart: commands with their arguments, in order; pictures as rows of # and dot."""

    rows: tuple[dict[str, Any], ...]

    def count(self, command: str) -> int:
        """How often a command occurs."""
        return sum(row["command"] == command for row in self.rows)

    def arguments(self, command: str) -> list[list[int]]:
        """The arguments of each."""
        return [row["data"] for row in self.rows if row["command"] == command]

    def pictures(self) -> list[list[str]]:
        """Every picture on the paper."""
        return [row["dots"] for row in self.rows if "dots" in row]

    def lines(self) -> Iterator[Printed]:
        """The lines of text, each with the size and place that were in force at its beginning."""
        size, align, text = 0, 0, ""
        for row in self.rows:
            if row["command"] == "GS !":
                size = row["data"][0]
            elif row["command"] == "ESC a":
                align = row["data"][0]
            elif row["command"] == "text":
                *whole, text = (text + row["text"]).split("\n")
                yield from (Printed(line, bool(size & 0xF0), align) for line in whole)
        assert text == "", "a line without an end"


def decode(stream: bytes, page: str = "cp858") -> Decoded:
    """What the stranger makes of a print job; anything it doesn't understand is a fault. Skips where it is missing."""
    node = shutil.which("node")
    folder = resources_dir().parent / ".tools" / "npos"
    if not node or not (folder / "set-up-stamp").is_file():
        pytest.skip(REASON)
    command = [node, str(Path(__file__).with_name("npos_reader.js")), str(folder), page]
    done = subprocess.run(command, input=stream, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert "error" not in found, found
    return Decoded(tuple(found["rows"]))
