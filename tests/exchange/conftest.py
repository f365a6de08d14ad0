"""One practice company for all tests of the exchange; each test has a shop of its own, known by its code."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.trading import Trading

CODES = itertools.count()


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """The running company."""
    process = start_company(tmp_path_factory.mktemp("company") / "company.db")
    process.connect()
    process.switch("set", {"rate_limits": "false"})
    yield process
    process.stop()


@pytest.fixture
def open_trading(company: CompanyProcess, tmp_path: Path) -> Iterator[Callable[[], Trading]]:
    """Opens shops, each with its own code, and shuts them afterwards."""
    opened: list[Trading] = []

    def make() -> Trading:
        n = next(CODES)
        code = f"{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}{n % 10}"
        opened.append(Trading(tmp_path / f"{code}.shop", code, company, seed=1000 + n))
        return opened[-1]

    yield make
    company.switch("faults", {"off": True})
    for trading in opened:
        trading.close()


@pytest.fixture
def trading(open_trading: Callable[[], Trading]) -> Trading:
    """A shop that sells and sends."""
    return open_trading()
