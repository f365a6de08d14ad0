"""Power cuts worked out from what a program asked of the disk: its system calls, and every disk they may leave.

Whatever was not synced when the power went may be there, or not, or in part: a write may be torn at 512 bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at an offset; or, without bytes, the file cut to that length."""

    offset: int
    content: bytes | None


@dataclass(slots=True)
class Disk:
    """What is certain of each file, and what is still on its way."""

    certain: dict[str, bytes]
    waiting: list[tuple[str, Write]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def sync(self, name: str) -> None:
        """All writes of a file are certain now."""
        content = bytearray(self.certain.get(name, b""))
        for _, write in (one for one in self.waiting if one[0] == name):
            _apply(content, write)
        self.certain[name] = bytes(content)
        self.waiting = [one for one in self.waiting if one[0] != name]

    def after_cut(self, kept: list[tuple[str, Write]]) -> dict[str, bytes]:
        """The files where these of the waiting writes arrived."""
        files = {name: bytearray(content) for name, content in self.certain.items()}
        for name, write in kept:
            _apply(files.setdefault(name, bytearray()), write)
        return {name: bytes(content) for name, content in files.items()}

    @property
    def many_cuts(self) -> int:
        """How many different disks a cut at this moment is tried with."""
        return 4 if self.waiting else 1

    def cut(self, n: int, dice: random.Random) -> dict[str, bytes]:
        """A disk that a cut may leave: 0 everything arrived, 1 nothing did, else some of it did, torn."""
        if n == 0:
            return self.after_cut(self.waiting)
        return self.after_cut([] if n == 1 else [one for write in self.waiting for one in _torn(write, dice)])


def _apply(content: bytearray, write: Write) -> None:
    if write.content is None:
        del content[write.offset :]
        content.extend(bytes(write.offset - len(content)))
        return
    content.extend(bytes(max(0, write.offset - len(content))))
    content[write.offset : write.offset + len(write.content)] = write.content


def _torn(one: tuple[str, Write], dice: random.Random) -> Iterator[tuple[str, Write]]:
    name, write = one
    if write.content is None:
        if dice.random() < 0.5:
            yield one
        return
    for start in range(0, len(write.content), SECTOR):
        if dice.random() < 0.5:
            yield name, Write(write.offset + start, write.content[start : start + SECTOR])


def replay(trace: Path, start: Path, shop: Path) -> Iterator[Disk]:
    """The disk after each call that changed something, from the file as it was at the start."""
    disk = Disk({shop.name: start.read_bytes()})
    names = {str(shop): shop.name, f"{shop}-wal": f"{shop.name}-wal"}
    open_files: dict[int, str] = {}
    for line in trace.read_text(encoding="ascii").splitlines():
        match = CALL.fullmatch(line.strip())
        if match is None or int(match[3]) < 0:
            continue
        if _happened(disk, open_files, names, match):
            yield disk


def _happened(disk: Disk, open_files: dict[int, str], names: dict[str, str], match: re.Match[str]) -> bool:
    """Carry one call over to the disk; True where a cut after it may differ from one before."""
    call, said, result = match[1], match[2], int(match[3])
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(said)]
    handle = said.partition(",")[0].strip()
    name = open_files.get(int(handle), "") if handle.isdigit() else ""
    if call == "openat":
        open_files.pop(result, None)
        if texts and texts[0].decode() in names:
            open_files[result] = names[texts[0].decode()]
    elif call == "close":
        open_files.pop(int(handle), None)
    elif call == "write" and handle == "1" and texts:
        disk.told += [line.split()[1] for line in texts[0].decode().splitlines() if line.startswith("ACK ")]
        return True
    elif name and call in ("pwrite64", "write"):
        disk.waiting.append((name, Write(int(said.rpartition(",")[2]), texts[0][:result])))
        return True
    elif name and call == "ftruncate":
        disk.waiting.append((name, Write(int(said.rpartition(",")[2]), None)))
        return True
    elif name and call in ("fsync", "fdatasync"):
        disk.sync(name)
        return True
    return False
