"""The practice company outlives the program, is found again, and comes back at its old address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.practice import company
from retailpos.practice import shop as practice
from retailpos.practice.link import link_to


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "practice.shop"
    yield file
    company.stop(file)


def test_it_is_found_again_and_comes_back_at_its_old_address(file: Path) -> None:
    first = company.running(file)
    link = first.connect()
    assert company.running(file).ready == first.ready
    assert company.stop(file)
    assert not company.stop(file)
    again = company.running(file)
    assert again.url == first.url
    assert again.ready["switch"] != first.ready["switch"]
    # The keys of the app are the company's own and stay.
    assert again.link().app == link.app
    assert company.note_of(file).stat().st_mode & 0o777 == 0o600


def test_another_program_at_the_old_address_is_left_alone(file: Path) -> None:
    import http.server
    import threading

    first = company.running(file)
    port = int(first.url.rsplit(":", 1)[1])
    company.stop(file)
    server = _somebody_else(port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        assert not company.is_up(first)
        assert company.running(file).url != first.url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert isinstance(server, http.server.HTTPServer)


def _somebody_else(port: int):
    """A web server that is no practice company; the port may take a moment to be free."""
    import http.server
    import time

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format, *args) -> None:  # noqa: A002  # the library's own name
            """Nothing."""

    for _ in range(50):
        try:
            return http.server.HTTPServer(("127.0.0.1", port), Quiet)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the port did not become free")


def test_a_link_finds_the_company_when_it_is_first_needed(file: Path) -> None:
    first = company.running(file)
    company.stop(file)
    link = link_to(first, file)
    assert not company.is_up(first)
    client = link.client()
    client.close()
    assert company.is_up(first)
    assert (client.realm, link.base_url) == (first.ready["realm"], first.url)


@pytest.mark.parametrize("note", ["", "{}", "[1]", '{"url": 5}', "no json"])
def test_a_note_that_cannot_be_read_is_no_company(file: Path, note: str) -> None:
    company.note_of(file).write_text(note)
    assert company.remembered(file) is None
    assert not company.stop(file)


@pytest.mark.slow
def test_the_practice_shop_opens_with_green_days_and_two_to_send(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from retailpos.actions import books
    from retailpos.actions.compose import SystemClock, TimeOrderedIds, open_shop

    monkeypatch.setenv("RETAILPOS_DATA", str(tmp_path / "data"))
    told: list[str] = []
    ready = practice.ready(practice.practice_file(), told.append)
    try:
        assert len(told) == 2
        again = practice.ready(practice.practice_file(), told.append)
        assert len(told) == 2
        assert (again.file, again.company_url) == (ready.file, ready.company_url)
        shop = open_shop(ready.file, SystemClock(), TimeOrderedIds(SystemClock()), exchange=ready.link)
        states = [state for state, _net in books.days(shop, "", "9999").values()]
        shop.store.close()
        assert states == ["verified"] * 19 + ["ready"] * 2
    finally:
        practice.reset(practice.practice_file())
    assert list(practice.practice_folder().iterdir()) == []
