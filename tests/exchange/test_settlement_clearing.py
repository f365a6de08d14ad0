"""The clearing-account watch: what is on its way, since when, and whether QuickBooks has the same."""

from __future__ import annotations

from datetime import timedelta

from retailpos.actions import clearing, settlement
from retailpos.actions.clearing import Watched
from retailpos.actions.settlement import Choices
from tests.exchange.trading import DAY, PACE, Trading

NEXT = "2026-03-03"


def _sold(trading: Trading, day: str, amount: str) -> None:
    card = f"Visa{trading.code}"
    if not any(tender.name == card for tender in trading.stage.shop.listed.tenders.values()):
        trading.play(f"tender {card} kind card")
    trading.play(f"at {day} 10:00\nsale\n  open-item {amount}\n  pay {card}\nclose day")


def _card(trading: Trading, *, ask: bool = True) -> Watched:
    found = clearing.look(trading.stage.shop) if ask else clearing.watch(trading.stage.shop)
    return next(one for one in found if one.account == f"Card Clearing - Visa{trading.code}")


def _paid_out(trading: Trading, gross: str, net: str, date: str) -> None:
    text = f"payout,deposit date,gross,net\n{date},{date},{gross},{net}\n"
    choices = Choices(f"Checking {trading.code}", trading.code, settlement.usual(trading.stage.shop).cards)
    settlement.record_payouts(trading.stage.shop, settlement.look(trading.stage.shop, text.encode(), choices))
    settlement.send_payouts(trading.stage.shop, pace=PACE)


def test_what_is_on_its_way_is_told_by_the_day_it_came_from(trading: Trading) -> None:
    _sold(trading, DAY, "100.00")
    _sold(trading, NEXT, "40.00")
    assert clearing.watch(trading.stage.shop) == ()
    trading.send(DAY)
    trading.send(NEXT)
    card = _card(trading)
    assert (card.expected, card.there, card.off) == (14_000, 14_000, 0)
    assert card.waiting == ((DAY, 10_000), (NEXT, 4_000))
    assert card.is_right
    _paid_out(trading, "100.00", "97.00", "2026-03-05")
    card = _card(trading)
    assert (card.expected, card.there, card.since) == (4_000, 4_000, NEXT)
    trading.stage.clock.moment += timedelta(days=8)
    assert _card(trading, ask=False).is_late
    _paid_out(trading, "40.00", "39.00", "2026-03-06")
    card = _card(trading)
    assert (card.expected, card.there, card.since, card.is_right) == (0, 0, "", True)


def test_money_taken_out_there_by_hand_is_a_difference(trading: Trading) -> None:
    """Somebody entered the payout in QuickBooks by hand, and the shop knows nothing of it."""
    _sold(trading, DAY, "100.00")
    trading.send(DAY)
    told = trading.company.switch("edit", {"id": trading.row().quickbooks_id, "cents": -4_000})
    assert "Id" in told
    card = _card(trading)
    assert (card.expected, card.off) != (0, 0)
    assert not card.is_right


def test_patience_is_the_shops_own(trading: Trading) -> None:
    _sold(trading, DAY, "100.00")
    trading.send(DAY)
    trading.stage.clock.moment += timedelta(days=3)
    assert not _card(trading, ask=False).is_late
    clearing.set_patience(trading.stage.shop, 2)
    assert _card(trading, ask=False).is_late
