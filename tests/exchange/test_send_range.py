"""A range of days goes out oldest first, stops or passes by with a reason; signatures and set hours hold days back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from retailpos.actions import approve, by_itself, correct, exchange
from retailpos.actions.books import day_state, map_slot, sendable
from retailpos.actions.send_range import PASSED_BY, SENT, STOPPED, dates_between, send_dates
from retailpos.core.errors import Refusal
from tests.exchange.trading import PACE, Trading

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04")


@pytest.fixture
def shop(trading: Trading) -> Trading:
    """A shop with three closed days; the second sold something that has no account."""
    trading.play("department Toys\ndepartment Odd")
    odd = next(d.id for d in trading.stage.shop.listed.departments.values() if d.name == "Odd")
    map_slot(trading.stage.till(), "sales", odd, "", none=True)
    for day in DAYS:
        trading.sell_and_close(day, department="Odd" if day == DAYS[1] else "Toys")
    return trading


def states(shop: Trading) -> list[str]:
    return [day_state(shop.stage.shop, day) for day in DAYS]


def test_a_range_stops_at_the_first_day_that_does_not_go(shop: Trading) -> None:
    found = dates_between(shop.stage.shop, DAYS[0], "9999")
    done = send_dates(shop.stage.shop, found[::-1], pace=PACE)
    assert [(one.date, one.what) for one in done] == [(DAYS[0], SENT), (DAYS[1], STOPPED)]
    assert done[1].why is not None
    assert done[1].why.code == "day_blocked"
    assert states(shop) == ["verified", "blocked", "ready"]


def test_a_range_passes_a_day_by_with_its_reason(shop: Trading) -> None:
    done = send_dates(shop.stage.shop, DAYS, pass_by=True, pace=PACE)
    assert [one.what for one in done] == [SENT, PASSED_BY, SENT]
    again = send_dates(shop.stage.shop, DAYS, pass_by=True, pace=PACE)
    assert [one.why.code if one.why else "" for one in again] == ["sent_already", "day_blocked", "sent_already"]
    assert [len(shop.entries(day)) for day in DAYS] == [1, 0, 1]


def test_what_would_stop_every_day_ends_the_range_even_where_days_are_passed_by(shop: Trading) -> None:
    shop.fault("code:140")
    done = send_dates(shop.stage.shop, DAYS, pass_by=True, pace=PACE)
    assert [(one.what, one.rows[0].reason) for one in done] == [(STOPPED, "fault_140")]


def test_a_range_can_be_ended_between_two_days(shop: Trading) -> None:
    done = send_dates(shop.stage.shop, DAYS, pace=PACE, goes_on=lambda n, _date: n < 1)
    assert [one.date for one in done] == [DAYS[0]]


def test_a_range_without_anything_to_send_is_refused(shop: Trading) -> None:
    with pytest.raises(Refusal, match="range_turned_round"):
        dates_between(shop.stage.shop, DAYS[2], DAYS[0])
    with pytest.raises(Refusal, match="nothing_waits_there"):
        dates_between(shop.stage.shop, "2026-01-01", "2026-01-31")
    send_dates(shop.stage.shop, DAYS[:1], pace=PACE)
    assert dates_between(shop.stage.shop, DAYS[0], DAYS[2]) == DAYS[1:]


def test_days_that_are_settled_or_still_sell_are_no_part_of_a_range(shop: Trading) -> None:
    here = shop.stage.shop
    shop.send(DAYS[0])
    correct.reverse(here, DAYS[0], pace=PACE)
    shop.play("at 2026-03-05 10:00\nsale\n  open-item 5.00 department Toys\n  pay check")
    assert dates_between(here, DAYS[0], "9999") == DAYS[1:]
    shop.play("at 2026-03-06 10:00\nsale\n  open-item 5.00 department Toys\n  pay check")
    assert dates_between(here, DAYS[0], "9999") == (*DAYS[1:], "2026-03-05")
    done = send_dates(here, ("2026-03-05",), pass_by=True, pace=PACE)
    assert [(one.what, one.why.code if one.why else "") for one in done] == [(PASSED_BY, "day_not_closed")]


def test_where_days_are_signed_off_nothing_leaves_without_a_signature(shop: Trading) -> None:
    till, here = shop.stage.till(), shop.stage.shop
    approve.set_sign_off(till, on=True)
    assert sendable(here) == ()
    with pytest.raises(Refusal, match="not_signed_off"):
        exchange.send_day(here, DAYS[0], pace=PACE)
    exchange.send_waiting(here, pace=PACE)
    assert states(shop) == ["ready", "blocked", "ready"]
    with pytest.raises(Refusal, match="sign_off_blocked"):
        approve.approve(till, DAYS[1])
    approve.approve(till, DAYS[0])
    assert states(shop) == ["approved", "blocked", "ready"]
    assert approve.signed_by(here, DAYS[0]) == "owner"
    assert sendable(here) == DAYS[:1]
    assert shop.send(DAYS[0]) == ("verified", "")
    with pytest.raises(Refusal, match="nothing_to_sign_off"):
        approve.approve(till, DAYS[0])


def test_another_account_takes_the_signature_away(shop: Trading) -> None:
    till, here = shop.stage.till(), shop.stage.shop
    approve.set_sign_off(till, on=True)
    approve.approve(till, DAYS[0])
    toys = next(d.id for d in here.listed.departments.values() if d.name == "Toys")
    map_slot(till, "sales", toys, "Merchandise Sales:Games")
    assert day_state(here, DAYS[0]) == "ready"
    approve.approve(till, DAYS[0])
    approve.take_back(till, DAYS[0])
    assert day_state(here, DAYS[0]) == "ready"
    approve.set_sign_off(till, on=False)
    assert shop.send(DAYS[0]) == ("verified", "")


def test_at_a_set_hour_days_wait_for_it_and_what_was_begun_does_not(shop: Trading) -> None:
    till, here = shop.stage.till(), shop.stage.shop
    shop.stage.set_clock("2026-03-05 10:00", second=False)
    by_itself.set_by_itself(till, on=True, at="21:30")
    assert by_itself.by_itself(here) == (True, "21:30")
    shop.fault("503_html")
    exchange.send_day(here, DAYS[0], pace=PACE)
    assert states(shop)[0] == "unknown"
    shop.stage.clock.moment += timedelta(hours=1)
    by_itself.send_due(here, pace=PACE)
    assert states(shop) == ["verified", "blocked", "ready"]
    shop.stage.set_clock("2026-03-05 21:31", second=False)
    by_itself.send_due(here, pace=PACE)
    assert states(shop) == ["verified", "blocked", "verified"]
    assert not by_itself.is_due(here)
    shop.stage.set_clock("2026-03-06 21:29", second=False)
    assert not by_itself.is_due(here)
    shop.stage.set_clock("2026-03-06 21:30", second=False)
    assert by_itself.is_due(here)


def test_without_an_hour_days_go_at_once_and_what_is_no_hour_is_refused(shop: Trading) -> None:
    till, here = shop.stage.till(), shop.stage.shop
    for text in ("25:00", "9", "noon"):
        with pytest.raises(Refusal, match="no_such_hour"):
            by_itself.set_by_itself(till, on=True, at=text)
    by_itself.set_by_itself(till, on=True)
    by_itself.send_due(here, pace=PACE)
    assert states(shop) == ["verified", "blocked", "verified"]
