"""No secret in anything that the program writes: planted ones are looked for in every file, in several guises."""

from __future__ import annotations

import base64
import io
import logging
import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from retailpos.actions import papers, papers_log
from retailpos.actions.compose import Client
from retailpos.actions.exchange import send_day
from retailpos.actions.shop import OpenShop, SystemClock, TimeOrderedIds, open_shop
from retailpos.actions.worker import ExchangeWorker, Sent
from retailpos.exchange.online.turns import unhurried
from retailpos.exchange.tokens import Secrets
from retailpos.logbook import open_log
from retailpos.stories.company_process import CompanyProcess, start_company
from tests.exchange.own_shop import DAYS, PASSPHRASE, OwnShop, connected_shop
from tests.exchange.trading import PACE
from tests.exchange.weak_senders import LinkOf

SECRET = ("client_secret", "refresh", "refresh_before", "access")


class Guises:
    """Secrets as they might be written: plain, as UTF-16, as base64, as hex."""

    def __init__(self) -> None:
        self.secrets: set[str] = set()

    def add(self, *secrets: str) -> None:
        """Look for these too."""
        self.secrets |= {secret for secret in secrets if secret}

    def found_in(self, content: bytes) -> list[str]:
        """Which are there, the first marks of each."""
        return sorted(secret[:12] for secret in self.secrets if any(form in content for form in guises(secret)))


def guises(secret: str) -> Iterator[bytes]:
    """One secret's forms; of base64 the part that is the same wherever it begins."""
    raw = secret.encode()
    yield raw
    yield secret.encode("utf-16-le")
    yield raw.hex().encode()
    for lead in range(3):
        yield base64.b64encode(bytes(lead) + raw)[4:-4]


class Noting:
    """The real place of the secrets; what is put there is noted, to be looked for."""

    def __init__(self, kept: Secrets, noted: Guises) -> None:
        self._kept, self._noted = kept, noted
        noted.add(*(kept.get(name) for name in SECRET), PASSPHRASE)

    def get(self, name: str) -> str:
        """As the real place has it."""
        return self._kept.get(name)

    def put(self, name: str, value: str) -> None:
        """Keep it, and note it where it is secret."""
        if name in SECRET:
            self._noted.add(value)
        self._kept.put(name, value)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company that gives out a new token at each renewal."""
    process = start_company(tmp_path_factory.mktemp("company") / "company.db")
    process.switch("set", {"rotate_always": "true", "rate_limits": "false"})
    yield process
    process.stop()


@pytest.fixture
def own(company: CompanyProcess, tmp_path: Path) -> Iterator[OwnShop]:
    """A connected shop; the program's own log in its folder, and everything that the libraries say in it too."""
    root = logging.getLogger()
    before, level = set(root.handlers), root.level
    made = connected_shop(tmp_path / "data", company)
    open_log(made.folder / "log")
    root.setLevel(logging.DEBUG)
    yield made
    for handler in set(root.handlers) - before:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


class StumblingLink(LinkOf):
    """A link of which a fault of ours tells the tokens."""

    def client(self) -> Client:
        """Stumbles."""
        message = f"no idea what to do with Bearer {self.kept.get('access')} and {self.kept.get('refresh')}"
        raise RuntimeError(message)


def link_of(company: CompanyProcess, kept: Secrets, kind: type[LinkOf] = LinkOf) -> LinkOf:
    """A link over this place of secrets."""
    plain = company.link()
    return kind(plain.base_url, plain.app, kept, turns=unhurried())


def send_through_trouble(own: OwnShop, company: CompanyProcess, kept: Secrets) -> None:
    """Send with ended access, odd answers and, in the end, no permission any more."""
    clock = SystemClock()
    shop = open_shop(own.file, clock, TimeOrderedIds(clock), exchange=link_of(company, kept))
    for day, fault in zip(DAYS, ("401", "html_login", "cut_reply", "200_fault", "403"), strict=True):
        company.switch("expire")
        company.switch("faults", {"next": [{"fault": fault, "match": "post /v3/"}]})
        send_day(shop, day, pace=PACE)
    company.switch("revoke")
    kept.put("access", "eyJlbmMi.planted-access-that-ended")
    send_day(shop, DAYS[-1], pace=PACE)
    with shop.store.read() as tx:
        assert "reconnect" in {row.reason for row in tx.outbox.rows()}
    write_files(shop, own.folder / "exports")
    shop.close()


def write_files(shop: OpenShop, folder: Path) -> None:
    """Every file that a person can have written."""
    folder.mkdir()
    for kind in papers.KINDS:
        papers.export_day(shop, DAYS[0], kind, folder)
    for kind in (papers_log.CSV, papers_log.TEXT):
        (folder / f"log.{kind}").write_bytes(papers_log.log_file(shop, kind))


def stumble(own: OwnShop, company: CompanyProcess, kept: Secrets) -> None:
    """The worker meets a fault of ours, and logs it."""
    clock, told = SystemClock(), queue.Queue[Sent]()
    link = link_of(company, kept, StumblingLink)
    worker = ExchangeWorker(own.file, link, told.put, clock=clock, ids=TimeOrderedIds(clock))
    worker.start()
    worker.wake()
    error = told.get(timeout=30).error
    worker.stop()
    assert error is not None
    assert error.code == "our_fault"


def everything_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below, by name; of a PDF what it says, too."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            yield file.name, content
            if file.suffix == ".pdf":
                yield file.name, "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).encode()


@pytest.mark.timeout(120)
def test_no_secret_is_in_any_file_that_the_program_writes(own: OwnShop, company: CompanyProcess) -> None:
    secret = Guises()
    kept = Noting(own.kept, secret)
    send_through_trouble(own, company, kept)
    stumble(own, company, kept)
    code, *said = own.run("backup", str(own.folder / "copy.shop"))
    assert code == 0, said
    assert len(secret.secrets) > 8, "tokens came and went"
    files = list(everything_in(own.folder))
    assert {"copy.shop", "quickbooks.secrets", "retailpos.log", "log.csv", "log.txt"} <= {name for name, _ in files}
    assert [(name, found) for name, content in files if (found := secret.found_in(content))] == []
    assert secret.found_in("".join(said).encode()) == []
    log = dict(files)["retailpos.log"]
    assert b"the exchange worker stumbled" in log
    assert b"[masked]" in log


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode().hex().encode(),
        lambda text: base64.b64encode(f"{{'t':'{text}'}}".encode()),
    ],
    ids=["plain", "utf-16", "hex", "base64"],
)
def test_a_planted_secret_is_found_in_each_guise(written: Callable[[str], bytes]) -> None:
    secret, text = Guises(), "RT1-planted-and-to-be-found"
    secret.add(text)
    assert secret.found_in(b"before " + written(text) + b" after")
    assert not secret.found_in(b"nothing here")
