"""The practice company as a process: started, spoken to over HTTP, stopped. Nothing of it is imported."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from retailpos.actions.compose import App, Link, MemorySecrets, Secrets, unhurried
from retailpos.actions.exchange import auto_consent, set_app
from retailpos.core.errors import Trouble

REDIRECT = "http://localhost:8765/connected"


@dataclass(slots=True)
class CompanyProcess:
    """A running practice company and how to reach it."""

    ready: dict[str, Any]
    process: subprocess.Popen[str] | None = None
    kept: Secrets = field(default_factory=MemorySecrets)

    @property
    def url(self) -> str:
        """Its address on this machine."""
        return str(self.ready["url"])

    def link(self) -> Link:
        """A link to it, signed in where it was signed in before."""
        app = App(self.ready["client_id"], self.ready["client_secret"], REDIRECT, self.ready["discovery_url"])
        return Link(self.url, app, self.kept)

    def connect(self) -> Link:
        """Sign in by its immediate consent."""
        link = self.link()
        set_app(link, auto_consent)
        return link

    def connect_unhurried(self) -> Link:
        """As `connect`, to a company that takes as many requests as come: nobody waits in a story."""
        self.switch("set", {"rate_limits": "false"})
        return replace(self.connect(), turns=unhurried())

    def switch(self, act: str, wish: dict[str, Any] | None = None) -> dict[str, Any]:
        """Do something behind the shop's back."""
        import requests

        headers = {"X-Practice-Switch": str(self.ready["switch"])}
        with requests.Session() as session:
            session.trust_env = False
            try:
                reply = session.post(f"{self.url}/practice/{act}", json=wish or {}, headers=headers, timeout=(5, 30))
                found: dict[str, Any] = reply.json()
            except requests.RequestException:
                raise Trouble("no_connection") from None
        return found

    def stop(self) -> None:
        """End the process; a detached one is asked to go, and one that is gone already is no trouble."""
        if self.process is None:
            with contextlib.suppress(Trouble):
                self.switch("stop")
        else:
            self.process.terminate()
            self.process.wait(timeout=10)
            if self.process.stdout:
                self.process.stdout.close()


def start_company(file: Path, seed: str = "US", *, detached: bool = False, port: int = 0) -> CompanyProcess:
    """Start a practice company on its own file and wait until it answers.

    A detached one goes on when this program ends.
    """
    command = [sys.executable, "-m", "retailpos.company", "--file", str(file), "--seed", seed, "--auto-consent"]
    process = subprocess.Popen(  # our own interpreter and our own arguments
        [*command, "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=detached,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        process.wait(timeout=10)
        process.stdout.close()
        raise Trouble("practice_company_did_not_start")
    if not detached:
        return CompanyProcess(json.loads(line), process)
    process.stdout.close()
    # It goes on by itself: this program never waits for it, and says so to the one who would complain.
    process.returncode = 0
    return CompanyProcess(json.loads(line))
