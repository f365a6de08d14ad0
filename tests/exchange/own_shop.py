"""A shop connected as a person's own is: its keys in the shop file, its tokens in a vault; run from a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from retailpos.actions.compose import App
from retailpos.actions.connection import confirm_company, keep_app, safe_place
from retailpos.actions.exchange import auto_consent, set_app
from retailpos.exchange.tokens import Secrets
from retailpos.stories.company_process import REDIRECT, CompanyProcess
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage
from retailpos.words import sentence

PASSPHRASE = "planted-passphrase-of-the-vault"
# The program reads the computer's clock, and looks only so far back.
DAYS = tuple((datetime.now(UTC).date() - timedelta(days=back)).isoformat() for back in range(6, 1, -1))
STORY = "shop Alone currency USD timezone America/New_York day-ends 03:00 store Main register 1\n" + "".join(
    f"at {day} 10:00\nsale\n  open-item {n}1.50\n  pay check\nclose day\n" for n, day in enumerate(DAYS, 1)
)


@dataclass(slots=True)
class OwnShop:
    """The shop's file, the folder with everything that the program keeps, and the secrets that it was given."""

    folder: Path
    kept: Secrets

    @property
    def file(self) -> Path:
        """The shop file."""
        return self.folder / "shop.shop"

    def start(self, *words: str) -> subprocess.Popen[str]:
        """`retailpos WORDS` as a program of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "retailpos", *words, "--shop", str(self.file)],
            env={**os.environ, "RETAILPOS_DATA": str(self.folder), "RETAILPOS_PASSPHRASE": PASSPHRASE},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str) -> tuple[int, str, str]:
        """`retailpos WORDS` to its end: how it ended, what it said, and what it said beside that."""
        program = self.start(*words)
        said, beside = program.communicate(timeout=100)
        return program.returncode, said, beside


def connected_shop(folder: Path, company: CompanyProcess) -> OwnShop:
    """Some days sold and closed, none sent; connected by the practice company's immediate consent."""
    folder.mkdir(exist_ok=True)
    stage = Stage(folder / "shop.shop", seed=77)
    Player(stage, sentence).play(STORY)
    stage.set_facts(practice=False)
    kept = safe_place(stage.shop, folder, PASSPHRASE)
    ready = company.ready
    app = App(ready["client_id"], ready["client_secret"], REDIRECT, ready["discovery_url"])
    link = keep_app(stage.till(), company.url, app, kept)
    set_app(link, auto_consent)
    confirm_company(stage.till(), link)
    stage.close()
    return OwnShop(folder, kept)
