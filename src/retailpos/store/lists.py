"""Items, departments, customers, employees, tenders, tax codes and settings."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from retailpos.core.catalogue import Customer, Department, Employee, Item, Shop, TaxCode, Tender
from retailpos.core.errors import Refusal
from retailpos.core.paper import printable
from retailpos.core.plain import canonical, from_plain
from retailpos.store import schema as t

_META = upsert(t.meta)
_META = _META.on_conflict_do_update(set_={"value": _META.excluded.value})
_BY_CODE = select(t.item).join(t.barcode, t.barcode.c.item == t.item.c.id).where(t.barcode.c.code == bindparam("code"))
_BY_ITEM = select(t.item).where(t.item.c.id == bindparam("item"))
_SEARCH = text(
    "SELECT item.* FROM item_search JOIN item ON item.id = item_search.item "
    "WHERE item_search MATCH :words AND item.active = 1 LIMIT :most"
)
_LIST = text("INSERT OR REPLACE INTO item_search (rowid, item, words) VALUES (:place, :item, :words)")
_UNLIST = text("DELETE FROM item_search WHERE rowid = :place AND item = :item")


def folded(words: str) -> str:
    """Text as it is searched: without case, accents or width."""
    plain = unicodedata.normalize("NFKD", printable(words).casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


class Lists:
    """The shop's lists within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._c = connection

    # Settings

    def meta(self, name: str, default: str = "") -> str:
        """A setting of the shop file."""
        found = self._c.execute(select(t.meta.c.value).where(t.meta.c.name == name)).scalar()
        return default if found is None else str(found)

    def set_meta(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._c.execute(_META, {"name": name, "value": value})

    def shop(self) -> Shop:
        """What holds for the whole shop."""
        body = self.meta("shop")
        if not body:
            raise Refusal("shop_not_set_up")
        return from_plain(Shop, json.loads(body))

    def set_shop(self, shop: Shop) -> None:
        """Keep what holds for the whole shop."""
        self.set_meta("shop", canonical(shop))

    # Small lists, kept as text

    def departments(self) -> tuple[Department, ...]:
        """All departments, by name."""
        return tuple(from_plain(Department, plain) for plain in self._bodies(t.department))

    def tax_codes(self) -> tuple[TaxCode, ...]:
        """All tax codes."""
        return tuple(from_plain(TaxCode, plain) for plain in self._bodies(t.tax_code))

    def tenders(self) -> tuple[Tender, ...]:
        """All tenders, in the order shown."""
        found = (from_plain(Tender, plain) for plain in self._bodies(t.tender))
        return tuple(sorted(found, key=lambda tender: tender.position))

    def put(self, value: Department | TaxCode | Tender) -> None:
        """Add or change a department, tax code or tender."""
        tables: dict[type, Any] = {Department: t.department, TaxCode: t.tax_code, Tender: t.tender}
        change = upsert(tables[type(value)])
        change = change.on_conflict_do_update(set_={"name": change.excluded.name, "body": change.excluded.body})
        self._c.execute(change, {"id": value.id, "name": value.name, "body": canonical(value)})

    def _bodies(self, table: Any) -> list[Any]:
        return [json.loads(body) for body in self._c.execute(select(table.c.body).order_by(table.c.name)).scalars()]

    # Employees

    def employees(self) -> tuple[Employee, ...]:
        """Everybody who may sign in, by name."""
        rows = self._c.execute(select(t.employee).where(t.employee.c.active == 1).order_by(t.employee.c.name))
        return tuple(Employee(row.id, row.name, row.role) for row in rows)

    def add_employee(self, employee: Employee, pin_hash: str) -> None:
        """Add somebody, with the hash of their PIN."""
        self._c.execute(
            insert(t.employee).values(
                id=employee.id, name=employee.name, role=employee.role, active=int(employee.active), pin=pin_hash
            )
        )

    def sign_in_state(self, employee: str) -> tuple[str, int, int]:
        """(PIN hash, tries that did not fit, wait until) of somebody."""
        row = self._c.execute(select(t.employee).where(t.employee.c.id == employee)).first()
        if row is None:
            raise Refusal("nobody_of_that_name")
        return row.pin, row.tries, row.wait_until

    def set_sign_in_state(self, employee: str, tries: int, wait_until: int) -> None:
        """Count a try."""
        change = update(t.employee).where(t.employee.c.id == employee).values(tries=tries, wait_until=wait_until)
        self._c.execute(change)

    # Customers

    def customers(self, words: str = "", most: int = 50) -> tuple[Customer, ...]:
        """Customers whose name contains these words, by name."""
        found = select(t.customer.c.body).order_by(t.customer.c.name).limit(most)
        if words:
            found = found.where(t.customer.c.folded.contains(folded(words), autoescape=True))
        return tuple(from_plain(Customer, json.loads(body)) for body in self._c.execute(found).scalars())

    def customer(self, customer: str) -> Customer | None:
        """A customer by id."""
        body = self._c.execute(select(t.customer.c.body).where(t.customer.c.id == customer)).scalar()
        return from_plain(Customer, json.loads(body)) if body else None

    def customer_names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of customers by id."""
        found = select(t.customer.c.id, t.customer.c.name).where(t.customer.c.id.in_(list(ids)))
        return {str(customer): str(name) for customer, name in self._c.execute(found)}

    def customer_named(self, name: str) -> Customer | None:
        """A customer by exact name."""
        body = self._c.execute(select(t.customer.c.body).where(t.customer.c.name == name)).scalar()
        return from_plain(Customer, json.loads(body)) if body else None

    def put_customers(self, customers: Iterable[Customer]) -> None:
        """Add or change customers."""
        change = upsert(t.customer)
        names = ("name", "folded", "exempt", "house_limit", "body")
        change = change.on_conflict_do_update(set_={name: change.excluded[name] for name in names})
        rows = [
            {
                "id": c.id,
                "name": c.name,
                "folded": folded(c.name),
                "exempt": c.exempt,
                "house_limit": c.house_limit,
                "body": canonical(c),
            }
            for c in customers
        ]
        if rows:
            self._c.execute(change, rows)

    # Items

    def item(self, item: str) -> Item | None:
        """An item by id."""
        row = self._c.execute(_BY_ITEM, {"item": item}).first()
        return _item(row) if row else None

    def item_by_code(self, keys: Iterable[str]) -> Item | None:
        """The item that has one of these barcode keys, tried in order."""
        for key in keys:
            row = self._c.execute(_BY_CODE, {"code": key}).first()
            if row is not None:
                return _item(row)
        return None

    def item_named(self, name: str) -> Item | None:
        """An item by its exact name or SKU."""
        found = select(t.item).where((t.item.c.name == name) | (t.item.c.sku == name))
        row = self._c.execute(found.order_by(t.item.c.name != name).limit(1)).first()
        return _item(row) if row else None

    def search_items(self, words: str, most: int = 20) -> tuple[Item, ...]:
        """Active items whose name, SKU or barcode has words that begin so."""
        parts = [part for part in folded(words).replace('"', " ").split() if part][:6]
        if not parts:
            return ()
        match = " ".join(f'"{part}"*' for part in parts)
        return tuple(_item(row) for row in self._c.execute(_SEARCH, {"words": match, "most": most}))

    def items_of(self, department: str, most: int = 60) -> tuple[Item, ...]:
        """Items of a department in their order on the keys ('' for favourites)."""
        i = t.item.c
        found = select(t.item).where(i.active == 1)
        found = found.where(i.department == department) if department else found.where(i.position > 0)
        return tuple(
            _item(row) for row in self._c.execute(found.order_by(i.position == 0, i.position, i.name).limit(most))
        )

    def items(self, most: int = 1000, after: str = "") -> tuple[Item, ...]:
        """Items by name, a page at a time."""
        found = select(t.item).where(t.item.c.name > after).order_by(t.item.c.name).limit(most)
        return tuple(_item(row) for row in self._c.execute(found))

    def count_items(self) -> int:
        """How many items there are."""
        return int(self._c.execute(select(func.count()).select_from(t.item)).scalar_one())

    def put_items(self, items: Iterable[Item], codes: dict[str, str], position: int = 0) -> None:
        """Add or change items. `codes` maps every barcode key to the item's id."""
        rows = [_item_row(item, position) for item in items]
        if not rows:
            return
        self._unlist(str(row["id"]) for row in rows)
        change = upsert(t.item)
        names = [name for name in rows[0] if name != "id"]
        self._c.execute(change.on_conflict_do_update(set_={name: change.excluded[name] for name in names}), rows)
        ids = [{"gone": row["id"]} for row in rows]
        self._c.execute(delete(t.barcode).where(t.barcode.c.item == bindparam("gone")), ids)
        self._c.execute(_LIST, _words(items))
        if codes:
            barcodes = upsert(t.barcode)
            barcodes = barcodes.on_conflict_do_update(set_={"item": barcodes.excluded.item})
            self._c.execute(barcodes, [{"code": k, "item": v, "printed": k} for k, v in codes.items()])

    def _unlist(self, ids: Iterable[str]) -> None:
        """Take the words of items that are known out of the search. Only rows of older files have to be looked for."""
        for item in ids:
            if self._c.execute(_BY_ITEM, {"item": item}).first() is None:
                continue
            gone = {"place": _place(item), "item": item}
            if self._c.execute(_UNLIST, gone).rowcount == 0:
                self._c.execute(text("DELETE FROM item_search WHERE item = :item"), {"item": item})


def _words(items: Iterable[Item]) -> list[dict[str, object]]:
    return [
        {"place": _place(i.id), "item": i.id, "words": folded(" ".join((i.name, i.sku, *i.barcodes)))} for i in items
    ]


def _place(item: str) -> int:
    """Where an item's words stand in the search: worked out from its id, since looking for them reads them all."""
    return int.from_bytes(hashlib.blake2b(item.encode(), digest_size=8).digest()) >> 1


def _item_row(item: Item, position: int) -> dict[str, object]:
    names = ("id", "name", "sku", "price", "cost", "department", "tax_code", "unit", "icon")
    row: dict[str, object] = {name: getattr(item, name) for name in names}
    return row | {"folded": folded(item.name), "active": int(item.active), "position": position}


def _item(row: Any) -> Item:
    return Item(
        row.id,
        row.name,
        row.price,
        row.cost,
        row.department,
        row.tax_code,
        row.sku,
        unit=row.unit,
        icon=row.icon,
        active=bool(row.active),
    )
