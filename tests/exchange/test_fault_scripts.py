"""Seeded scripts of everything that goes wrong at once: each day arrives exactly once; weakened senders are caught."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retailpos.exchange.vault import FileSecrets
from retailpos.store.store import Store
from retailpos.stories.company_process import start_company
from tests.exchange.killed import Senders
from tests.exchange.storm import DAYS, Place, Storm
from tests.store.conftest import play_into

LONG = bool(os.environ.get("RETAILPOS_LONG"))
A_BATCH = 25
BATCHES = range(40 if LONG else 1)
MOST_WEAK_SCRIPTS = 40
PASSPHRASE = "four days and a storm"
STORY = "shop Storm currency USD timezone America/New_York day-ends 03:00 store Main register 1\n" + "".join(
    f"at {day} 10:00\nsale\n  open-item {n}1.50\n  pay check\nsale\n  open-item {n}.25\n  pay check\n"
    for n, day in enumerate(DAYS, 1)
)
CODES = ("".join(letters) for letters in itertools.product("ABCDEFGHIJKLMNOPQRSTUVWXYZ", repeat=3))


@pytest.fixture(scope="module")
def four_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop of all scripts: four days sold, none closed."""
    path = tmp_path_factory.mktemp("days") / "days.shop"
    play_into(path, STORY)
    return path


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory where there is one: what is killed here are programs, not the power."""
    memory = Path("/dev/shm")
    made = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    yield made
    shutil.rmtree(made)


@pytest.fixture
def place(folder: Path) -> Iterator[Place]:
    """A company that trusts nobody with a token twice and warns of no doubled number, and the way to it."""
    company = start_company(folder / "company.db")
    no_help = {"rate_limits": "false", "second_refresh_kills": "true", "WarnDuplicateJournalNumber": "false"}
    company.switch("set", no_help)
    link = company.connect()
    vault = FileSecrets(folder / "vault", PASSPHRASE)
    plan = {
        "url": link.base_url,
        "client_id": link.app.client_id,
        "client_secret": link.app.client_secret,
        "discovery": link.app.discovery,
        "realm": link.kept.get("realm"),
        "vault": str(folder / "vault"),
        "passphrase": PASSPHRASE,
        "lock": str(folder / "tokens.lock"),
    }
    made = Place(company, vault, plan, Senders(plan))
    made.sign_in()
    yield made
    made.senders.close()
    company.stop()


def weather(place: Place, four_days: Path, seed: int, kind: str = "Sender") -> tuple[list[str], list[str]]:
    """One script from its beginning to calm; what was wrong, and what was done."""
    file = Path(place.plan["vault"]).with_name(f"{kind}{seed}.shop")
    shutil.copy(four_days, file)
    store = Store(file)
    with store.write() as tx:
        tx.lists.set_shop(replace(tx.lists.shop(), code=next(CODES)))
        tx.lists.set_meta("guard_entered_by_hand", "0")
    store.close()
    storm = Storm(place, file, seed, kind)
    try:
        storm.blow()
        storm.calm()
        return storm.wrong(), storm.told
    finally:
        storm.close()
        file.unlink()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("batch", BATCHES)
def test_whatever_goes_wrong_each_day_arrives_once(place: Place, four_days: Path, batch: int) -> None:
    done: Counter[str] = Counter()
    for seed in range(batch * A_BATCH, (batch + 1) * A_BATCH):
        wrong, told = weather(place, four_days, seed)
        assert wrong == [], f"script {seed}: {', '.join(told)}"
        done.update(told)
    met = {"fault", "rotate", "expire", "put_back", "edit_there", "together", "die", "killed"}
    assert met <= set(done), f"these scripts never met {met - set(done)}"


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", ["NoLookUp", "NewKeys", "NoReadBack"])
def test_weakened_senders_are_caught_by_the_same_look(place: Place, four_days: Path, kind: str) -> None:
    scripts = range(MOST_WEAK_SCRIPTS)
    looks = (bool(weather(place, four_days, seed, kind)[0]) for seed in scripts)
    if not LONG:
        assert any(looks)
        return
    caught = sum(looks)
    print(f"{kind}: caught in {caught} of {MOST_WEAK_SCRIPTS} scripts")  # noqa: T201  # the figure is the result
    assert caught
