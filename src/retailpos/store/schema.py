"""The tables. Fact tables are append-only and change only by ADD COLUMN or a new table."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, UniqueConstraint

VERSION = "0005"
APPLICATION_ID = 0x52504F53
FACTS = tuple("document doc_line doc_tax doc_tender posting mapping_row mapping_version attempt mapping_mark".split())

metadata = MetaData()


class Cents(Integer):
    """An amount in minor units."""


class Milli(Integer):
    """A quantity in thousandths."""


class Flag(Integer):
    """0 or 1."""


class Day(Text):
    """A business date, YYYY-MM-DD."""


class Instant(Integer):
    """A moment: UTC milliseconds."""


def _table(name: str, *parts: Column[object] | UniqueConstraint) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _key(name: str, kind: type[Integer | Text] = Text) -> Column[object]:
    return Column(name, kind, primary_key=True, nullable=False, autoincrement=False)


def _col(name: str, kind: type[Integer | Text] = Text, default: object = None) -> Column[object]:
    if default is None:
        return Column(name, kind, nullable=False)
    return Column(name, kind, nullable=False, server_default=str(default) if default != "" else "")


meta = _table("meta", _key("name"), _col("value"))

document = _table(
    "document",
    _key("id"),
    _col("store", Integer),
    _col("register", Integer),
    _col("seq", Integer),
    _col("kind"),
    _col("series"),
    _col("number", Integer),
    _col("at", Instant),
    _col("business_date", Day),
    _col("run", Integer),
    _col("by"),
    _col("customer"),
    _col("refers"),
    _col("total", Cents),
    _col("body"),
    _col("digest"),
    UniqueConstraint("store", "register", "series", "number"),
    UniqueConstraint("store", "register", "seq"),
)
Index("document_day", document.c.business_date, document.c.kind)
Index("document_refers", document.c.refers)
Index("document_total", document.c.total)

doc_line = _table(
    "doc_line",
    _key("document"),
    _key("n", Integer),
    _col("kind"),
    _col("item"),
    _col("department"),
    _col("milli", Milli),
    _col("net", Cents),
    _col("cost", Cents),
    _col("back_document"),
    _col("back_line", Integer),
)
Index("doc_line_item", doc_line.c.item)
Index("doc_line_back", doc_line.c.back_document)

doc_tax = _table(
    "doc_tax", _key("document"), _key("n", Integer), _col("agency"), _col("rate_name"), _col("cents", Cents)
)
doc_tender = _table(
    "doc_tender",
    _key("document"),
    _key("n", Integer),
    _col("tender"),
    _col("kind"),
    _col("cents", Cents),
    _col("applied", Cents),
)
posting = _table(
    "posting",
    _key("document"),
    _key("n", Integer),
    _col("slot"),
    _col("key"),
    _col("cents", Cents),
    _col("entry"),
    _col("side"),
    _col("department"),
    _col("reason"),
    _col("tax_code"),
    _col("party"),
)
period_total = _table(
    "period_total",
    _key("store", Integer),
    _key("register", Integer),
    _key("business_date", Day),
    _key("run", Integer),
    _key("entry"),
    _key("side"),
    _key("slot"),
    _key("key"),
    _key("department"),
    _key("reason"),
    _key("tax_code"),
    _key("party"),
    _col("cents", Cents),
    _col("count", Integer),
)
Index("period_total_day", period_total.c.business_date)
period = _table(
    "period",
    _key("store", Integer),
    _key("register", Integer),
    _key("business_date", Day),
    _key("run", Integer),
    _col("closed_by", default=""),
)
Index("period_open", period.c.closed_by, period.c.business_date)
counter = _table("counter", _key("store", Integer), _key("register", Integer), _key("series"), _col("last", Integer))
chain = _table(
    "chain",
    _key("store", Integer),
    _key("register", Integer),
    _col("seq", Integer),
    _col("head"),
    _col("business_date", Day),
    _col("at", Instant),
)
drawer = _table(
    "drawer",
    _key("store", Integer),
    _key("register", Integer),
    _col("opened_by", default=""),
    _col("business_date", Day, ""),
    _col("expected", Cents),
    _col("bag", Cents),
    Column("left_cents", Cents),
)
draft = _table(
    "draft",
    _key("id"),
    _col("register", Integer),
    _col("name"),
    _col("held", Flag),
    _col("at", Instant),
    _col("business_date", Day),
    _col("body"),
)

tax_code = _table("tax_code", _key("id"), _col("name"), _col("body"))
department = _table("department", _key("id"), _col("name"), _col("body"))
tender = _table("tender", _key("id"), _col("name"), _col("body"))
employee = _table(
    "employee",
    _key("id"),
    _col("name"),
    _col("role"),
    _col("active", Flag),
    _col("pin", default=""),
    _col("tries", Integer, 0),
    _col("wait_until", Instant, 0),
)
item = _table(
    "item",
    _key("id"),
    _col("name"),
    _col("folded"),
    _col("sku"),
    _col("price", Cents),
    _col("cost", Cents),
    _col("department"),
    _col("tax_code"),
    _col("unit"),
    _col("icon"),
    _col("active", Flag),
    _col("position", Integer, 0),
)
Index("item_name", item.c.name)
Index("item_sku", item.c.sku)
Index("item_department", item.c.department, item.c.position)
barcode = _table("barcode", _key("code"), _col("item"), _col("printed"))
Index("barcode_item", barcode.c.item)
stock = _table("stock", _key("item"), _col("milli", Milli), _col("value", Cents), _col("last_cost", Cents))
customer = _table(
    "customer", _key("id"), _col("name"), _col("folded"), _col("exempt"), Column("house_limit", Cents), _col("body")
)
Index("customer_name", customer.c.name)
vendor = _table("vendor", _key("id"), _col("name"), _col("folded"), _col("body"))
Index("vendor_name", vendor.c.name)
shared = _table(
    "shared",
    _key("kind"),
    _key("company"),
    _key("id"),
    _col("there"),
    _col("token"),
    _col("seen"),
    _col("at", Instant),
)
Index("shared_there", shared.c.kind, shared.c.company, shared.c.there, unique=True)

balance = _table("balance", _key("kind"), _key("party"), _col("cents", Cents))

mapping_version = _table(
    "mapping_version", _key("version", Integer), _col("at", Instant), _col("by"), _col("company", default="")
)
mapping_row = _table(
    "mapping_row",
    _key("version", Integer),
    _key("slot"),
    _key("key"),
    _col("account"),
    _col("account_id"),
    _col("none", Flag),
)
mapping_mark = _table(
    "mapping_mark",
    _key("version", Integer),
    _key("slot"),
    _key("key"),
    _key("kind"),
    _col("name"),
    _col("id"),
)
outbox = _table(
    "outbox",
    _key("doc_number"),
    _col("store", Integer),
    _col("business_date", Day),
    _col("entry"),
    _col("run", Integer),
    _col("periods"),
    _col("chain_head"),
    _col("state"),
    _col("reason", default=""),
    _col("company", default=""),
    _col("mapping_version", Integer, 0),
    _col("revision", Integer, 0),
    _col("request_id", default=""),
    _col("body", default=""),
    _col("quickbooks_id", default=""),
    _col("sync_token", default=""),
    _col("attempts", Integer, 0),
    _col("retry_at", Instant, 0),
    _col("sent_at", Instant, 0),
    _col("said", default=""),
    _col("paper", default="journal"),
)
Index("outbox_day", outbox.c.business_date)
attempt = _table(
    "attempt",
    Column("n", Integer, primary_key=True),
    _col("doc_number"),
    _col("at", Instant),
    _col("by"),
    _col("mapping_version", Integer),
    _col("request_id"),
    _col("state"),
    _col("reason"),
    _col("quickbooks_id"),
    _col("said"),
    _col("raw", default=""),
)
lease = _table("lease", _key("name"), _col("owner"), _col("until", Instant))
