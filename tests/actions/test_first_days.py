"""From connected to trusted: the day to start with, another company, disconnecting, and the end of a connection."""

import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from retailpos.actions import connection, first_days
from retailpos.actions.books import day_state, preview
from retailpos.actions.compose import Link, MemorySecrets
from retailpos.actions.connecting import RELAY, link_for, places, unlock
from retailpos.actions.correct import replace_in_place, reversals, reverse
from retailpos.actions.exchange import auto_consent, send_day, send_waiting, set_app, verify_day
from retailpos.actions.mapping import version
from retailpos.core.errors import Refusal, Trouble
from retailpos.core.outbox import LEFT_OUT, OPEN, READY, VERIFIED, OutboxRow
from retailpos.exchange.online.turns import unhurried
from retailpos.exchange.tokens import App
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

SHOP = 'shop "First {n}" currency USD timezone America/New_York\ntax "State DOR" 6%\n'
DAY = "at {date} 10:00\nsale\n  open-item 10.00\n  pay check\nclose day\n"
DATES = ("2026-03-02", "2026-03-03", "2026-03-04")
NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    started = start_company(tmp_path_factory.mktemp("company") / "company.db")
    yield started
    started.stop()


@pytest.fixture
def stage(company: CompanyProcess) -> Iterator[Stage]:
    made = Stage(company=company)
    n = next(NUMBERS)
    Player(made).play(SHOP.format(n=n))
    # Its own document numbers, as all of these shops share one company.
    made.set_facts(code=f"F{n}X")
    Player(made).play("".join(DAY.format(date=date) for date in DATES))
    yield made
    made.close()


def signed_in(company: CompanyProcess, kept: MemorySecrets | None = None) -> Link:
    link = replace(company.link(), kept=kept or MemorySecrets(), turns=unhurried())
    set_app(link, auto_consent)
    return link


def states(stage: Stage) -> list[str]:
    return [day_state(stage.shop, date) for date in DATES]


def test_days_before_the_start_are_left_out_and_say_so(stage: Stage, company: CompanyProcess) -> None:
    stage.shop.exchange = signed_in(company)
    first_days.set_start(stage.till(), DATES[2])
    assert states(stage) == [LEFT_OUT, LEFT_OUT, READY]
    assert [day.sends for day in first_days.last_days(stage.shop)] == [True, False, False]
    with pytest.raises(Refusal, match="before_start"):
        send_day(stage.shop, DATES[0])
    assert {row.business_date for row in send_waiting(stage.shop)} == {DATES[2]}
    first_days.set_start(stage.till(), DATES[1])
    assert states(stage) == [LEFT_OUT, READY, VERIFIED]
    assert send_day(stage.shop, DATES[1])[0].state == VERIFIED


def test_a_day_of_before_that_is_closed_later_is_left_out_too(stage: Stage) -> None:
    first_days.set_start(stage.till(), "2026-03-06")
    Player(stage).play(DAY.format(date="2026-03-05"))
    assert day_state(stage.shop, "2026-03-05") == LEFT_OUT
    Player(stage).play(DAY.format(date="2026-03-06"))
    assert day_state(stage.shop, "2026-03-06") == READY


def test_what_was_sent_stays_when_the_start_moves_past_it(stage: Stage, company: CompanyProcess) -> None:
    stage.shop.exchange = signed_in(company)
    send_day(stage.shop, DATES[0])
    first_days.set_start(stage.till(), DATES[2])
    assert states(stage) == [VERIFIED, LEFT_OUT, READY]


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "", "2026-3-1"])
def test_a_start_that_is_no_date_is_refused(stage: Stage, text: str) -> None:
    with pytest.raises(Refusal, match="date_unreadable"):
        first_days.set_start(stage.till(), text)


def test_the_start_proposed_fits_the_history_and_the_closing_date(stage: Stage) -> None:
    assert first_days.starts(stage.shop).proposed == DATES[0]
    assert first_days.starts(stage.shop, "2026-03-02").proposed == "2026-03-03"
    stage.clock.moment += timedelta(days=90)
    Player(stage).play("".join(DAY.format(date=f"2026-06-{day:02d}") for day in range(4, 13)))
    assert first_days.starts(stage.shop).proposed == "2026-06-01"


def test_a_trial_run_sends_nothing(stage: Stage, company: CompanyProcess) -> None:
    stage.shop.exchange = signed_in(company)
    before = company.switch("faults")
    found = first_days.last_days(stage.shop)
    assert [day.date for day in found] == list(reversed(DATES))
    assert all(day.sends and day.debits == 1060 and day.lines == 3 for day in found)
    with stage.shop.store.read() as tx:
        assert all(not row.was_tried for row in tx.outbox.rows())
    assert company.switch("faults") == before


def test_a_sent_day_is_shown_on_both_sides_and_an_edit_is_seen(stage: Stage, company: CompanyProcess) -> None:
    stage.shop.exchange = signed_in(company)
    row = send_day(stage.shop, DATES[0])[0]
    proved = first_days.proof(stage.shop, DATES[0])
    assert sorted((one.sent, one.there) for one in proved) == [(-1000, -1000), (-60, -60), (1060, 1060)]
    assert first_days.address_there(stage.shop, DATES[0]) == f"{company.url}/journal/{row.quickbooks_id}"
    company.switch("edit", {"id": row.quickbooks_id, "cents": 100})
    assert any(one.sent != one.there for one in first_days.proof(stage.shop, DATES[0]))


def another_company(folder: Path) -> CompanyProcess:
    """A company of its own number, as a second one at QuickBooks has."""
    words = [sys.executable, "-m", "retailpos.company", "--file", str(folder / "other.db"), "--auto-consent"]
    process = subprocess.Popen([*words, "--realm", "9341450000000002"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return CompanyProcess(json.loads(process.stdout.readline()), process)


def test_another_company_gets_nothing_until_it_was_confirmed_and_mapped(
    stage: Stage, company: CompanyProcess, tmp_path: Path
) -> None:
    till, first = stage.till(), signed_in(company)
    connection.confirm_company(till, first)
    sent = send_day(stage.shop, DATES[0])
    other = another_company(tmp_path)
    try:
        second = signed_in(other)
        stage.shop.exchange = second
        with pytest.raises(Refusal, match="company_not_confirmed"):
            send_day(stage.shop, DATES[1])
        connection.confirm_company(till, second)
        with pytest.raises(Refusal, match="mapping_not_confirmed"):
            send_waiting(stage.shop)
        assert states(stage) == [VERIFIED, READY, READY]
        first_days.take_suggestions(till, first_days.read_company(stage.shop), anew=True)
        assert send_day(stage.shop, DATES[1])[0].state == VERIFIED
        nothing_of_the_old_day_is_touched(stage, sent[0])
        with stage.shop.store.read() as tx:
            realms = [tx.outbox.of_day(date)[0].company for date in DATES[:2]]
        assert realms == [first.kept.get("realm"), "9341450000000002"]
    finally:
        other.stop()


def nothing_of_the_old_day_is_touched(stage: Stage, sent: OutboxRow) -> None:
    """Its number means something else in the company that is connected now: it is neither judged nor changed by it."""
    looked = verify_day(stage.shop, DATES[0])[0]
    assert (looked.state, looked.reason) == (VERIFIED, "wrong_company")
    assert (looked.body, looked.quickbooks_id, looked.company) == (sent.body, sent.quickbooks_id, sent.company)
    for act in (reverse, replace_in_place, reversals):
        with pytest.raises(Refusal, match="sent_to_another_company"):
            act(stage.shop, DATES[0])


def test_the_first_company_needs_no_second_word(stage: Stage, company: CompanyProcess) -> None:
    connection.confirm_company(stage.till(), signed_in(company))
    connection.confirm_company(stage.till(), signed_in(company))
    assert send_day(stage.shop, DATES[0])[0].state == VERIFIED


def test_disconnecting_takes_the_permission_back_there_and_keeps_the_mapping(
    stage: Stage, company: CompanyProcess
) -> None:
    till, link = stage.till(), signed_in(company)
    connection.confirm_company(till, link)
    stage.shop.exchange = link
    settings = first_days.read_company(stage.shop)
    first_days.take_suggestions(till, settings, anew=True)
    kept, entry = version(stage.shop), preview(stage.shop, DATES[0])
    again = replace(link, kept=MemorySecrets())
    for name in ("refresh", "realm"):
        again.kept.put(name, link.kept.get(name))
    assert connection.take_back(link)
    connection.disconnected(till)
    assert [link.kept.get(name) for name in ("refresh", "access", "realm", "ends")] == [""] * 4
    assert stage.shop.exchange is None
    with pytest.raises(Trouble, match="reconnect"):
        again.client().get("preferences")
    assert (version(stage.shop), preview(stage.shop, DATES[0])) == (kept, entry)
    assert states(stage) == [READY] * 3


def test_disconnecting_with_the_net_down_forgets_here_and_says_so(company: CompanyProcess) -> None:
    link = signed_in(company)
    away = replace(link, app=replace(link.app, discovery="http://127.0.0.1:9/none"))
    assert not connection.take_back(away)
    assert link.kept.get("refresh") == ""


def test_the_end_of_a_connection_is_counted_down(stage: Stage, company: CompanyProcess) -> None:
    link = signed_in(company)
    told = int(link.kept.get("ends").partition("/")[0]) - 8_640_000
    stage.clock.moment = stage.clock.moment.fromtimestamp(told + 60, stage.clock.moment.tzinfo)
    fresh = connection.ending(stage.shop, link)
    assert fresh is not None
    assert (fresh.idle_days, fresh.hard_days, fresh.is_near) == (99, 1824, False)
    stage.clock.moment += timedelta(days=90)
    near = connection.ending(stage.shop, link)
    assert near is not None
    assert (near.idle_days, near.is_near) == (9, True)
    stage.clock.moment += timedelta(days=1825 - 90)
    over = connection.ending(stage.shop, link)
    assert over is not None
    assert over.hard_days is not None
    assert over.hard_days < 0
    assert day_state(stage.shop, "2026-01-01") in (OPEN, "closed")


def test_every_renewal_moves_the_end_of_an_unused_connection(company: CompanyProcess) -> None:
    link = signed_in(company)
    before = link.kept.get("ends")
    company.switch("skew", {"seconds": 10 * 86_400})
    try:
        link.kept.put("access", "")
        client = link.client()
        assert client.get("preferences").good
        client.close()
    finally:
        company.switch("skew", {"seconds": 0})
    days = [
        (int(new) - int(old)) // 86_400
        for old, new in zip(before.split("/"), link.kept.get("ends").split("/"), strict=True)
    ]
    assert days[0] >= 9
    assert abs(days[1]) <= 1


def test_without_a_keyring_keys_are_never_kept_in_plain_text(
    stage: Stage, company: CompanyProcess, tmp_path: Path
) -> None:
    till, ready = stage.till(), company.ready
    told = {name: ready[name] for name in ("discovery_url", "client_id", "client_secret")}
    (tmp_path / "relay.json").write_text(json.dumps({"name": "R", "base_url": company.url, **told}))
    place = places(stage.shop, tmp_path)[0]
    assert place.kind == RELAY
    with pytest.raises(Trouble, match="no_keyring"):
        link_for(till, tmp_path, place, place.keys)
    link = link_for(till, tmp_path, place, place.keys, "a long passphrase")
    set_app(link, auto_consent)
    kept = (tmp_path / "quickbooks.secrets").read_bytes()
    assert ready["client_secret"].encode() not in kept
    assert link.kept.get("refresh").encode() not in kept
    with pytest.raises(Refusal, match="passphrase_does_not_fit"):
        unlock(stage.shop, tmp_path, "another passphrase")
    assert unlock(stage.shop, tmp_path, "a long passphrase").kept.get("refresh") == link.kept.get("refresh")


def test_the_keys_alone_are_no_connection(stage: Stage) -> None:
    kept, till = MemorySecrets(), stage.till()
    connection.keep_app(till, "https://example.com", App("id", "secret", "https://example.com/c", "https://d"), kept)
    assert connection.kept_app(stage.shop, kept) is not None
    assert connection.kept_link(stage.shop, kept) is None
    assert connection.was_set_up(stage.shop)
