"""Letters about Financial Exchange: the mail server, from whom to whom, and whether they go out at all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from retailpos.actions.notices_mail import PLAIN, PORTS, SECURITY, STARTTLS, TLS, Post, post, send_test, set_post
from retailpos.core.errors import PosError, Refusal
from retailpos.ui.day.context import Desk
from retailpos.ui.exchange.work import ExchangeWork
from retailpos.ui.parts.button import Button
from retailpos.ui.parts.field import Field
from retailpos.ui.parts.panes import row
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.parts.switch import Switch
from retailpos.ui.parts.tabs import TabPills
from retailpos.ui.parts.words import Words
from retailpos.wording import _
from retailpos.words import sentence


class LettersSheet(Sheet):
    """*Keep* keeps everything; the password goes to the safe place, and is never shown again."""

    def __init__(self, over: QWidget, desk: Desk, work: ExchangeWork) -> None:
        super().__init__(over.window(), width=760, name="letters sheet")
        self._desk, self._work = desk, work
        self.closed.connect(self.deleteLater)
        self.set_head(_("Letters"), _("Once for each thing: not taken, waiting too long, changed there."))
        kept = post(desk.shop)
        self.on = Switch(_("Write letters"), _("The window tells the same things in any case."), name="write letters")
        self.on.setChecked(kept.on)
        self.server = _field(_("Mail server"), kept.host, "mail server")
        self.port = _field(_("Port"), str(kept.port), "mail port")
        self.port.setFixedWidth(140)
        names = {STARTTLS: _("STARTTLS"), TLS: _("TLS"), PLAIN: _("Not protected")}
        self.security = TabPills(bordered=True, name="mail security")
        self.security.set_names(tuple(names[kind] for kind in SECURITY), SECURITY.index(kept.security))
        self._security = kept.security
        self.security.chosen.connect(self._protect)
        self.user = _field(_("User"), kept.user, "mail user")
        self.password = Field(_("Password"), hint=_("Empty keeps the one before."), secret=True, name="mail password")
        self.writer, self.to = _field(_("From"), kept.sender, "mail from"), _field(_("To"), kept.to, "mail to")
        self.told = Words("", "small", tone="bad", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        self.content.addWidget(self.on)
        pairs: tuple[tuple[QWidget, ...], ...] = ((self.server, self.port), (self.user, self.password))
        for pair in (*pairs, (self.writer, self.to)):
            across = row(gap=16)
            for part in pair:
                across.addWidget(part, 1)
            self.content.addLayout(across)
        self.content.addWidget(self.security)
        self.content.addWidget(self.told)
        self.keep = Button(_("Keep"), "primary", name="keep letters")
        self.keep.clicked.connect(self._keep_and_close)
        self.test = Button(_("Send a test"), name="send a test")
        self.test.clicked.connect(self._send_test)
        self.add_buttons(self.keep, self.test, cancel=_("Close"))

    def _protect(self, number: int) -> None:
        """Another protection has another usual port."""
        if self.port.text() == str(PORTS[self._security]):
            self.port.set_text(str(PORTS[SECURITY[number]]))
        self._security = SECURITY[number]

    def _keep_and_close(self) -> None:
        if self._kept():
            self.close_sheet()

    def _kept(self) -> bool:
        """Keep what was typed; what no letter could go out with is told below."""
        port = self.port.text().strip()
        fields = (self.user, self.writer, self.to)
        user, sender, to = (field.text().strip() for field in fields)
        wanted = Post(
            self.server.text().strip(), int(port) if port.isdecimal() and len(port) < 6 else 0, self._security,
            user, sender, to, on=self.on.isChecked(),
        )  # fmt: skip
        try:
            link = self._desk.shop.exchange
            if link is None:
                raise Refusal("not_connected")
            changes = set_post(self._desk.till, wanted, link.kept, self.password.text() or None)
        except PosError as error:
            self.told.set_text(sentence(error))
            return False
        self.told.set_text("")
        self._desk.context.changed(changes)
        return True

    def _send_test(self) -> None:
        if not self._kept():
            return
        kept = self._desk.shop.exchange.kept
        self._work.ask(_("Writing a letter …"), lambda shop: send_test(shop, kept), lambda _none: self._arrived())
        self.close_sheet()

    def _arrived(self) -> None:
        self._desk.context.notify(Refusal("letter_sent", to=post(self._desk.shop).to))


def _field(label: str, text: str, name: str) -> Field:
    made = Field(label, name=name)
    made.set_text(text)
    return made
