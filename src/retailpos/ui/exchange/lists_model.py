"""Customers, vendors and items here and in QuickBooks: what an import would bring, what came, and what is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from retailpos.actions import importing, sharing
from retailpos.actions.importing import KNOWN, NEW, SKIPPED, UNCLEAR, Imported, Preview
from retailpos.actions.sharing import OURS, THEIRS, Question, Shares
from retailpos.core.money import Quantity
from retailpos.core.sharing import CUSTOMER, ITEM, VENDOR
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, day_and_time
from retailpos.ui.day.table import Cell, Row
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.wording import _, plural

# The pages of the table, in their order; the first that has anything is shown.
PAGES = ("questions", NEW, KNOWN, UNCLEAR, SKIPPED)
_MOST = 1000


def kind_word(kind: str) -> str:
    """Customer, Vendor or Item."""
    return {CUSTOMER: _("Customer"), VENDOR: _("Vendor"), ITEM: _("Item")}[kind]


def page_word(page: str) -> str:
    """The name of a page."""
    words = {
        "questions": _("To decide"),
        NEW: _("Will come in"),
        KNOWN: _("Known here"),
        UNCLEAR: _("Unclear"),
        SKIPPED: _("Left aside"),
    }
    return words[page]


def why_word(why: str) -> str:
    """Why one of theirs is treated so, in plain words."""
    words = {
        "": "",
        "several_here": _("Could be several of yours. Make their names or numbers differ, then look again."),
        "other_figures": _("Price or cost differ there. Yours stay."),
        "below_zero": _("Below zero there. Comes in with nothing on hand."),
        "inactive_there": _("Switched off in QuickBooks."),
        "made_by_exchange": _("Made by Financial Exchange; no goods."),
        "bundle": _("A bundle. Its parts come in, the bundle does not."),
        "only_bought": _("Never sold: it has no income account."),
        "name_needed": _("Has no name."),
        "odd_figures": _("Its price or cost can't be used."),
        "name_taken_there": _("Somebody else in QuickBooks has this name. Change one of the two."),
        "changed_meanwhile": _("Was changed there meanwhile. The next round takes it up."),
        "gone_there": _("Is no longer in QuickBooks. Nothing was changed."),
        "quickbooks_said": _("QuickBooks did not take it."),
    }
    return words[why]


def _left_words(one: sharing.Left) -> str:
    return f"{why_word(one.why)} {one.said}".strip()


def field_word(name: str) -> str:
    """Name, telephone or e-mail."""
    return {"name": _("Name"), "phone": _("Telephone"), "email": _("E-mail")}[name]


@dataclass(frozen=True, slots=True)
class ListsView:
    """The whole page as it is shown."""

    company: str = ""
    pages: tuple[tuple[str, int], ...] = ()
    page: str = NEW
    rows: tuple[Row, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    worth: str = ""
    worth_note: str = ""
    worth_tone: str = "ink2"
    verb: str = ""
    done: str = ""
    done_rest: str = ""


class ListsModel(QObject):
    """Verbs of the lists."""

    changed = Signal()

    def __init__(self, desk: Desk, work: ExchangeWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._preview: Preview | None = None
        self._questions: tuple[Question, ...] = ()
        self._left: tuple[sharing.Left, ...] = ()
        self._answers: dict[tuple[str, str, str], str] = {}
        self._page = ""
        self._said = ("", "")
        self.view = ListsView()
        work.changed.connect(self.changed)

    @property
    def has_read(self) -> bool:
        """Whether the company's lists were read."""
        return self._preview is not None

    def read(self) -> None:
        """Read the company's lists and compare; nothing is changed anywhere."""
        if self._work.connected and not self._work.running:
            self._work.ask(_("Reading the lists …"), importing.look, self._took)

    def turn_to(self, at: int) -> None:
        """Show another page of the table."""
        self._page = self.view.pages[at][0]
        self._show()

    def go_on(self) -> None:
        """Import what is new; with nothing new, bring customers and vendors of both sides together."""
        preview = self._preview
        if preview is None:
            self.read()
        elif self._fresh(preview):
            self._allowed(lambda: self._import(preview))
        else:
            self._allowed(self._share)

    def question(self, at: int) -> tuple[str, tuple[Row, ...]] | None:
        """The title and the two answers of the question in a row; None where the row is none."""
        found = self._asked(at)
        if found is None:
            return None
        one, name = found
        shop = self._desk.shop
        differing = next(x for x in one.differing if x.field == name)
        rows = tuple(
            Row((Cell(value or _("(empty)"), strong=True), Cell(side, "ink2"), Cell(when, "ink2")), key=key)
            for value, side, when, key in (
                (differing.ours, _("here"), day_and_time(shop, one.ours_at) if one.ours_at else "", OURS),
                (differing.theirs, _("QuickBooks"), day_and_time(shop, one.theirs_at) if one.theirs_at else "", THEIRS),
            )
        )
        return _("{field} of {name}: which holds?").format(field=field_word(name), name=one.name), rows

    def answer(self, at: int, key: str) -> None:
        """Decide a question; it is carried out with the next round."""
        found = self._asked(at)
        if found is not None:
            self._answers[found[0].kind, found[0].id, found[1]] = key
            self._show()

    def _asked(self, at: int) -> tuple[Question, str] | None:
        asked = [(one, x.field) for one in self._questions for x in one.differing]
        return asked[at] if self._page == "questions" and 0 <= at < len(asked) else None

    def _allowed(self, act: Callable[[], None]) -> None:
        def checked() -> None:
            sharing.may_share(self._desk.till)
            act()

        self._desk.do(checked)

    def _import(self, preview: Preview) -> None:
        whole = len(preview.items.only_theirs)
        self._work.ask(
            _("Bringing in the lists …"),
            lambda shop: importing.bring_in(shop, preview, told=self._work.told),
            self._imported,
            whole=whole,
        )

    def _share(self) -> None:
        answers = dict(self._answers)
        self._work.ask(
            _("Bringing customers and vendors together …"),
            lambda shop: sharing.share_people(shop, answers=answers, told=self._work.told),
            self._shared,
        )

    def _took(self, preview: Preview) -> None:
        self._preview = preview
        self._page = ""
        self._show()

    def _imported(self, did: Imported) -> None:
        self._desk.shop.read_lists()
        worth = amount(self._desk.shop, did.worth)
        people = plural("1 customer or vendor", "{n} customers and vendors", did.people.new_here)
        items = plural("1 item", "{n} items", did.items)
        bold = _("{items} and {people} came in.").format(
            items=items.format(n=did.items), people=people.format(n=did.people.new_here)
        )
        rest = _("Goods on hand worth {worth}. From now on quantities are kept here.").format(worth=worth)
        self._said = (bold, rest if did.whole else _("Stopped half-way. Press Import to go on; nothing comes twice."))
        self._take_people(did.people)
        self.read()

    def _shared(self, did: Shares) -> None:
        self._answers.clear()
        self._take_people(did)
        sent, taken = did.new_there + did.changed_there, did.new_here + did.changed_here
        bold = _("{sent} went to QuickBooks, {taken} came from there.").format(sent=sent, taken=taken)
        asked = len(did.questions)
        rest = plural(
            "1 was changed on both sides: decide below.", "{n} were changed on both sides: decide below.", asked
        )
        self._said = (bold, rest.format(n=asked) if asked else "")
        self.read()

    def _take_people(self, did: Shares) -> None:
        self._questions, self._left = tuple(did.questions), tuple(did.left)

    @staticmethod
    def _fresh(preview: Preview) -> int:
        return sum(row.deed == NEW for row in preview.rows)

    def _show(self) -> None:
        preview = self._preview
        if preview is None:
            return
        rows = {page: self._rows(preview, page) for page in PAGES}
        pages = tuple((page, len(rows[page])) for page in PAGES if rows[page])
        if self._page not in dict(pages):
            self._page = pages[0][0] if pages else NEW
        self.view = self._view(preview, pages, rows.get(self._page, ()))
        self.changed.emit()

    def _view(self, preview: Preview, pages: tuple[tuple[str, int], ...], rows: tuple[Row, ...]) -> ListsView:
        shop, fresh = self._desk.shop, self._fresh(preview)
        figures = tuple(
            (str(preview.count(kind, NEW)), _("{n} known here").format(n=preview.count(kind, KNOWN)))
            for kind in (CUSTOMER, VENDOR, ITEM)
        )
        apart = preview.worth_there - preview.worth
        equal = not fresh or not apart
        note = _("QuickBooks has {there}").format(there=amount(shop, preview.worth_there)) if fresh else ""
        verb = plural("Bring in 1", "Bring in {n}", fresh).format(n=fresh) if fresh else _("Bring together")
        return ListsView(
            preview.company,
            pages,
            self._page,
            rows[:_MOST],
            figures,
            amount(shop, preview.worth),
            note,
            "ink2" if equal else "warn",
            verb,
            *self._said,
        )

    def _rows(self, preview: Preview, page: str) -> tuple[Row, ...]:
        if page == "questions":
            return self._question_rows()
        found = tuple(self._row(row) for row in preview.rows if row.deed == page)
        if page == UNCLEAR:
            found += tuple(
                Row(
                    (
                        Cell(kind_word(x.kind), "ink2"),
                        Cell(x.name, strong=True),
                        Cell(_left_words(x)),
                        Cell(""),
                        Cell(""),
                    )
                )
                for x in self._left
                if x.why != "several_here"
            )
        return found

    def _row(self, row: importing.Row) -> Row:
        shop = self._desk.shop
        goods = row.kind == ITEM and row.deed in (NEW, KNOWN)
        return Row(
            (
                Cell(kind_word(row.kind), "ink2"),
                Cell(row.name, strong=True),
                Cell(why_word(row.why) or row.detail, "ink2"),
                Cell(amount(shop, row.price) if goods else ""),
                Cell(str(Quantity(row.milli)) if goods and row.milli else ""),
            )
        )

    def _question_rows(self) -> tuple[Row, ...]:
        rows = []
        for one in self._questions:
            for x in one.differing:
                answer = self._answers.get((one.kind, one.id, x.field), "")
                said = {OURS: x.ours, THEIRS: x.theirs}.get(answer, _("Press to decide"))
                tone = "ok" if answer else "warn"
                words = _("{field}: {ours} here, {theirs} there").format(
                    field=field_word(x.field), ours=x.ours or "–", theirs=x.theirs or "–"
                )
                cells = (Cell(kind_word(one.kind), "ink2"), Cell(one.name, strong=True), Cell(words), Cell(""))
                rows.append(Row((*cells, Cell(said or _("(empty)"), tone, strong=True))))
        return tuple(rows)
