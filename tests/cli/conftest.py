"""The practice day, played once by the program itself; each test works on a copy of its shop file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from retailpos.cli.main import run

DATE = "2026-03-16"


@dataclass(frozen=True, slots=True)
class PlayedDay:
    """What `retailpos practice --headless` printed, and the folder it worked in."""

    lines: list[str]
    proof: dict[str, Any]
    folder: Path

    @property
    def file(self) -> Path:
        """The shop file it made."""
        return self.folder / "practice" / "day.shop"


def program(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as its own program, to its end."""
    with started(*arguments, data=data) as process:
        out, told = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, told)


def started(*arguments: str, data: Path) -> subprocess.Popen[str]:
    """The command line as a program that goes on, without a screen."""
    env = {**os.environ, "RETAILPOS_DATA": str(data), "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        env.pop(name, None)
    command = [sys.executable, "-m", "retailpos", *arguments]
    return subprocess.Popen(command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.fixture(scope="session")
def practice_day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedDay]:
    folder = tmp_path_factory.mktemp("practice")
    done = program("practice", "--headless", data=folder)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    yield PlayedDay(lines, json.loads(lines[-1]), folder)
    assert program("practice", "--stop", data=folder).returncode == 0


@pytest.fixture
def shop_file(practice_day: PlayedDay, tmp_path: Path) -> Path:
    """A copy of the day's shop file, with the note of how to reach its company."""
    for name in ("day.shop", "day-company.json"):
        shutil.copy(practice_day.file.with_name(name), tmp_path / name)
    return tmp_path / "day.shop"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    told: str

    @property
    def json(self) -> Any:
        """Its output as other programs read it."""
        return json.loads(self.out)


@pytest.fixture
def retailpos(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command in this process."""

    def ask(*arguments: object) -> Said:
        code = run(arguments=[str(argument) for argument in arguments])
        out, told = capsys.readouterr()
        return Said(code, out, told)

    return ask
