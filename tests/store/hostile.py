"""What somebody with the file and a database tool might do to it, and the invariant that must name it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from retailpos.store.documents import digest
from retailpos.store.engine import triggers

Edit = Callable[[dbapi2.Connection], object]


@dataclass(frozen=True, slots=True)
class Hostile:
    """An edit and the name of the invariant that must be named for it."""

    name: str
    invariant: str
    edit: Edit


def sql(*statements: str) -> Edit:
    """An edit made of plain statements."""

    def edit(raw: dbapi2.Connection) -> None:
        for statement in statements:
            raw.execute(statement)

    return edit


def unprotected(path: Path, edit: Edit, *, put_back: bool = True) -> None:
    """Do it with the triggers dropped, and put them back as they were."""
    raw = dbapi2.connect(path, isolation_level=None)
    for name in triggers():
        raw.execute(f"DROP TRIGGER {name}")
    edit(raw)
    if put_back:
        for statement in triggers().values():
            raw.execute(statement)
    raw.close()


def swapped_pair(raw: dbapi2.Connection) -> None:
    """Two documents change places in the chain."""
    raw.execute("UPDATE document SET seq = -1 WHERE register = 1 AND seq = 2")
    raw.execute("UPDATE document SET seq = 2 WHERE register = 1 AND seq = 3")
    raw.execute("UPDATE document SET seq = 3 WHERE register = 1 AND seq = -1")


def cut_tail(raw: dbapi2.Connection) -> None:
    """The last document vanishes, with everything that hangs on it; the head is left."""
    (last,) = raw.execute("SELECT id FROM document WHERE register = 1 ORDER BY seq DESC LIMIT 1").fetchone()
    raw.execute("DELETE FROM document WHERE id = ?", (last,))
    for table in ("doc_line", "doc_tax", "doc_tender", "posting"):
        raw.execute(f"DELETE FROM {table} WHERE document = ?", (last,))


def inserted_document(raw: dbapi2.Connection) -> None:
    """A receipt that never was, with a digest that follows from the last one, and the head moved on."""
    columns = [row[0] for row in raw.execute("SELECT name FROM pragma_table_info('document')")]
    last = raw.execute("SELECT * FROM document WHERE register = 1 AND kind = 'sale' ORDER BY seq DESC").fetchone()
    row = dict(zip(columns, last, strict=True))
    (seq, head) = raw.execute("SELECT seq, head FROM chain WHERE register = 1").fetchone()
    body = json.loads(row["body"]) | {"id": "f" * 32, "number": 5000}
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    link = digest(head, text)
    row |= {"id": "f" * 32, "number": 5000, "seq": seq + 1, "body": text, "digest": link}
    raw.execute(f"INSERT INTO document VALUES ({','.join('?' * len(columns))})", list(row.values()))
    raw.execute("UPDATE chain SET seq = ?, head = ? WHERE register = 1", (seq + 1, link))


def changed_body(raw: dbapi2.Connection) -> None:
    """A price is changed in the body, and the columns with it."""
    raw.execute("UPDATE document SET body = replace(body, '\"price\":500', '\"price\":400') WHERE kind = 'sale'")


FIRST = "(SELECT id FROM document WHERE kind = 'sale' AND register = 1 ORDER BY seq LIMIT 1)"


def unreadable_body(raw: dbapi2.Connection) -> None:
    """A body that is no text of ours at all."""
    raw.execute(f"UPDATE document SET body = '[' WHERE id = {FIRST}")


def stray_posting(raw: dbapi2.Connection) -> None:
    """A posting of a document that is nowhere."""
    raw.execute("CREATE TEMP TABLE stray AS SELECT * FROM posting LIMIT 1")
    raw.execute("UPDATE stray SET document = 'gone'")
    raw.execute("INSERT INTO posting SELECT * FROM stray")


def sales(what: str) -> Edit:
    """The first sale's row in `document` is changed."""
    return sql(f"UPDATE document SET {what} WHERE id = {FIRST}")


def of_sale(table: str, what: str) -> Edit:
    """Rows that belong to the first sale are changed."""
    return sql(f"UPDATE {table} SET {what} WHERE document = {FIRST}")


CHAIN, NUMBERS, COLUMNS = "digest chain", "numbers without gaps", "documents equal their bodies"
ROWS, POSTED, DAYS = "index rows equal bodies", "postings balance", "day totals equal receipts"
SALES_TOTAL, TAX_TOTAL = (
    f"UPDATE period_total SET cents = cents - 5 WHERE slot = '{slot}'" for slot in ("sales", "tax")
)

HOSTILE = (
    Hostile("a swapped pair", CHAIN, swapped_pair),
    Hostile("a cut tail", CHAIN, cut_tail),
    Hostile("an inserted document", NUMBERS, inserted_document),
    Hostile("a changed body", CHAIN, changed_body),
    Hostile("an unreadable body", CHAIN, unreadable_body),
    Hostile("an unreadable body of a sale", "receipts add up", unreadable_body),
    Hostile("a document taken out", CHAIN, sql("DELETE FROM document WHERE register = 1 AND seq = 2")),
    Hostile("a head set back", CHAIN, sql("UPDATE chain SET seq = seq - 1 WHERE register = 1")),
    Hostile("a number changed", NUMBERS, sales("number = 900")),
    Hostile("a counter set back", NUMBERS, sql("UPDATE counter SET last = 1 WHERE series = 'receipt'")),
    Hostile("a date changed", COLUMNS, sales("business_date = '2026-03-09'")),
    Hostile("a total changed", COLUMNS, sales("total = 1")),
    Hostile("a line changed", ROWS, of_sale("doc_line", "net = net - 1")),
    Hostile("a tax row gone", ROWS, sql(f"DELETE FROM doc_tax WHERE document = {FIRST}")),
    Hostile("a tender changed", ROWS, sql("UPDATE doc_tender SET kind = 'cash'")),
    Hostile("a posting changed", POSTED, of_sale("posting", "cents = cents + 1")),
    Hostile("a posting moved", POSTED, of_sale("posting", "key = 'x'")),
    Hostile("a stray posting", POSTED, stray_posting),
    Hostile("a day total changed", DAYS, sql(SALES_TOTAL)),
    Hostile("a day total gone", DAYS, sql("DELETE FROM period_total WHERE slot = 'tax'")),
    Hostile("a tax total changed", "tax per agency equals the tax rows", sql(TAX_TOTAL)),
    Hostile("stock changed", "stock equals movements", sql("UPDATE stock SET milli = milli + 1000")),
    Hostile("stock value changed", "stock equals movements", sql("UPDATE stock SET value = value + 1")),
    Hostile("a drawer changed", "drawers add up", sql("UPDATE drawer SET expected = expected - 500")),
    Hostile("a period gone", "documents lie in periods", sql("DELETE FROM period WHERE business_date = '2026-03-03'")),
)
