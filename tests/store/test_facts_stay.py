from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from retailpos.core.errors import Refusal
from retailpos.store import schema
from retailpos.store.store import Store

TOOTHLESS = "CREATE TRIGGER keep_posting_delete BEFORE DELETE ON posting BEGIN SELECT 1; END"
FACTS = ["document", "doc_line", "doc_tax", "doc_tender", "posting", "mapping_row", "mapping_version"]


@pytest.fixture
def raw(shop_file: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(shop_file, isolation_level=None)
    connection.execute("PRAGMA recursive_triggers=ON")
    yield connection
    connection.close()


def test_every_table_of_facts_is_tried() -> None:
    assert set(FACTS) | {"attempt", "mapping_mark"} == set(schema.FACTS)


@pytest.mark.parametrize("table", FACTS)
@pytest.mark.parametrize("act", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "REPLACE INTO {0} SELECT * FROM {0}"])
def test_facts_can_not_be_changed(raw: dbapi2.Connection, table: str, act: str) -> None:
    column = raw.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
    before = raw.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert before[0] > 0
    with pytest.raises(dbapi2.DatabaseError, match="append-only"):
        raw.execute(act.format(table, column))
    assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == before


def test_the_attempts_of_the_exchange_stay_too(raw: dbapi2.Connection) -> None:
    columns = "n, doc_number, at, by, mapping_version, request_id, state, reason, quickbooks_id, said"
    raw.execute(f"INSERT INTO attempt ({columns}) VALUES (1, 'HG-1', 0, '', 1, 'r', 'ready', '', '', '')")
    for act in ("UPDATE attempt SET said = 'x'", "DELETE FROM attempt"):
        with pytest.raises(dbapi2.DatabaseError, match="append-only"):
            raw.execute(act)


def test_the_classes_of_the_mapping_stay_too(raw: dbapi2.Connection) -> None:
    raw.execute("INSERT INTO mapping_mark VALUES (1, 'sales', 'd', 'class', 'Shop', '7')")
    for act in ("UPDATE mapping_mark SET name = 'x'", "DELETE FROM mapping_mark"):
        with pytest.raises(dbapi2.DatabaseError, match="append-only"):
            raw.execute(act)


def test_our_own_connections_refuse_replace(shop_file: Path) -> None:
    store = Store(shop_file)
    with pytest.raises(Exception, match="append-only"), store.write() as tx:
        tx.connection.exec_driver_sql("REPLACE INTO posting SELECT * FROM posting")
    store.close()


@pytest.mark.parametrize(
    "tamper",
    [
        "DROP TRIGGER keep_document_update",
        f"DROP TRIGGER keep_posting_delete; {TOOTHLESS}",
    ],
)
def test_a_file_without_its_protection_is_not_sold_from(raw: dbapi2.Connection, shop_file: Path, tamper: str) -> None:
    raw.executescript(tamper)
    raw.close()
    with pytest.raises(Refusal) as refused:
        Store(shop_file)
    assert refused.value.code == "shop_file_unprotected"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_shop_file"),
        (b"%PDF-1.7 nothing of ours" * 200, "not_a_database"),
        (b"SQLite format 3\0", "not_a_database"),
    ],
)
def test_what_is_no_shop_file_is_left_alone(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "other.shop"
    path.write_bytes(content)
    with pytest.raises(Exception) as refused:  # noqa: PT011  # a Refusal or a Trouble: its code is looked at
        Store(path)
    assert getattr(refused.value, "code", "") == code
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    connection = dbapi2.connect(path)
    connection.execute("CREATE TABLE note (text TEXT)")
    connection.close()
    with pytest.raises(Refusal) as refused:
        Store(path)
    assert refused.value.code == "not_a_shop_file"


def test_a_newer_file_and_a_linked_one_are_refused(shop_file: Path, tmp_path: Path) -> None:
    connection = dbapi2.connect(shop_file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(Refusal) as newer:
        Store(shop_file)
    assert newer.value.code == "shop_file_is_newer"
    (tmp_path / "second.shop").hardlink_to(shop_file)
    with pytest.raises(Refusal) as linked:
        Store(shop_file)
    assert linked.value.code == "shop_file_linked"


def test_a_damaged_page_is_trouble_and_not_a_crash(shop_file: Path) -> None:
    raw = bytearray(shop_file.read_bytes())
    for page in range(2, len(raw) // 4096):
        raw[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    shop_file.write_bytes(bytes(raw))
    for extra in ("-wal", "-shm"):
        Path(f"{shop_file}{extra}").unlink(missing_ok=True)
    with pytest.raises(Exception) as refused:  # noqa: PT011  # a Trouble with its code
        Store(shop_file).read().__enter__().documents.count()
    assert getattr(refused.value, "code", "") == "shop_file_damaged"


def test_a_backup_is_whole_and_never_over_another(shop_file: Path, tmp_path: Path) -> None:
    store = Store(shop_file)
    target = tmp_path / "backup.shop"
    store.backup(target)
    with pytest.raises(Refusal) as refused:
        store.backup(target)
    assert refused.value.code == "backup_exists"
    with store.read() as here:
        count = here.documents.count()
    store.close()
    copied = Store(shutil.move(target, tmp_path / "moved.shop"))
    with copied.read() as there:
        assert there.documents.count() == count
    copied.close()
