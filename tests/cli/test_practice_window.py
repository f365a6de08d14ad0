"""`retailpos practice` on a screen: the practice shop's window comes up, with its company running."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from retailpos.practice import company
from tests.cli.conftest import program


@pytest.mark.xvfb
@pytest.mark.slow
@pytest.mark.timeout(120)
def test_the_window_comes_up_and_the_company_with_it(window_environment: dict[str, str]) -> None:
    data = Path(window_environment["RETAILPOS_DATA"])
    environment = {**window_environment, "PYTHONPATH": ":".join(sys.path)}
    register = subprocess.Popen([sys.executable, "-m", "retailpos", "practice"], env=environment)
    try:
        log = data / "log" / "retailpos.log"
        deadline = time.monotonic() + 90
        while not (log.exists() and "first paint" in log.read_text()):
            assert register.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        running = company.remembered(data / "practice" / "practice.shop")
        assert running is not None
        assert company.is_up(running)
        second = program("practice", "--reset", data=data)
        assert second.returncode == 1
        assert "open in another program" in second.stderr
    finally:
        register.terminate()
        register.wait(20)
        program("practice", "--stop", data=data)
