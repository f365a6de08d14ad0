from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from retailpos.actions.check import check_shop
from retailpos.store.checks import INVARIANTS
from retailpos.store.engine import make_engine
from retailpos.store.store import Store
from tests.store.conftest import STORY, play_into
from tests.store.hostile import HOSTILE, Hostile, sql, unprotected


def broken(path: Path) -> set[str]:
    store = Store(path)
    try:
        return {found.invariant for found in check_shop(store)}
    finally:
        store.close()


def test_a_sound_file_is_sound(shop_file: Path) -> None:
    assert broken(shop_file) == set()


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name.replace(" ", "-"))
def test_what_was_done_to_the_file_is_named(shop_file: Path, hostile: Hostile) -> None:
    unprotected(shop_file, hostile.edit)
    assert hostile.invariant in broken(shop_file)


def test_triggers_that_are_gone_are_named(shop_file: Path) -> None:
    engine = make_engine(shop_file)
    unprotected(shop_file, sql(), put_back=False)
    with engine.connect() as connection:
        assert list(INVARIANTS["append-only triggers"](connection))
    engine.dispose()


def test_a_changed_balance_is_named(tmp_path: Path) -> None:
    path = tmp_path / "account.shop"
    play_into(path, 'customer "Harbor Inn" house-account 2000.00 owes 500.00\n' + STORY)
    assert broken(path) == set()
    unprotected(path, sql("UPDATE balance SET cents = cents - 1"))
    assert "balances equal charges less payments" in broken(path)


def test_a_receipt_that_does_not_add_up_is_named(shop_file: Path) -> None:
    def edit(raw: dbapi2.Connection) -> None:
        body = raw.execute("SELECT body FROM document WHERE kind = 'sale' ORDER BY seq LIMIT 1").fetchone()[0]
        told = json.loads(body)
        told["payments"][0]["applied"] -= 1
        text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        raw.execute("UPDATE document SET body = ? WHERE body = ?", (text, body))

    unprotected(shop_file, edit)
    assert "receipts add up" in broken(shop_file)


def test_every_invariant_is_made_to_fail_by_one_of_these() -> None:
    here = {hostile.invariant for hostile in HOSTILE}
    elsewhere = {"append-only triggers", "receipts add up", "balances equal charges less payments", "file integrity"}
    assert here | elsewhere >= set(INVARIANTS)


def test_a_flipped_byte_in_an_index_is_named(shop_file: Path) -> None:
    raw = dbapi2.connect(shop_file, isolation_level=None)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.execute("PRAGMA writable_schema=ON")
    (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'document_total'").fetchone()
    size = raw.execute("PRAGMA page_size").fetchone()[0]
    raw.close()
    content = bytearray(shop_file.read_bytes())
    end = page * size
    content[end - 3] ^= 0x01
    shop_file.write_bytes(bytes(content))
    assert "file integrity" in broken(shop_file)


def test_an_older_copy_put_back_is_named(tmp_path: Path) -> None:
    path = tmp_path / "harbor.shop"
    play_into(path, STORY)
    older = tmp_path / "older.shop"
    store = Store(path)
    store.backup(older)
    store.close()
    play_into(path, 'at 2026-03-03 10:00\nsale\n  item Ball\n  pay "Visa/MC"\nsale\n  item Kite\n  pay cash\n', seed=2)
    assert broken(path) == set()
    for extra in ("-wal", "-shm"):
        Path(f"{path}{extra}").unlink(missing_ok=True)
    shutil.move(older, path)
    assert broken(path) == {"the file is as new as its mark"}
