"""The proofs of a day on its entry page: one line that says how many hold, and a sheet that says each."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from retailpos.actions import proofs as day
from retailpos.actions.proofs import Proof, proofs
from retailpos.actions.shop import open_shop
from retailpos.core.errors import PosError
from retailpos.ui.day.beside import Beside
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, long_date
from retailpos.ui.day.table import Cell, Column, Row, Table
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.sheet import Sheet
from retailpos.wording import _, plural

_COUNTED = (day.RECEIPTS, day.ONCE)
_ROW = 34


class Proving(QObject):
    """Proves a date beside the window; `proved` comes when it is done."""

    proved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.date = ""
        self.found: tuple[Proof, ...] = ()
        self._beside = Beside()
        self._beside.done.connect(self._take)

    def prove(self, date: str) -> None:
        """Prove this date; what was proved before stands until then."""
        if date != self.date:
            self.date, self.found = date, ()
        path, clock, ids = self._desk.shop.store.path, self._desk.shop.clock, self._desk.shop.ids

        def work() -> tuple[Proof, ...]:
            own = None
            try:
                own = open_shop(path, clock, ids)
                return proofs(own, date)
            except PosError:
                # The disk may be slow, or the file gone: the page says nothing of proofs then.
                return ()
            finally:
                if own is not None:
                    own.store.close()

        self._beside.start("proofs", work)

    def _take(self, found: tuple[Proof, ...]) -> None:
        self.found = found
        self.proved.emit()

    @property
    def holds(self) -> bool:
        """True where every proof holds."""
        return all(proof.holds for proof in self.found)

    @property
    def words(self) -> str:
        """`8 proofs hold`, or how many do not."""
        broken = sum(1 for proof in self.found if not proof.holds)
        if broken:
            return plural("1 proof does not hold", "{n} proofs do not hold", broken).format(n=broken)
        return _("{n} proofs hold").format(n=len(self.found)) if self.found else ""


def proof_words(name: str) -> str:
    """What is proved."""
    return {
        day.BALANCE: _("Debits are credits, to the cent"),
        day.RECEIPTS: _("Every receipt balances by itself"),
        day.TENDERS: _("Each way of paying is what its receipts took"),
        day.LIABILITIES: _("What customers owe or are owed is what was charged and paid"),
        day.TAX: _("Tax is what the receipts printed, rate by rate"),
        day.DRAWERS: _("Each drawer: float and moves make what it should hold"),
        day.STOCK: _("Stock moves by what the goods cost"),
        day.ONCE: _("Every receipt is in exactly one entry"),
    }[name]


class ProofSheet(Sheet):
    """Each proof with its figure; one that does not hold names what breaks it."""

    def __init__(self, over: QWidget, desk: Desk, date: str, found: tuple[Proof, ...]) -> None:
        super().__init__(over.window(), width=760, name="proof sheet")
        self.closed.connect(self.deleteLater)
        self.set_head(
            _("What holds for {day}").format(day=long_date(date)),
            _("Proved from the receipts themselves, not from the sums that are sent."),
        )
        self.table = Table((Column(_("Proof")), Column(_("Figure"), 140, figures=True)), row_height=_ROW, name="proofs")
        self.table.set_rows(tuple(_row(desk, proof) for proof in found), None)
        self.table.setFixedHeight((len(found) + 1) * _ROW + 12)
        self.content.addWidget(self.table)
        done = Button(_("Close"), "primary", name="close proofs")
        done.clicked.connect(self.close_sheet)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(done)
        self.content.addLayout(foot)
        self.step = done


def _row(desk: Desk, proof: Proof) -> Row:
    figure = str(proof.figure) if proof.name in _COUNTED else amount(desk.shop, proof.figure)
    words = proof_words(proof.name)
    if not proof.holds:
        words = _("{proof}: not for {what}").format(proof=words, what=", ".join(proof.broken[:3]) or _("the whole day"))
    tone, icon = ("ok", "check-circle") if proof.holds else ("bad", "x-circle")
    return Row((Cell(words, tone, icon=icon), Cell(figure)), ground="" if proof.holds else "bad", key=proof.name)
