"""Notices by e-mail, where the owner wants them: what was not told yet goes in one letter."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from retailpos.actions.notices import MAIL, Notice, fresh, mark_told, read_closing_date
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import Refusal, Trouble
from retailpos.exchange.tokens import Secrets
from retailpos.wording import _, plural

TLS, STARTTLS, PLAIN = "tls", "starttls", "none"
SECURITY = (TLS, STARTTLS, PLAIN)
PORTS = {TLS: 465, STARTTLS: 587, PLAIN: 25}
SECRET = "mail_password"  # noqa: S105  # the name of a secret, not what it holds
_NAMES = ("host", "port", "security", "user", "sender", "to")
_SECONDS = 20.0
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}|\[?[0-9A-Fa-f:]+\]?")


@dataclass(frozen=True, slots=True)
class Post:
    """How letters go out: the server, how it is spoken to, and from whom to whom. Off until it was switched on."""

    host: str = ""
    port: int = PORTS[STARTTLS]
    security: str = STARTTLS
    user: str = ""
    sender: str = ""
    to: str = ""
    on: bool = False


def post(shop: OpenShop) -> Post:
    """The settings kept."""
    with shop.store.read() as tx:
        host, port, security, user, sender, to = (tx.lists.meta(f"mail_{name}") for name in _NAMES)
        on = tx.lists.meta("mail_on") == "1"
    kind = security if security in SECURITY else STARTTLS
    return Post(host, int(port) if port.isdigit() else PORTS[kind], kind, user, sender, to, on)


def set_post(till: Till, wanted: Post, kept: Secrets, password: str | None = None) -> Changes:
    """Keep the settings; the password (None leaves it) goes to the safe place and nowhere else.

    Raises Refusal for what no letter could go out with, and for a password that would go over the net in the clear.
    """
    till.need(rights.SETTINGS)
    _look_over(wanted, password if password is not None else kept.get(SECRET))
    if password is not None:
        kept.put(SECRET, password)
    with till.shop.store.write() as tx:
        for name in _NAMES:
            tx.lists.set_meta(f"mail_{name}", str(getattr(wanted, name)))
        tx.lists.set_meta("mail_on", "1" if wanted.on else "0")
    return Changes(frozenset({"exchange"}))


def tell_by_mail(shop: OpenShop, kept: Secrets) -> int:
    """Send what was not told by e-mail yet, in one letter; how many notices that were. Nothing where it is off.

    Raises Trouble where the server did not take the letter: then all of it counts as not told.
    """
    how = post(shop)
    if not how.on:
        return 0
    read_closing_date(shop)
    found = fresh(shop, MAIL)
    if found:
        _send(how, kept.get(SECRET), _letter(shop, how, found))
        mark_told(shop, MAIL, found)
    return len(found)


def send_test(shop: OpenShop, kept: Secrets) -> None:
    """A letter that says nothing but that letters arrive."""
    how = post(shop)
    _look_over(how, kept.get(SECRET))
    text = _("Letters about Financial Exchange arrive at this address.")
    _send(how, kept.get(SECRET), _written(shop, how, _("Letters arrive"), text))


def _look_over(wanted: Post, password: str) -> None:
    if wanted.security not in SECURITY or not 1 <= wanted.port <= 65_535 or not _HOST.fullmatch(wanted.host):
        raise Refusal("mail_server_needed")
    for address in (wanted.sender, wanted.to):
        if not _ADDRESS.fullmatch(address):
            raise Refusal("mail_address_needed", text=address[:80])
    if password and wanted.user and wanted.security == PLAIN:
        raise Refusal("mail_password_in_the_clear")


def _letter(shop: OpenShop, how: Post, found: Iterable[Notice]) -> EmailMessage:
    """One letter with every notice, the first of them in its subject."""
    told = tuple(found)
    more = plural(" (and {n} more)", " (and {n} more)", len(told) - 1).format(n=len(told) - 1) if told[1:] else ""
    text = "\n\n".join(f"{notice.title}\n{notice.text}" for notice in told)
    return _written(shop, how, told[0].title + more, text)


def _written(shop: OpenShop, how: Post, subject: str, text: str) -> EmailMessage:
    facts = shop.facts
    letter = EmailMessage()
    letter["Subject"] = " ".join(f"{facts.name}: {subject}".split())[:200]
    letter["From"] = Address(" ".join(facts.name.split()), addr_spec=how.sender)
    letter["To"] = Address(addr_spec=how.to)
    letter["Date"] = format_datetime(shop.clock.now())
    letter["Message-ID"] = f"<{shop.ids.new()}@{how.sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(f"{facts.name}, {facts.store_name}\n\n{text}\n")
    return letter


def _send(how: Post, password: str, letter: EmailMessage) -> None:
    """Hand the letter over; the words of the server are told, the password never."""
    try:
        with _server(how) as server:
            if how.security == STARTTLS:
                server.starttls(context=ssl.create_default_context())
            if how.user and password:
                server.login(how.user, password)
            server.send_message(letter)
    except smtplib.SMTPAuthenticationError as cause:
        raise Trouble("mail_password_refused", host=how.host) from cause
    except (smtplib.SMTPException, OSError) as cause:
        raise Trouble("mail_not_sent", host=how.host) from cause


def _server(how: Post) -> smtplib.SMTP:
    if how.security == TLS:
        return smtplib.SMTP_SSL(how.host, how.port, timeout=_SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(how.host, how.port, timeout=_SECONDS)
