"""Programs that send until they are killed, started quickly: one parent has everything imported."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Senders:
    """Children that send, one after the other."""

    def __init__(self, plan: dict[str, str]) -> None:
        self._plan = plan
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.exchange.sending_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            cwd=ROOT,
        )

    def run(self, seconds: float, **changes: str) -> bool:
        """Let a child send for a while, then kill it; True where it ended by itself before that."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(json.dumps({**self._plan, **changes}) + "\n")
        child = int(self._parent.stdout.readline())
        time.sleep(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return int(self._parent.stdout.readline()) == 0

    def close(self) -> None:
        """No more children."""
        self._parent.communicate("", timeout=10)
