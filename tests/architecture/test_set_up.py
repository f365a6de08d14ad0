"""What people install is what was locked, Qt counts its Nones, and the two commands know their words."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tests.architecture.tree import PROJECT

LOCKS = sorted((PROJECT / "requirements").glob("*.txt"))


def test_qt_gives_back_every_none_it_borrows() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one with each call, and the program dies after some thousands of them.
    something, before = QObject(), sys.getrefcount(None)
    for _ in range(1000):
        something.setObjectName("a")
    assert before - sys.getrefcount(None) < 100


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_holds_versions_with_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "find-links" not in text
    entries = re.split(r"\n(?=[a-zA-Z0-9])", text.strip())
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_lock_knows_everything_the_project_asks_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted = {re.split(r"[\[<>=]", line)[0] for line in asked}
    locked = set(
        re.findall(r"^([\w.-]+)==", (PROJECT / "requirements" / "dev.txt").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert wanted - locked == set()


def test_the_lock_holds_a_qt_binding_that_lives() -> None:
    text = (PROJECT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    [version] = re.findall(r"^pyside6-essentials==(\d+)\.(\d+)", text, re.MULTILINE)
    assert (6, 9) <= tuple(map(int, version)) < (6, 12)


def test_an_unknown_word_is_answered_with_the_known_ones() -> None:
    done = subprocess.run([sys.executable, "dev.py", "fly"], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "dev.py run" in done.stderr
    assert done.stdout == ""


def test_dev_reads_under_a_python_too_old_to_run_it() -> None:
    ast.parse((PROJECT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_build_server_makes_the_one_call() -> None:
    text = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 dev.py test" in text
    assert os.access(PROJECT / ".ci" / "run", os.X_OK)
