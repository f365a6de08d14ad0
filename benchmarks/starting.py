"""From the start of the process to the first paint of the register, told by the program's own log."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.filled import filled
from benchmarks.measure import Figure, Setting, Times

_LIMIT = 60.0


def figures(setting: Setting) -> Iterator[Figure]:
    """Without a screen, and on a virtual X screen where there is one."""
    path = filled(setting)
    yield figure("start to the first paint, no screen", path, setting, {"QT_QPA_PLATFORM": "offscreen"})
    with virtual_screen() as display:
        if not display:
            yield Figure("start to the first paint, X screen", "left out: Xvfb is not installed")
            return
        surroundings = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        yield figure("start to the first paint, X screen", path, setting, surroundings)


def figure(what: str, path: Path, setting: Setting, surroundings: dict[str, str]) -> Figure:
    """Several starts, the first of which fills the caches and is left out."""
    times = Times()
    started(path, setting.folder, surroundings)
    for _ in range(setting.some(0.05)):
        times.add(started(path, setting.folder, surroundings))
    return Figure(what, times.words(), "1.5 s", times.median <= 1.5)


def started(path: Path, folder: Path, surroundings: dict[str, str]) -> float:
    """Seconds until the log says that the window was painted; then the program is told to close."""
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    env = {**os.environ, **surroundings, "RETAILPOS_DATA": str(data)}
    # As `dev.py run` starts it: modules that were compiled once stay compiled.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "retailpos", "--shop", str(path)],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        while not painted(data):
            if program.poll() is not None or time.perf_counter() - began > _LIMIT:
                program.kill()
                raise RuntimeError("the register did not start")
            time.sleep(0.004)
        took = time.perf_counter() - began
        program.terminate()
        program.wait(20)
    return took


def painted(data: Path) -> bool:
    """Whether the log has the line yet."""
    return any("first paint after" in log.read_text(errors="replace") for log in data.glob("log/*"))


@contextmanager
def virtual_screen() -> Iterator[str]:
    """The name of an X screen of our own; '' where none can be had."""
    server = shutil.which("Xvfb")
    if not server:
        yield ""
        return
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        yield f":{number}" if number else ""
    finally:
        process.terminate()
        process.wait(10)
