"""The stage a story is played on: a throw-away shop, a clock that stands still, seeded identities, paper devices."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from retailpos.actions.compose import Devices, OpenShop, TimeOrderedIds, Tx, create_shop, open_shop
from retailpos.actions.shop import shop_code
from retailpos.actions.till import Till
from retailpos.core.catalogue import Employee, Shop
from retailpos.core.currency import decimals_of
from retailpos.core.day import local_moment
from retailpos.core.document import Document
from retailpos.devices.paper_printer import PaperPrinter
from retailpos.stories.company_process import CompanyProcess, start_company

DEFAULT_SHOP = Shop("Practice Shop", "PS", "USD", 2, "America/New_York", "03:00", 1, "Main", practice=True)


class FixedClock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 1, 14, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment


class Stage:
    """Everything a story acts upon; the shop is made at the first statement that needs it."""

    def __init__(self, file: Path | None = None, seed: int = 1, *, company: CompanyProcess | None = None) -> None:
        """On a file that is kept, or a throw-away; with a practice company that runs already, or one of its own."""
        self._folder = tempfile.TemporaryDirectory(prefix="retailpos-story-") if file is None else None
        self._file = file or Path(str(self._folder and self._folder.name)) / "story.shop"
        self.clock = FixedClock()
        self._seed = seed
        self._dice = random.Random(seed)  # noqa: S311  # identities of a story must come out the same each time
        self.ids = TimeOrderedIds(self.clock, lambda: self._dice.randbytes(10))
        self.facts = DEFAULT_SHOP
        self.company_seed = "US"
        self.printer = PaperPrinter()
        self.tills: dict[int, Till] = {}
        self.named: dict[str, Document] = {}
        self._called: dict[tuple[str, str], str] = {}
        self.last_receipt: Document | None = None
        self.last_date = ""
        self.last_closed = ""
        self.register = 1
        self._shop: OpenShop | None = None
        self._company: CompanyProcess | None = None
        self._standing = company
        self.owner = Employee("owner", "Owner", "owner")

    @property
    def shop(self) -> OpenShop:
        """The shop, made when first needed."""
        if self._shop is None:
            kept = self._file.exists()
            if not kept:
                create_shop(self._file, self.facts, suggest_accounts="1", shop_id=self.ids.new())
            own = self._folder is not None
            self._shop = open_shop(self._file, self.clock, self.ids, Devices(self.printer), to_sell=not own)
            self.facts = self._shop.facts
            if kept:
                self._go_on()
        return self._shop

    def _go_on(self) -> None:
        """In a shop that has a past, identities must differ from those of the story played into it before."""
        with self.shop.store.read() as tx:
            self._dice.seed(f"{self._seed}/{tx.documents.count()}")

    def till(self, register: int = 0) -> Till:
        """A register (the shop's own where none is named), with the owner signed in until somebody else acts."""
        register = register or self.register
        if register not in self.tills:
            self.tills[register] = Till(self.shop, register, self.owner)
        return self.tills[register]

    def set_facts(self, **changes: Any) -> None:
        """Change what holds for the whole shop."""
        self.facts = replace(self.facts, **changes)
        if self._shop is not None or self._file.exists():
            with self.shop.store.write() as tx:
                tx.lists.set_shop(self.facts)
            self.shop.read_lists()

    def name_shop(self, name: str, currency: str) -> None:
        """Give the shop its name and currency."""
        self.set_facts(name=name, code=shop_code(name), currency=currency, decimals=decimals_of(currency))

    def id_of(self, what: str, name: str) -> str:
        """The id of an agency, a tender or a customer of this name; one that is declared later will get it."""
        if what == "agency" and name in self.agencies():
            return self.agencies()[name]
        if what == "tender":
            for tender in self.shop.listed.tenders.values():
                if name in (tender.name, tender.id):
                    return tender.id
        return self._called.setdefault((what, name), self.shop.ids.new())

    def agencies(self) -> dict[str, str]:
        """The agencies that rates are owed to, ids by name."""
        codes = self.shop.listed.tax_codes.values()
        return {rate.row.agency_name: rate.row.agency for code in codes for rate in code.rates}

    def set_meta(self, name: str, value: str) -> None:
        """Change a setting, and with it the terms of sales not begun yet."""
        with self.shop.store.write() as tx:
            tx.lists.set_meta(name, value)
        self.shop.read_lists()
        for till in self.tills.values():
            if till.cart.is_empty:
                till.cart = till.fresh()

    def set_clock(self, text: str, *, second: bool) -> None:
        """Set the clock to a moment in the shop's zone."""
        self.clock.moment = local_moment(text, self.facts.zone, second=second)

    def company(self) -> CompanyProcess:
        """The practice company with an empty ledger, started and connected when first needed."""
        if self._standing is not None:
            if self.shop.exchange is None:
                self.shop.exchange = self._standing.connect()
            return self._standing
        if self._company is None:
            file = self._file.with_name(f"{self._file.stem}-company.db")
            self._company = start_company(file, self.company_seed)
            self.shop.exchange = self._company.connect_unhurried()
        return self._company

    def date(self, tx: Tx) -> str:
        """The date that `send` and `expect entry` mean: the one named last, else the newest with business."""
        if self.last_date:
            return self.last_date
        dates = tx.periods.dates()
        return dates[-1][0] if dates else ""

    def close(self) -> None:
        """Stop the company, shut the shop, and throw a throw-away away."""
        if self._company is not None:
            self._company.stop()
        if self._shop is not None:
            self._shop.close()
        if self._folder is not None:
            self._folder.cleanup()
