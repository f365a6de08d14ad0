"""How days are sent: by hand or by themselves, at once or at an hour, and whether somebody signs them off first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from retailpos.actions.approve import set_sign_off, sign_off_is_on
from retailpos.actions.books import sends_transfers, set_form
from retailpos.actions.by_itself import by_itself, set_by_itself
from retailpos.actions.papers_attach import attaches, set_attach
from retailpos.core.errors import PosError
from retailpos.ui.day.context import Desk
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.switch import Switch
from retailpos.wording import _
from retailpos.words import sentence


class HowSheet(Sheet):
    """Switches work at once; the hour is kept by *Keep*, or by Enter in its field."""

    def __init__(self, over: QWidget, desk: Desk) -> None:
        super().__init__(over.window(), width=760, name="how sheet")
        self._desk = desk
        self.closed.connect(self.deleteLater)
        self.set_head(_("How days are sent"), _("Sending by hand works in any case, for any day or several."))
        alone = _("Send days by themselves")
        self.alone = Switch(alone, _("Otherwise each day waits in the calendar until somebody sends it."), name="alone")
        hint = _("Empty: as soon as a day is closed. Else such as 21:30, in the shop's own time.")
        self.hour = Field(_("At this hour"), hint=hint, name="hour")
        signed = _("Days are signed off before they are sent")
        second = _("Somebody with the right to choose accounts looks at each entry. Nothing leaves before that.")
        self.signed = Switch(signed, second, name="signed off")
        moved = _("Deposits and drops go out as transfers")
        beside = _("Each beside the day's entry, to be matched with the bank. Otherwise they are lines of the entry.")
        self.transfers = Switch(moved, beside, name="transfers")
        paper, hung = (
            _("The day's paper hangs on its entry"),
            _("A PDF, from today on, once the day is verified."),
        )
        self.paper = Switch(paper, hung, name="paper")
        self.transfers.setChecked(sends_transfers(desk.shop))
        self.paper.setChecked(attaches(desk.shop))
        on, hour = by_itself(desk.shop)
        self.alone.setChecked(on)
        self.hour.set_text(hour)
        self.hour.setEnabled(on)
        self.signed.setChecked(sign_off_is_on(desk.shop))
        for part in (self.alone, self.hour, self.signed, self.transfers, self.paper):
            self.content.addWidget(part)
        self.keep = Button(_("Keep"), "primary", name="keep")
        self.keep.clicked.connect(self._keep)
        self.hour.entered.connect(self._keep)
        self.alone.clicked.connect(self._alone)
        self.signed.clicked.connect(self._signed)
        self.transfers.clicked.connect(self._transfers)
        self.paper.clicked.connect(self._paper)
        self.add_buttons(self.keep, cancel=_("Close"))

    def _alone(self) -> None:
        on = self.alone.isChecked()
        if self._set(on=on, at=self.hour.text()):
            self.hour.setEnabled(on)
        else:
            self.alone.setChecked(not on)

    def _signed(self) -> None:
        on = self.signed.isChecked()
        if self._desk.do(lambda: set_sign_off(self._desk.till, on=on)) is None:
            self.signed.setChecked(not on)

    def _transfers(self) -> None:
        on = self.transfers.isChecked()
        if self._desk.do(lambda: set_form(self._desk.till, transfers=on)) is None:
            self.transfers.setChecked(not on)

    def _paper(self) -> None:
        on = self.paper.isChecked()
        if self._desk.do(lambda: set_attach(self._desk.till, on=on)) is None:
            self.paper.setChecked(not on)

    def _keep(self) -> None:
        if self._set(on=self.alone.isChecked(), at=self.hour.text()):
            self.close_sheet()

    def _set(self, *, on: bool, at: str) -> bool:
        """Keep it; what is no hour is told under its field."""
        try:
            changes = set_by_itself(self._desk.till, on=on, at=at)
        except PosError as cause:
            if cause.code == "no_such_hour":
                self.hour.set_error(sentence(cause))
            else:
                self._desk.context.notify(cause)
            return False
        self._desk.context.changed(changes)
        return True
