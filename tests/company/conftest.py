"""One practice company for all of these tests, fresh for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.company.asking import Asking, Body, running


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Body]:
    with running(tmp_path_factory.mktemp("company") / "company.db") as (line, _):
        yield line


@pytest.fixture(scope="session")
def client(ready: Body) -> Iterator[Asking]:
    asking = Asking(ready)
    yield asking
    asking.session.close()


@pytest.fixture
def company(client: Asking) -> Asking:
    """The plain company of the United States, as on its first day."""
    client.switch("reset", {"seed": "US"})
    return client


@pytest.fixture
def strict(client: Asking) -> Asking:
    """The strict company, without its limit on requests."""
    client.switch("reset", {"seed": "strict"})
    client.set(rate_limits="false")
    return client


@pytest.fixture
def british(client: Asking) -> Asking:
    """The company that reckons with VAT."""
    client.switch("reset", {"seed": "UK VAT"})
    return client
