from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from retailpos.actions.check import check_shop
from retailpos.store import schema
from retailpos.store.store import Store
from tests.store.conftest import play_into


@pytest.fixture
def first_file(tmp_path: Path) -> Path:
    """A shop file as the first version of the schema made it, with two days in it."""
    path = tmp_path / "first.shop"
    raw = dbapi2.connect(path, isolation_level=None)
    raw.executescript((Path(__file__).parent / "first_schema.sql").read_text(encoding="utf-8"))
    raw.close()
    return path


CHARGED = """
at 2026-03-03 12:00
customer Inn house-account 100.00
sale customer Inn
  item Ball
  pay house-account
expect check ok
"""


def of_file(path: Path, query: str) -> list[tuple[object, ...]]:
    raw = dbapi2.connect(path, isolation_level=None)
    raw.execute("PRAGMA recursive_triggers=ON")
    try:
        return [tuple(row) for row in raw.execute(query)]
    finally:
        raw.close()


def test_a_file_of_the_first_schema_becomes_one_of_the_last(first_file: Path, shop_file: Path) -> None:
    facts = "SELECT id, body, digest FROM document ORDER BY id"
    before = of_file(first_file, facts)
    store = Store(first_file)
    assert check_shop(store) == ()
    store.close()
    assert of_file(first_file, facts) == before
    assert of_file(first_file, "SELECT version_num FROM alembic_version") == [(schema.VERSION,)]
    shape = "SELECT name FROM sqlite_master WHERE type IN ('table', 'index', 'trigger') ORDER BY name"
    assert of_file(first_file, shape) == of_file(shop_file, shape)
    columns = "SELECT m.name, i.name, i.type, i.[notnull], i.pk FROM sqlite_master m, pragma_table_info(m.name) i"
    ordered = f"{columns} WHERE m.type = 'table' ORDER BY 1, 2"
    assert of_file(first_file, ordered) == of_file(shop_file, ordered)
    (aside,) = first_file.parent.glob("*.before-*")
    assert of_file(aside, facts) == before


def test_after_the_migration_facts_stay_and_selling_goes_on(first_file: Path) -> None:
    Store(first_file).close()
    for act in ("UPDATE document SET total = 1", "DELETE FROM posting", "REPLACE INTO doc_line SELECT * FROM doc_line"):
        with pytest.raises(dbapi2.DatabaseError, match="append-only"):
            of_file(first_file, act)
    story = (
        "at 2026-03-03 12:00\ncustomer Inn house-account 100.00\nsale customer Inn\n  item Ball\n  pay house-account\n"
    )
    play_into(first_file, f"{story}expect check ok\n", seed=4)


UPGRADE = """
import sys
from pathlib import Path
from retailpos.store import migrate
from retailpos.store.engine import make_engine
path = Path(sys.argv[1])
print("begun", flush=True)
migrate.upgrade(make_engine(path), path)
"""


def test_killed_half_way_an_upgrade_leaves_the_file_as_it_was_or_as_it_should_be(first_file: Path) -> None:
    for pause in (0.0, 0.05, 0.15):
        child = subprocess.Popen([sys.executable, "-c", UPGRADE, str(first_file)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(pause)
        os.kill(child.pid, signal.SIGKILL)
        child.wait(10)
        child.stdout.close()
        (version,) = of_file(first_file, "SELECT version_num FROM alembic_version")[0]
        assert version in ("0001", schema.VERSION)
    store = Store(first_file)
    assert check_shop(store) == ()
    store.close()
