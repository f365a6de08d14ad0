"""Each thing that somebody should know is told once, on the screen and by e-mail."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from retailpos.actions import exchange, notices
from retailpos.actions.compose import MemorySecrets
from retailpos.actions.notices import MAIL, SCREEN
from retailpos.actions.notices_mail import PLAIN, SECRET, STARTTLS, TLS, Post, post, send_test, set_post, tell_by_mail
from retailpos.actions.worker import ExchangeWorker, Timing
from retailpos.core.errors import Refusal, Trouble
from retailpos.exchange.tokens import ENDS, REFRESH
from tests.exchange.mail_server import MailServer
from tests.exchange.trading import DAY, Trading


@pytest.fixture
def server() -> Iterator[MailServer]:
    made = MailServer()
    yield made
    made.shut()


def kinds(trading: Trading, channel: str = "") -> list[str]:
    shop = trading.stage.shop
    return [one.kind for one in (notices.fresh(shop, channel) if channel else notices.notices(shop))]


def rejected(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("code:6000")
    assert trading.send()[0] == "rejected"


def mail_on(trading: Trading, server: MailServer, **changes: object) -> MemorySecrets:
    kept = MemorySecrets()
    wanted = {"host": "127.0.0.1", "port": server.port, "security": PLAIN, "on": True}
    wanted |= {"sender": "till@example.com", "to": "owner@example.com", **changes}
    set_post(trading.stage.till(), Post(**wanted), kept)  # type: ignore[arg-type]  # as the test wants them
    return kept


def test_a_day_that_was_not_taken_is_told_once_and_again_when_it_comes_again(trading: Trading) -> None:
    rejected(trading)
    shop = trading.stage.shop
    (told,) = notices.fresh(shop, SCREEN)
    assert told.kind == notices.FAILED
    assert trading.number() in told.title
    notices.mark_told(shop, SCREEN, [told])
    assert notices.fresh(shop, SCREEN) == ()
    assert kinds(trading, MAIL) == [notices.FAILED]
    trading.fault("code:6000")
    assert trading.send()[0] == "rejected"
    assert kinds(trading, SCREEN) == [notices.FAILED]
    assert trading.send() == ("verified", "")
    assert kinds(trading) == []


def test_a_day_that_waits_too_long_is_told(trading: Trading) -> None:
    trading.sell_and_close()
    trading.stage.clock.moment += timedelta(days=2)
    assert kinds(trading) == []
    trading.stage.clock.moment += timedelta(days=1)
    assert kinds(trading) == [notices.UNSENT]
    notices.set_patience(trading.stage.shop, 5)
    assert kinds(trading) == []


def test_what_was_changed_or_deleted_in_quickbooks_is_told(trading: Trading) -> None:
    trading.sell_and_close()
    trading.send()
    trading.company.switch("edit", {"id": trading.row().quickbooks_id, "cents": 100})
    exchange.verify_day(trading.stage.shop, DAY)
    assert kinds(trading) == [notices.CHANGED]
    exchange.restore_ours(trading.stage.shop, DAY)
    assert kinds(trading) == []
    trading.company.switch("delete", {"kind": "JournalEntry", "id": trading.row().quickbooks_id})
    exchange.verify_day(trading.stage.shop, DAY)
    assert [one.title for one in notices.notices(trading.stage.shop)] == [
        f"{trading.number()} is gone from QuickBooks."
    ]


def test_a_connection_that_ends_soon_is_told(trading: Trading) -> None:
    now = trading.stage.shop.now_ms() // 1000
    kept = MemorySecrets()
    kept.put(REFRESH, "RT1-anything")
    trading.stage.shop.exchange = replace(trading.link, kept=kept)
    for days, told in ((30, []), (10, ["connect"])):
        kept.put(ENDS, f"{now + days * 86_400}/{now + 900 * 86_400}")
        assert [one.page for one in notices.notices(trading.stage.shop)] == told


@pytest.mark.parametrize(
    ("closed_to", "words"),
    [("2026-03-02", "is closed to 2026-03-02"), ("2026-02-28", "comes near"), ("2026-01-31", "")],
)
def test_a_closing_date_that_reaches_an_unsent_day_or_comes_near_is_told(
    trading: Trading, closed_to: str, words: str
) -> None:
    trading.sell_and_close()
    trading.company.switch("set", {"close_date": closed_to})
    try:
        notices.read_closing_date(trading.stage.shop)
    finally:
        trading.company.switch("set", {"close_date": ""})
    titles = [one.title for one in notices.notices(trading.stage.shop) if one.kind == notices.CLOSING]
    assert [words in title for title in titles] == ([True] if words else [])


def test_card_takings_that_were_never_paid_out_are_told(trading: Trading) -> None:
    card = f"Visa{trading.code}"
    trading.play(f"tender {card} kind card\nat {DAY} 10:00\nsale\n  open-item 9.00\n  pay {card}\nclose day")
    trading.send()
    trading.stage.clock.moment += timedelta(days=8)
    (told,) = notices.notices(trading.stage.shop)
    assert (told.kind, told.page) == (notices.STUCK, "payouts")
    assert told.title == f"9.00 is still in Card Clearing - {card}."


def test_one_letter_tells_everything_new_and_nothing_twice(trading: Trading, server: MailServer) -> None:
    rejected(trading)
    trading.stage.clock.moment += timedelta(days=4)
    trading.sell_and_close("2026-03-03")
    kept = mail_on(trading, server)
    shop = trading.stage.shop
    trading.stage.clock.moment += timedelta(days=4)
    assert tell_by_mail(shop, kept) == 2
    assert tell_by_mail(shop, kept) == 0
    (letter,) = server.kept.letters
    assert letter["To"] == "owner@example.com"
    assert f"did not take {trading.number()}" in letter["Subject"]
    assert "(and 1 more)" in letter["Subject"]
    text = letter.get_content()
    assert "2026-03-03 is not in QuickBooks" in text


def test_a_letter_that_was_not_taken_is_sent_the_next_time(trading: Trading, server: MailServer) -> None:
    rejected(trading)
    kept = mail_on(trading, server)
    server.kept.refuse = "RCPT"
    with pytest.raises(Trouble, match="mail_not_sent"):
        tell_by_mail(trading.stage.shop, kept)
    server.kept.refuse = ""
    assert tell_by_mail(trading.stage.shop, kept) == 1
    assert len(server.kept.letters) == 1


def test_switched_off_no_letter_goes(trading: Trading, server: MailServer) -> None:
    rejected(trading)
    kept = mail_on(trading, server, on=False)
    assert tell_by_mail(trading.stage.shop, kept) == 0
    assert server.kept.lines == []


def test_a_server_that_is_not_there_or_speaks_no_tls_is_trouble(trading: Trading, server: MailServer) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = free.getsockname()[1]
    for changes in ({"port": nobody}, {"security": TLS}, {"security": STARTTLS}):
        kept = mail_on(trading, server, **changes)
        with pytest.raises(Trouble, match="mail_not_sent"):
            send_test(trading.stage.shop, kept)
    assert server.kept.letters == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"to": "nobody"}, "mail_address_needed"),
        ({"to": "a@example.com\r\nBcc: b@example.com"}, "mail_address_needed"),
        ({"host": ""}, "mail_server_needed"),
        ({"host": "evil host"}, "mail_server_needed"),
        ({"port": 0}, "mail_server_needed"),
        ({"security": "perhaps"}, "mail_server_needed"),
    ],
)
def test_settings_that_no_letter_could_go_out_with_are_refused(
    trading: Trading, server: MailServer, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        mail_on(trading, server, **changes)
    assert post(trading.stage.shop).host == ""


def test_the_password_lies_in_the_safe_place_alone_and_never_goes_in_the_clear(
    trading: Trading, server: MailServer
) -> None:
    kept = MemorySecrets()
    safe = Post("127.0.0.1", server.port, STARTTLS, "till", "till@example.com", "owner@example.com", on=True)
    set_post(trading.stage.till(), safe, kept, "open sesame 7")
    assert kept.get(SECRET) == "open sesame 7"
    trading.stage.shop.store.checkpoint()
    assert b"open sesame 7" not in trading.file.read_bytes()
    with pytest.raises(Refusal, match="mail_password_in_the_clear"):
        set_post(trading.stage.till(), Post(**{**_plain(safe), "security": PLAIN}), kept)
    with pytest.raises(Trouble):
        send_test(trading.stage.shop, kept)
    assert not any(line.startswith("AUTH") for line in server.kept.lines)


def _plain(how: Post) -> dict[str, object]:
    return {name: getattr(how, name) for name in Post.__slots__}


def test_a_shops_name_can_not_write_headers(trading: Trading, server: MailServer) -> None:
    rejected(trading)
    trading.stage.set_facts(name="Inn\r\nBcc: thief@example.com")
    assert tell_by_mail(trading.stage.shop, mail_on(trading, server)) == 1
    (letter,) = server.kept.letters
    assert letter["Bcc"] is None
    assert [line.lower() for line in server.kept.lines if line.lower().startswith("rcpt")] == [
        "rcpt to:<owner@example.com>"
    ]


def test_the_worker_beside_the_register_writes_the_letters(trading: Trading, server: MailServer) -> None:
    rejected(trading)
    kept = mail_on(trading, server)
    link = replace(trading.link, kept=kept)
    stage = trading.stage
    worker = ExchangeWorker(
        trading.file, link, lambda _sent: None, clock=stage.clock, ids=stage.ids, timing=Timing(0.05)
    )
    worker.start()
    until = time.monotonic() + 10
    while not server.kept.letters and time.monotonic() < until:
        time.sleep(0.02)
    worker.stop()
    assert len(server.kept.letters) == 1
