"""A printer emulator by other people (emupos), in an environment of its own, as a printer to test against."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from retailpos.settings import resources_dir

REASON = (
    "emupos is not installed: it needs Python 3.13; `.tools/emupos` is looked at, then RETAILPOS_EMUPOS, then the path"
)

OTHER_WIDTH = """\
type: printer
name: {dots} dots
dpi: 203
width_dots: {dots}
font_a: {{ width: 12, height: 24 }}
font_b: {{ width: 9, height: 17 }}
code_pages: {{ 0: PC437, 19: PC858 }}
default_code_page: 0
drawer_sensor_open_level: high
serial: {{ baud: 9600, data_bits: 8, parity: none, stop_bits: 1 }}
"""


def program() -> str:
    """Where emupos is; skips the test where it is not."""
    own = resources_dir().parent / ".tools" / "emupos" / "bin" / "emupos"
    found = os.environ.get("RETAILPOS_EMUPOS") or (str(own) if own.is_file() else shutil.which("emupos"))
    if not found:
        pytest.skip(REASON)
    return found


@dataclass
class Emulator:
    """Printers of 48, 42 and 32 columns on the network (`wide`, `middle`, `narrow`) one on a serial line (`line`)."""

    api: str
    ports: dict[str, int]
    line: str
    told: Path

    def ask(self, path: str, method: str = "GET") -> bytes:
        request = urllib.request.Request(f"{self.api}/api/v1{path}", method=method)
        with urllib.request.urlopen(request, timeout=5) as answer:
            found: bytes = answer.read()
        return found

    def state(self, device: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.ask(f"/devices/{device}"))["state"]
        return found

    def receipts(self, device: str) -> list[dict[str, Any]]:
        """What has been printed, newest first."""
        found: list[dict[str, Any]] = json.loads(self.ask(f"/devices/{device}/receipts"))
        return found

    def text(self, device: str) -> str:
        return self.ask(f"/devices/{device}/receipts/latest/text").decode()

    def openings(self, device: str) -> int:
        """How often the drawer sprang open, by the emulator's own account."""
        told = [line.split() for line in self.told.read_text().splitlines()]
        return sum(words[1:3] == [device, "drawer.opened"] and words[-2:] == ["(pin", "2)"] for words in told)

    def image(self, device: str) -> bytes:
        return self.ask(f"/devices/{device}/receipts/latest/image")

    def fault(self, device: str, name: str, *, there: bool) -> None:
        self.ask(f"/devices/{device}/faults/{name}", "PUT" if there else "DELETE")


def _free_ports(count: int) -> list[int]:
    with_sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [server.getsockname()[1] for server in with_sockets]
    for server in with_sockets:
        server.close()
    return ports


def _configured(folder: Path) -> Emulator:
    """The settings of the printers, written down."""
    api, *ports = _free_ports(4)
    profiles = {"wide": "epson-tm-t20iii"}
    for name, dots in (("middle", 512), ("narrow", 384)):
        (folder / f"{name}.yaml").write_text(OTHER_WIDTH.format(dots=dots))
        profiles[name] = str(folder / f"{name}.yaml")
    found = Emulator(f"http://127.0.0.1:{api}", dict(zip(profiles, ports, strict=True)), "", folder / "told")
    common = {"type": "printer", "job_idle_timeout_ms": 300, "receipts_dir": str(folder / "receipts")}
    devices: list[dict[str, Any]] = [
        {**common, "id": name, "profile": profile, "connections": [{"tcp": {"port": found.ports[name]}}]}
        for name, profile in profiles.items()
    ]
    devices.append({**common, "id": "line", "profile": profiles["wide"], "connections": [{"serial": {"pty": True}}]})
    settings = {"schema": 1, "api": {"host": "127.0.0.1", "port": api}, "devices": devices}
    (folder / "emupos.yaml").write_text(json.dumps(settings))
    return found


@contextmanager
def running(folder: Path) -> Iterator[Emulator]:
    """The emulator at work."""
    found = program()
    emulator = _configured(folder)
    command = [found, "run", "--config", str(folder / "emupos.yaml")]
    env = {**os.environ, "TMPDIR": str(folder)}
    with (folder / "told").open("w") as told:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=told, stderr=subprocess.STDOUT)
    try:
        _wait(emulator, process, folder / "told")
        connection = json.loads(emulator.ask("/devices/line"))["connections"][0]
        emulator.line = connection["device_path"] or connection["link_path"] or connection["endpoint"]
        yield emulator
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        process.kill()
        process.wait()


def _wait(emulator: Emulator, process: subprocess.Popen[bytes], told: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        with suppress(OSError, urllib.error.URLError):
            emulator.ask("/devices")
            return
        time.sleep(0.1)
    pytest.fail(f"emupos did not start under {sys.platform}: {told.read_text()[-500:]}")
