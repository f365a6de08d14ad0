from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from retailpos.actions.check import check_shop
from retailpos.core.errors import Refusal
from retailpos.store import schema
from retailpos.store.store import Store
from tests.store.conftest import play_into

TABLES = (*schema.FACTS[:5], "period", "period_total", "counter", "chain", "drawer")
TWO = """
at 2026-03-04 09:00
open float 50.00 register {0}
sale register {0}
  item Ball x 2
  pay cash
sale register {0} as "kite"
  item Kite
  pay "Visa/MC"
return of "kite" register {0}
  item Kite reason "Torn"
  refund "Visa/MC"
no-sale reason "Change for a customer" register {0}
close register {0}
"""


def test_two_registers_files_merge_without_a_clash_of_identity(shop_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.shop"
    shutil.copy(shop_file, other)
    play_into(shop_file, "at 2026-03-03 20:00\nclose\nclose day\n" + TWO.format(1), seed=11)
    play_into(other, TWO.format(2), seed=12)
    merged = dbapi2.connect(shop_file, isolation_level=None)
    merged.execute("ATTACH ? AS other", (str(other),))
    for table in TABLES:
        where = " WHERE register = 2" if "register" in columns(merged, table) else ""
        if not where:
            where = " WHERE document IN (SELECT id FROM other.document WHERE register = 2)"
        merged.execute(f"INSERT INTO {table} SELECT * FROM other.{table}{where}")
    count = merged.execute("SELECT count(*), count(DISTINCT id) FROM document").fetchone()
    assert count[0] == count[1]
    # Each register sold from its own copy: what is on hand is what both moved.
    merged.execute(
        "UPDATE stock SET (milli, value) = (SELECT coalesce(sum(-milli), 0), coalesce(sum(-cost), 0) "
        "FROM doc_line WHERE doc_line.item = stock.item)"
    )
    merged.close()
    store = Store(shop_file)
    assert check_shop(store) == ()
    with store.read() as tx:
        numbers = [(d.register, d.number) for d in tx.documents.everything() if d.series == "receipt"]
    store.close()
    assert len(numbers) == len(set(numbers))
    assert {register for register, _ in numbers} == {1, 2}


def columns(raw: dbapi2.Connection, table: str) -> list[str]:
    return [row[0] for row in raw.execute(f"SELECT name FROM pragma_table_info('{table}')")]


def test_numbers_have_no_gaps_even_after_refusals_and_rollbacks(shop_file: Path) -> None:
    store = Store(shop_file)
    with store.read() as tx:
        before = tx.documents.count()
    for _ in range(3):
        with pytest.raises(Refusal):
            number_and_refuse(store)
    store.close()
    play_into(shop_file, 'at 2026-03-03 12:00\nsale\n  item Ball\n  pay "Visa/MC"\nexpect check ok\n', seed=3)
    store = Store(shop_file)
    with store.read() as tx:
        assert tx.documents.count() == before + 1
    assert check_shop(store) == ()
    store.close()


def number_and_refuse(store: Store) -> None:
    with store.write() as tx:
        tx.documents.next_number(1, 1, "receipt")
        tx.lists.set_meta("half", "done")
        raise Refusal("nothing_to_sell")


def test_a_write_that_fails_leaves_nothing(shop_file: Path) -> None:
    store = Store(shop_file)
    with pytest.raises(Refusal):
        number_and_refuse(store)
    with store.read() as tx:
        assert tx.lists.meta("half", "nothing") == "nothing"
    store.close()


def test_readers_look_on_while_one_writes(shop_file: Path) -> None:
    store, reader = Store(shop_file), Store(shop_file)
    with store.write() as tx, reader.snapshot() as seen:
        tx.lists.set_meta("seen", "not yet")
        assert seen.lists.meta("seen", "nothing") == "nothing"
    with reader.snapshot() as seen:
        assert seen.lists.meta("seen") == "not yet"
    reader.close()
    store.close()
