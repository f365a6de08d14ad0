"""Which sheet belongs to which verb of the register, and what its answer does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from retailpos.actions import drawer, giving_back
from retailpos.actions.looks import Wishes, keep_wishes, kept_wishes
from retailpos.actions.receipts import receipt_paper
from retailpos.actions.shop import Changes
from retailpos.core.catalogue import Item
from retailpos.core.document import Document
from retailpos.core.errors import PosError
from retailpos.core.money import Quantity
from retailpos.ui.parts.button import Button
from retailpos.ui.sale import help_sheets
from retailpos.ui.sale.counter import Asked
from retailpos.ui.sale.finding import Finding
from retailpos.ui.sale.list_sheet import Choice, ListSheet, among
from retailpos.ui.sale.look_sheet import LookSheet, wear
from retailpos.ui.sale.model import discount_of
from retailpos.ui.sale.override_sheet import OverrideSheet
from retailpos.ui.sale.pad_sheet import DiscountSheet, MoneySheet, NumberSheet, Question
from retailpos.ui.sale.return_pane import reasons
from retailpos.ui.sale.showing import lines_in_words, quantity_shown
from retailpos.ui.sale.text_sheet import SaidSheet, TextSheet
from retailpos.ui.sounds import Sounds
from retailpos.wording import _

if TYPE_CHECKING:
    from retailpos.ui.sale.screen import RegisterPage
    from retailpos.ui.shell import Shell


class RegisterSheets:
    """Opens sheets over the window. Every answer goes to the model; nothing is done here."""

    def __init__(self, window: Shell, page: RegisterPage) -> None:
        self._window, self._page = window, page
        self._model = page.model
        self._counter = page.model.counter
        self._decimals = self._counter.shop.facts.decimals
        self._by_name: dict[str, Callable[[], None]] = {
            "quantity": self.quantity, "price": self.price, "discount": self.discount,
            "discount sale": self.discount_sale, "open item": self.open_item, "hold": self.hold,
            "held sales": self.held_sales, "customer": self.customer, "more": self.more, "no sale": self.no_sale,
            "void this": self.void_last, "return without receipt": self.return_without_receipt,
            "keys": partial(help_sheets.keys, window, page), "total": partial(help_sheets.total, window, page),
            "sums": partial(help_sheets.sums, window, page), "look": self.look,
        }  # fmt: skip
        self.sounds = Sounds()
        self._model.wants.connect(self.ask_for)
        page.return_pane.asked_other.connect(self.other_reason)
        page.return_pane.without.connect(self.return_without_receipt)
        page.return_pane.void.connect(self.void)
        page.return_pane.again.connect(self._model.print_again)

    def open(self, name: str) -> None:
        """Open the sheet of a verb."""
        if name.startswith("item "):
            self.about_item(name.removeprefix("item "))
            return
        opener = self._by_name.get(name)
        if opener is not None:
            opener()

    def instead(self, error: PosError) -> Callable[[], object] | None:
        """What a refusal's button does, where there is something to do instead."""
        known: dict[str, Callable[[], object]] = {
            "code_unknown": self.open_item, "item_not_sold": self.open_item, "nothing_held_so": self.held_sales,
            "drawer_not_open": self.open_float,
        }  # fmt: skip
        return known.get(error.code)

    # The line

    def quantity(self) -> None:
        """Another quantity of the chosen line."""
        line = self._model.now.line
        if line is None:
            return
        question = Question(_("How many?"), line.name, _("Use this quantity"), str(line.quantity))
        NumberSheet(self._window, question, lambda text, _why: self._quantity(text)).ask()

    def _quantity(self, text: str) -> None:
        Quantity.parse(text)
        self._model.set_quantity(text)

    def price(self) -> None:
        """Another price for the chosen line."""
        line = self._model.now.line
        if line is None:
            return
        question = Question(_("Another price"), line.name, _("Use this price"), reasons=_price_reasons())
        MoneySheet(self._window, question, self._model.set_price, decimals=self._decimals, cents=line.price).ask()

    def discount(self) -> None:
        """Something off the chosen line."""
        line = self._model.now.line
        if line is not None:
            self._ask_discount(
                Question(_("Discount on the line"), line.name, _("Give it"), "10", _why_off()), sale=False
            )

    def discount_sale(self) -> None:
        """Something off the whole sale."""
        lines = lines_in_words(len(self._model.now.cart.lines))
        self._ask_discount(Question(_("Discount on the sale"), lines, _("Give it"), "10", _why_off()), sale=True)

    def _ask_discount(self, question: Question, *, sale: bool) -> None:
        def answered(text: str, reason: str, percent: bool) -> None:
            found = discount_of(text, percent=percent, reason=reason, decimals=self._decimals)
            (self._model.discount_sale if sale else self._model.discount_line)(found)

        DiscountSheet(self._window, question, answered).ask()

    def ask_for(self, what: str, item: Item) -> None:
        """A weight or a price that an item needs before it can be added."""
        if what == "weight":
            price = self._counter.money(item.price)
            second = _("{price} for one {unit}").format(price=price, unit=item.unit)
            question = Question(item.name, second, _("Add it"))
            NumberSheet(self._window, question, lambda text, _why: self._model.add(item, Quantity.parse(text))).ask()
            return
        question = Question(item.name, _("How much shall it be?"), _("Add it"))
        MoneySheet(
            self._window,
            question,
            lambda cents, _why: self._model.add(item, Quantity(), cents),
            decimals=self._decimals,
        ).ask()

    def open_item(self) -> None:
        """Something that is in no list: its price, then its department."""
        question = Question(_("Open item"), _("The price, then its department."), _("Choose its department"))
        MoneySheet(self._window, question, lambda cents, _why: self._open_item_of(cents), decimals=self._decimals).ask()

    def _open_item_of(self, cents: int) -> None:
        departments = self._counter.shop.listed.departments.values()
        choices = tuple(Choice(one.id, one.name, note=self._counter.money(cents)) for one in departments)
        ListSheet(
            self._window, _("Which department?"), among(choices), lambda key: self._model.open_item(cents, key)
        ).ask()

    # The sale

    def hold(self) -> None:
        """A name to hold the sale under."""
        TextSheet(
            self._window, _("Hold this sale"), self._model.hold, label=_("A name to find it by"), step=_("Hold"),
            second=_("Without a name its first item names it."),
        ).ask()  # fmt: skip

    def held_sales(self) -> None:
        """Held sales, newest first."""
        choices = tuple(
            Choice(draft, name, lines_in_words(lines), self._counter.money(total))
            for draft, name, lines, total in self._model.now.held
        )
        ListSheet(
            self._window, _("Held sales"), among(choices), self._model.recall,
            empty=_("No sale is held. F6 holds the one on the ticket."),
        ).ask()  # fmt: skip

    def customer(self) -> None:
        """Whom the sale is for."""

        def look(text: str) -> tuple[Choice, ...]:
            with self._counter.shop.store.read() as tx:
                found = tx.lists.customers(text, 60)
            return tuple(
                Choice(
                    c.id,
                    c.name,
                    " · ".join(part for part in (c.phone, c.email) if part),
                    _("tax exempt") if c.exempt else "",
                )
                for c in found
            )

        nobody = Button(_("No customer"), "secondary", name="no customer")
        nobody.clicked.connect(lambda: self._model.set_customer(None))
        beside = (nobody,) if self._model.now.cart.customer else ()
        ListSheet(
            self._window, _("Customer"), look, self._choose_customer, label=_("Name"), beside=beside,
            empty=_("No customer has that name."),
        ).ask()  # fmt: skip

    def _choose_customer(self, key: str) -> None:
        with self._counter.shop.store.read() as tx:
            self._model.set_customer(tx.lists.customer(key))

    def more(self) -> None:
        """Every verb that can be pressed now, by name."""
        named = [action for action in self._page.verbs.all() if action.text() and action.isEnabled()]
        choices = tuple(
            Choice(action.objectName(), action.text(), note=help_sheets.key_of(action))
            for action in named
            if action.objectName() not in ("more", "take off")
        )
        ListSheet(
            self._window, _("What would you like to do?"), among(choices),
            lambda key: self._page.verbs[key].trigger(), label=_("Name of the verb"),
        ).ask()  # fmt: skip

    def void_last(self) -> None:
        """Ask before the last sale is undone by a second document."""
        receipt = self._model.now.last
        if receipt is not None:
            self.void(receipt)

    def void(self, receipt: Document) -> None:
        """Ask why, and once more, before a recorded sale is undone."""
        amount = self._counter.money(receipt.total)
        second = _("{lines}, {amount}. Both papers are kept; the money goes back the way it came.").format(
            lines=lines_in_words(len(receipt.lines)), amount=amount
        )
        TextSheet(
            self._window, _("Void receipt {number}?").format(number=receipt.printed_number),
            lambda why: self._model.void(receipt, why), second=second, step=_("Void the sale"), must=True, danger=True,
            offered=(_("Rung up twice"), _("Wrong items"), _("Customer left"), _("Paid wrongly")),
        ).ask()  # fmt: skip

    # The drawer

    def open_float(self) -> None:
        """The drawer begins with a float."""
        question = Question(
            _("Open the drawer"),
            _("Count the float that lies in it. Card sales work without."),
            _("Open with this float"),
        )
        MoneySheet(
            self._window, question,
            lambda cents, _why: self._counter.do(lambda: drawer.open_drawer(self._counter.till, cents)),
            decimals=self._decimals, cents=20_000,
        ).ask()  # fmt: skip

    def no_sale(self) -> None:
        """Open the drawer without a sale, for a reason that is written down."""
        TextSheet(
            self._window, _("Open the drawer"), self._no_sale, second=_("It is written down with its reason."),
            step=_("Open drawer"), must=True, offered=(_("Give change"), _("Check the cash"), _("Swap a note")),
        ).ask()  # fmt: skip

    def _no_sale(self, why: str) -> None:
        if self._counter.do(lambda: drawer.no_sale(self._counter.till, why)):
            self._counter.done.emit(_("The drawer was opened: {why}.").format(why=why), False)

    # Coming back

    def other_reason(self) -> None:
        """Another reason, in words."""
        TextSheet(
            self._window, _("Why is it coming back?"), self._page.returning.set_reason, step=_("Use it"), must=True
        ).ask()

    def return_without_receipt(self) -> None:
        """Which goods, then why."""
        finding = Finding(self._counter, self._model)

        def look(text: str) -> tuple[Choice, ...]:
            finding.type(text)
            found = [hit.item for hit in finding.hits]
            return tuple(Choice(item.id, item.name, item.sku, self._counter.money(item.price)) for item in found)

        ListSheet(
            self._window, _("What comes back?"), look, self._without_why, label=_("Name, SKU or barcode"),
            empty=_("Type what it is. It comes back at today’s price and tax."),
        ).ask()  # fmt: skip

    def _without_why(self, item_id: str) -> None:
        with self._counter.shop.store.read() as tx:
            item = tx.lists.item(item_id)
        if item is None:
            return

        def give(why: str) -> None:
            self._model.back()
            self._counter.do(
                lambda: giving_back.give_back_without_receipt(self._counter.till, item, Quantity(), why),
                _("A return without a receipt"),
            )

        TextSheet(
            self._window, _("Why is it coming back?"), give, second=item.name, must=True, offered=reasons(),
            step=_("Add to sale"),
        ).ask()  # fmt: skip

    # Others

    def look(self) -> None:
        """How this register looks and sounds."""
        LookSheet(self._window, kept_wishes(self._counter.till), self._wished).open()

    def _wished(self, wishes: Wishes) -> None:
        def keep() -> Changes:
            keep_wishes(self._counter.till, wishes)
            return Changes()

        if self._counter.do(keep):
            wear(self._window, wishes)
            self.sounds.on = wishes.sounds

    def about_item(self, item_id: str) -> None:
        """Stock and price of an item, and adding it."""
        with self._counter.shop.store.read() as tx:
            item, hand = tx.lists.item(item_id), tx.documents.stock(item_id)
        if item is None:
            return
        sheet = SaidSheet(self._window, item.name, " · ".join(part for part in (item.sku, item.unit) if part))
        sheet.add_words(
            _("{amount}, {stock} here").format(amount=self._counter.money(item.price), stock=quantity_shown(hand.milli))
        )
        step = Button(_("Add one"), "primary", name="step")
        step.clicked.connect(sheet.close_sheet)
        step.clicked.connect(lambda: self._model.press_item(item_id))
        sheet.add_buttons(step, cancel=_("Back"))
        sheet.open()

    def open_override(self, asked: Asked) -> None:
        """Somebody else may allow the act that waits."""
        sheet = OverrideSheet(self._window, self._counter, asked)
        sheet.closed.connect(self._model.take_waiting_scans)
        sheet.ask()

    def show_paper(self) -> None:
        """The last paper as it hangs out of the printer."""
        printed = getattr(self._counter.shop.devices.printer, "papers", ())
        receipt = self._model.now.last
        if printed:
            help_sheets.paper(self._window, printed[-1])
        elif receipt is not None:
            help_sheets.paper(self._window, receipt_paper(self._counter.shop, receipt))

    def show_fault(self, number: str) -> None:
        """One calm page for what is our own fault; the sale waits in the draft."""
        sheet = SaidSheet(self._window, _("Something went wrong on our side"), _("Your sale is safe."), width=720)
        sheet.add_words(_("Reference {number}. Read it out when you ask for help.").format(number=number))
        back = Button(_("Back to the sale"), "primary", key="Return", name="step")
        back.clicked.connect(sheet.close_sheet)
        copy = Button(_("Copy the reference number"), "secondary", name="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(number))
        sheet.add_buttons(back, copy, cancel=_("Close"))
        sheet.open(back)


def _price_reasons() -> tuple[str, ...]:
    return (_("Price match"), _("Damaged"), _("Tag price"))


def _why_off() -> tuple[str, ...]:
    return (_("Regular"), _("Damaged"), _("Display piece"))
