"""Card payouts through the whole exchange: card clearing comes to zero, once, whatever happens on the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from retailpos.actions import drift, exchange, notices, settlement
from retailpos.actions.approve import set_sign_off
from retailpos.actions.books import map_slot
from retailpos.actions.check import check_shop
from retailpos.actions.restore import accept_restored
from retailpos.actions.settlement import Choices, Preview
from retailpos.actions.shop import open_shop
from retailpos.core.errors import Refusal
from retailpos.core.outbox import OutboxRow
from tests.exchange.outside import outside_client, trial_balance
from tests.exchange.trading import DAY, PACE, Trading

BANK = "Checking - Payouts"
FILE = "Payout ID,Deposit Date,Gross,Refunds,Fees,Net\npo_7,2026-03-04,130.00,0.00,3.80,126.20\n"


def _sold(trading: Trading) -> str:
    """A day paid by a card that no other test uses; the name of its clearing account."""
    card = f"Visa{trading.code}"
    trading.play(
        f"tender {card} kind card\nat {DAY} 09:00\nopen float 100.00\nsale\n  open-item 130.00\n  pay {card}\n"
        "close counted 100.00\nclose day"
    )
    return f"Card Clearing - {card}"


def _preview(trading: Trading, file: str = FILE) -> Preview:
    usual = settlement.usual(trading.stage.shop)
    return settlement.look(trading.stage.shop, file.encode(), Choices(BANK, f"Stripe {trading.code}", usual.cards))


def _payouts(trading: Trading) -> list[dict[str, object]]:
    (one, *_) = settlement.recorded(trading.stage.shop)
    return trading.numbered(one.row.doc_number)


def test_a_payout_file_brings_card_clearing_to_zero(trading: Trading, monkeypatch: pytest.MonkeyPatch) -> None:
    clearing = _sold(trading)
    assert trading.send() == ("verified", "")
    bank_before = exchange.books_there(trading.stage.shop).get(BANK, 0)
    assert exchange.books_there(trading.stage.shop)[clearing] == 13_000
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    theirs = outside_client(trading.company)
    assert trial_balance(theirs)[clearing] == "130.00 Dr"
    done = settlement.record_payouts(trading.stage.shop, _preview(trading))
    assert len(done.documents) == 1
    (row,) = settlement.send_payouts(trading.stage.shop, pace=PACE)
    assert (row.state, row.reason) == ("verified", "")
    there = exchange.books_there(trading.stage.shop)
    assert there.get(clearing, 0) == 0
    assert there[BANK] - bank_before == 12_620
    # The same from a client that others wrote.
    assert trial_balance(theirs).get(clearing, "0.00 Dr") == "0.00 Dr"
    (entry,) = _payouts(trading)
    assert entry["TxnDate"] == "2026-03-04"
    assert "payout po_7 of Stripe" in str(entry["PrivateNote"])
    assert check_shop(trading.stage.shop.store) == ()


def test_the_same_file_twice_does_nothing(trading: Trading) -> None:
    _sold(trading)
    settlement.record_payouts(trading.stage.shop, _preview(trading))
    settlement.send_payouts(trading.stage.shop, pace=PACE)
    again = _preview(trading)
    assert [found.known for found in again.found] == [True]
    assert again.fresh == ()
    assert settlement.record_payouts(trading.stage.shop, again).documents == ()
    assert settlement.send_payouts(trading.stage.shop, pace=PACE) == ()
    assert len(_payouts(trading)) == 1


def test_two_programs_with_the_same_file_record_it_once(trading: Trading) -> None:
    _sold(trading)
    one, other = _preview(trading), _preview(trading)
    settlement.record_payouts(trading.stage.shop, one)
    assert settlement.record_payouts(trading.stage.shop, other).documents == ()


def test_an_answer_lost_on_the_way_is_looked_up_and_not_sent_again(trading: Trading) -> None:
    _sold(trading)
    settlement.record_payouts(trading.stage.shop, _preview(trading))
    trading.fault("drop_after_commit")
    (row,) = settlement.send_payouts(trading.stage.shop, pace=PACE)
    assert row.state == "unknown"
    trading.later()
    assert [one.state for one in settlement.recorded(trading.stage.shop)] == ["verified"]
    assert len(_payouts(trading)) == 1


def test_a_restored_file_finds_its_payout_in_quickbooks(trading: Trading) -> None:
    """The file forgot that it recorded the payout: the same file makes the same number, and the entry is adopted."""
    _sold(trading)
    backup = trading.file.with_suffix(".backup")
    trading.stage.shop.store.backup(backup)
    settlement.record_payouts(trading.stage.shop, _preview(trading))
    settlement.send_payouts(trading.stage.shop, pace=PACE)
    before = settlement.recorded(trading.stage.shop)[0].row
    put_back(trading, backup)
    assert settlement.recorded(trading.stage.shop) == ()
    settlement.record_payouts(trading.stage.shop, _preview(trading))
    (row,) = settlement.send_payouts(trading.stage.shop, pace=PACE)
    assert (row.state, row.quickbooks_id) == ("verified", before.quickbooks_id)
    assert len(_payouts(trading)) == 1


def put_back(trading: Trading, backup: Path) -> None:
    """The backup takes the file's place, and somebody says that it may."""
    trading.close()
    for extra in ("-wal", "-shm"):
        Path(f"{trading.file}{extra}").unlink(missing_ok=True)
    shutil.move(backup, trading.file)
    shop = open_shop(trading.file, trading.stage.clock, trading.stage.ids, accept_older=True)
    accept_restored(shop)
    shop.close()
    trading.reopen()


def test_each_card_of_the_processor_clears_its_own_account(trading: Trading) -> None:
    one, other = f"Visa {trading.code}", f"Amex {trading.code}"
    trading.play(
        f'tender "{one}" kind card\ntender "{other}" kind card\nat {DAY} 10:00\n'
        f'sale\n  open-item 80.00\n  pay "{one}"\nsale\n  open-item 20.00\n  pay "{other}"\nclose day'
    )
    trading.send()
    text = (
        "payout_id,deposit_date,reporting_category,card_brand,gross,fee,net\n"
        "po_1,2026-03-04,charge,visa,80.00,2.00,78.00\npo_1,2026-03-04,charge,American Express,20.00,1.00,19.00\n"
    )
    preview = _preview(trading, text)
    assert preview.unknown_cards == ("American Express",)
    amex = next(tender.id for tender in trading.stage.shop.listed.tenders.values() if tender.name == other)
    choices = Choices(BANK, preview.choices.processor, (*preview.choices.cards, ("American Express", amex)))
    preview = settlement.look(trading.stage.shop, text.encode(), choices)
    settlement.record_payouts(trading.stage.shop, preview)
    settlement.send_payouts(trading.stage.shop, pace=PACE)
    there = exchange.books_there(trading.stage.shop)
    assert [there.get(f"Card Clearing - {name}", 0) for name in (one, other)] == [0, 0]


def test_payouts_stand_apart_from_the_day_they_came_on(trading: Trading) -> None:
    """A payout that reached the bank on a business day neither opens that day nor changes what it says."""
    _sold(trading)
    assert trading.send() == ("verified", "")
    on_the_day = FILE.replace("2026-03-04", DAY)
    settlement.record_payouts(trading.stage.shop, _preview(trading, on_the_day))
    assert trading.send() == ("verified", "")
    settlement.send_payouts(trading.stage.shop, pace=PACE)
    assert settlement.recorded(trading.stage.shop)[0].state == "verified"
    assert trading.state() == ("verified", "")


def _changed(trading: Trading, change: str) -> str:
    """A sent payout that somebody edited or took out in QuickBooks, as the daily look finds it."""
    _sold(trading)
    settlement.record_payouts(trading.stage.shop, _preview(trading))
    (row,) = settlement.send_payouts(trading.stage.shop, pace=PACE)
    if change == "edited":
        trading.company.switch("edit", {"id": row.quickbooks_id, "cents": 100})
    else:
        trading.company.switch("delete", {"kind": "JournalEntry", "id": row.quickbooks_id})
    drift.look(trading.stage.shop)
    return row.doc_number


@pytest.mark.parametrize("change", ["edited", "deleted"])
@pytest.mark.parametrize("answer", [settlement.put_ours_back, settlement.keep_theirs])
def test_a_payout_changed_there_is_noticed_and_each_answer_leads_to_a_verified_one(
    trading: Trading, change: str, answer: Callable[..., OutboxRow]
) -> None:
    number = _changed(trading, change)
    (notice,) = notices.notices(trading.stage.shop)
    assert (notice.kind, notice.page) == (notices.CHANGED, "payouts")
    assert answer(trading.stage.shop, number).state == "verified"
    (known,) = settlement.recorded(trading.stage.shop)
    assert known.state == "verified"
    there = len(trading.numbered(number))
    assert there == (0 if (answer, change) == (settlement.keep_theirs, "deleted") else 1)
    with pytest.raises(Refusal, match="payout_not_changed"):
        answer(trading.stage.shop, number)


def test_refunds_fees_and_chargebacks_each_go_where_they_belong(trading: Trading) -> None:
    clearing = _sold(trading)
    trading.send()
    before = exchange.books_there(trading.stage.shop)
    text = (
        "payout_id,payout_date,reporting_category,gross,fee,net\n"
        "po_9,2026-03-05,charge,150.00,4.65,145.35\npo_9,2026-03-05,refund,-20.00,0.00,-20.00\n"
        "po_9,2026-03-05,dispute,-30.00,15.00,-45.00\n"
    )
    settlement.record_payouts(trading.stage.shop, _preview(trading, text))
    settlement.send_payouts(trading.stage.shop, pace=PACE)
    there = exchange.books_there(trading.stage.shop)
    moved = {
        name: there.get(name, 0) - before.get(name, 0) for name in (clearing, "Merchant Fees", "Chargebacks", BANK)
    }
    assert moved == {clearing: -13_000, "Merchant Fees": 1_965, "Chargebacks": 3_000, BANK: 8_035}


def test_without_a_bank_account_or_a_card_nothing_is_recorded(trading: Trading) -> None:
    with pytest.raises(Refusal, match="no_card_tender"):
        settlement.usual(trading.stage.shop)
    _sold(trading)
    preview = settlement.look(trading.stage.shop, FILE.encode(), Choices("  ", "Stripe", ()))
    with pytest.raises(Refusal, match="bank_account_needed"):
        settlement.record_payouts(trading.stage.shop, preview)
    assert settlement.recorded(trading.stage.shop) == ()


def test_days_that_are_signed_off_first_do_not_hold_up_payouts(trading: Trading) -> None:
    """Whoever recorded a payout has looked at it."""
    _sold(trading)
    set_sign_off(trading.stage.till(), on=True)
    settlement.record_payouts(trading.stage.shop, _preview(trading))
    exchange.send_waiting(trading.stage.shop, pace=PACE)
    assert [one.state for one in settlement.recorded(trading.stage.shop)] == ["verified"]
    assert trading.state()[0] == "ready"


def test_a_payout_without_an_account_is_blocked_and_says_which_row(trading: Trading) -> None:
    _sold(trading)
    settlement.record_payouts(trading.stage.shop, _preview(trading))
    card = next(tender.id for tender in trading.stage.shop.listed.tenders.values() if tender.kind == "card")
    trading.stage.set_meta("suggest_accounts", "0")
    assert settlement.recorded(trading.stage.shop)[0].state == "blocked"
    with pytest.raises(Refusal, match="payout_blocked"):
        settlement.send_payouts(trading.stage.shop, pace=PACE)
    map_slot(trading.stage.till(), "tender.card", card, f"Card Clearing - Visa{trading.code}")
    settlement.send_payouts(trading.stage.shop, pace=PACE)
    assert settlement.recorded(trading.stage.shop)[0].state == "verified"
