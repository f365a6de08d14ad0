"""The project's files as the rules see them: real ones, or a tiny tree made to break a rule."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
UNREAD_FOLDERS = {".git", ".venv", ".tools", "__pycache__", "build", "dist"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: where it lies below the root, and what it says."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The file as the parser reads it."""
        return ast.parse(self.text, self.path)

    def lies_in(self, *folders: str) -> bool:
        """Whether the file is one of these, or lies below one of them."""
        return any(self.path == folder or self.path.startswith(folder + "/") for folder in folders)


def sources(root: Path) -> list[Source]:
    """Every Python file that people wrote: the program, its tests and dev.py. Migrations are written by a tool."""
    paths = [*root.glob("src/**/*.py"), *root.glob("tests/**/*.py"), *root.glob("dev.py")]
    found = [Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(paths)]
    return [source for source in found if "/migrations/versions/" not in source.path]


def committed_texts(root: Path) -> Iterator[tuple[str, str]]:
    """The path and text of every file that goes to others; pictures, sounds and the like are left out."""
    for path in committed(root):
        try:
            text = (root / path).read_bytes().decode("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        yield path, text


def committed(root: Path) -> list[str]:
    """The paths git keeps, or, where there is no git, every file but those it would ignore."""
    if (root / ".git").exists() and shutil.which("git"):
        command = ["git", "-C", str(root), "ls-files", "-z"]
        return subprocess.check_output(command).decode().rstrip("\0").split("\0")
    files = [path.relative_to(root) for path in root.rglob("*") if path.is_file()]
    return [path.as_posix() for path in files if not UNREAD_FOLDERS & set(path.parts)]
