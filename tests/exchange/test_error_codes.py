"""Every fault code QuickBooks names has a course, its own words and a next step, and each stops a day as it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from retailpos.actions.exchange import send_day
from retailpos.core import outbox as states
from retailpos.exchange import codes
from retailpos.exchange.codes import CODES, sorted_code
from retailpos.stories.company_process import CompanyProcess, start_company
from retailpos.ui.exchange.faults import FAULTS, fault_words
from retailpos.ui.exchange.words import told
from tests.exchange.trading import DAY, PACE, Trading
from tests.ui.day_helper import DeskWindow

# The codes that QuickBooks Online's accounting interface is known to answer with.
LISTED = """
100 110 120 130 140 150 500 600 610 620 630 700 800 900 1000 1010 1020 1040 1050 2000 2010 2020 2030 2040 2050
2060 2070 2190 2080 2090 2100 2110 2140 2240 2120 2170 2180 2130 2210 2220 2230 2250 2260 2270 2280 2290 2300
2500 2600 3001 3100 3200 4000 4001 4002 5000 5010 5020 5030 6000 6010 6070 6080 6090 6100 6140 6150 6180 6160
6230 6170 6190 6200 6210 6220 6280 6240 6250 6270 6430 6440 6450 6480 6470 6540 10000 10100 10200
""".split()
# What each course leaves a document in.
LEFT = {
    codes.PAUSE: states.READY,
    codes.WAIT: states.READY,
    codes.CONNECT: states.READY,
    codes.LOOK_UP: states.UNKNOWN,
    codes.TWIN: states.REJECTED,
    codes.PERSON: states.REJECTED,
}


def test_the_table_is_the_list() -> None:
    assert set(CODES) == set(LISTED)
    assert set(FAULTS) == set(LISTED)


def test_no_two_codes_share_their_sentence() -> None:
    assert len({what for what, _, _ in FAULTS.values()}) == len(LISTED)


def test_every_code_is_told_in_whole_sentences_with_a_step() -> None:
    for code in LISTED:
        what, then, verb, words = fault_words(code)
        assert all(part.endswith(".") for part in (what, then)), code
        assert all((verb, words)), code
        assert not {"error", "invalid", "failed"} & set(f"{what} {then}".lower().replace(".", "").split()), code


def test_codes_that_cannot_occur_say_why() -> None:
    cannot = {code for code, one in CODES.items() if one.cannot}
    assert {"620", "800", "1040", "2130", "2300", "6070"} <= cannot
    assert not {"610", "2500", "3001", "5010", "6000", "6140", "6190", "6210", "6240", "10000"} & cannot
    for code in cannot:
        assert len(CODES[code].cannot) > 10, code


def test_zeros_before_a_code_and_codes_nobody_knows() -> None:
    assert sorted_code("003001") is CODES["3001"]
    assert (sorted_code("6999").course, sorted_code("6999").reason) == (codes.PERSON, "fault_6999")
    assert fault_words("6999")[0] == "QuickBooks said no, with number 6999."


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company of its own."""
    process = start_company(tmp_path_factory.mktemp("codes") / "company.db")
    process.connect()
    process.switch("set", {"rate_limits": "false"})
    yield process
    process.stop()


@pytest.fixture
def shop(books: CompanyProcess, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Trading]:
    """A shop with a closed day."""
    code = f"E{sum(request.node.name.encode()) % 90 + 10}"
    trading = Trading(tmp_path / "codes.shop", code, books, seed=4000)
    trading.sell_and_close()
    yield trading
    books.switch("faults", {"off": True})
    trading.close()


def send(trading: Trading) -> tuple[str, str]:
    """One sending by hand, when no earlier request can be running any more."""
    trading.stage.clock.moment += timedelta(minutes=5)
    send_day(trading.stage.shop, DAY, pace=PACE)
    return trading.state()


def test_every_code_stops_the_day_as_its_table_says_and_the_day_goes_out_in_the_end(shop: Trading) -> None:
    seen: dict[str, str] = {}
    for code in LISTED:
        shop.fault(f"code:{code}")
        state, reason = send(shop)
        one = CODES[code]
        assert (state, reason) == (LEFT[one.course], one.reason), code
        telling = told(shop.stage.shop, state, shop.row())
        assert telling.verb, code
        seen[code] = f"{telling.headline} {telling.text}"
        if state == states.UNKNOWN:
            # Looked up and not found, it is sent again with the same bytes; the next code meets that.
            assert shop.entries() == []
    assert len(set(seen.values())) == len(LISTED)
    assert send(shop) == (states.VERIFIED, "")
    assert len(shop.entries()) == 1


ON_A_QUESTION = {"4001": states.REJECTED, "140": states.READY, "3001": states.READY, "10000": states.READY}


@pytest.mark.parametrize("code", ON_A_QUESTION)
def test_a_fault_before_anything_was_sent_is_told_the_same_way(shop: Trading, code: str) -> None:
    shop.fault(f"code:{code}", match="/query")
    assert send(shop) == (ON_A_QUESTION[code], CODES[code].reason)
    assert shop.entries() == []


def test_every_step_is_one_the_desk_knows(shop: Trading, qtbot: QtBot) -> None:
    window = DeskWindow(shop.stage)
    qtbot.addWidget(window.shell)
    steps = window.page("quickbooks")._desk.steps
    assert {verb for _, _, (verb, _) in FAULTS.values()} <= set(steps)
