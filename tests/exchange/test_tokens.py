"""Tokens: two programs renew with one token at the same moment, a program dies while it keeps a new one."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from retailpos.core.errors import Refusal, Trouble
from retailpos.exchange.tokens import App, LiveTokens, MemorySecrets, Secrets
from retailpos.exchange.vault import AccessInMemory, FileSecrets
from retailpos.stories.company_process import CompanyProcess, start_company

PASSPHRASE = "a long walk by the sea"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanyProcess]:
    """A company that gives out a new token at each renewal and takes a second use of the old one for theft."""
    process = start_company(tmp_path_factory.mktemp("strict") / "company.db")
    process.switch("set", {"rate_limits": "false", "rotate_always": "true", "second_refresh_kills": "true"})
    yield process
    process.stop()


@pytest.fixture
def vault(strict: CompanyProcess, vault_file: FileSecrets) -> FileSecrets:
    """A vault with the tokens of a fresh sign-in, and nothing else."""
    strict.kept = MemorySecrets()
    link = strict.connect()
    for name in ("realm", "refresh"):
        vault_file.put(name, link.kept.get(name))
    vault_file.put("refresh_before", "")
    return vault_file


@pytest.fixture(scope="module")
def vault_file(tmp_path_factory: pytest.TempPathFactory) -> FileSecrets:
    """A vault that was opened once: its passphrase is made costly to try."""
    return FileSecrets(tmp_path_factory.mktemp("vault") / "vault", PASSPHRASE)


class Program:
    """What one program has of its own: its vault as it opened it, the hour's access, and its tokens."""

    def __init__(self, app: App, vault: FileSecrets, lock_file: Path | None = None) -> None:
        self.kept: Secrets = AccessInMemory(copy.deepcopy(vault))
        self.tokens = LiveTokens(app, self.kept, lock_file)
        self.said = ""

    def renew(self, together: threading.Barrier) -> None:
        """Renew at the same moment as the others."""
        together.wait()
        try:
            self.said = self.tokens.renew(self.kept.get("access"))
        except Trouble as cause:
            self.said = cause.code


def race(programs: list[Program], rounds: int) -> set[str]:
    """All renew at once, again and again; what went wrong."""
    wrong: set[str] = set()
    for _ in range(rounds):
        together = threading.Barrier(len(programs))
        threads = [threading.Thread(target=program.renew, args=(together,)) for program in programs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        wrong |= {program.said for program in programs if program.said in ("reconnect", "no_connection")}
    return wrong


def test_two_programs_that_renew_at_once_never_use_a_token_twice(
    strict: CompanyProcess, vault: FileSecrets, tmp_path: Path
) -> None:
    programs = [Program(strict.link().app, vault, tmp_path / "tokens.lock") for _ in range(3)]
    assert race(programs, rounds=5) == set()
    strict.kept = programs[0].kept
    assert strict.link().client().get("preferences").good


def test_without_the_lock_the_same_race_ends_the_connection(strict: CompanyProcess, vault: FileSecrets) -> None:
    programs = [Program(strict.link().app, vault) for _ in range(3)]
    assert "reconnect" in race(programs, rounds=5)


def test_what_one_thread_renewed_is_used_by_the_next(strict: CompanyProcess, vault: FileSecrets) -> None:
    program = Program(strict.link().app, vault)
    stale = program.tokens.access()
    fresh = program.tokens.renew(stale)
    refresh = program.kept.get("refresh")
    assert program.tokens.renew(stale) == fresh != stale
    assert program.kept.get("refresh") == refresh, "QuickBooks was not asked a second time"


class Died(BaseException):
    """The program stopped here."""


class DyingSecrets(AccessInMemory):
    """The real places of a program that dies before it has kept the n-th thing."""

    def __init__(self, safe: Secrets, left: int) -> None:
        super().__init__(safe)
        self._left = left

    def put(self, name: str, value: str) -> None:
        """Keep it, or die."""
        self._left -= 1
        if self._left < 0:
            raise Died
        super().put(name, value)


def renew_and_go_on(tokens: LiveTokens, safe: Secrets) -> None:
    """Renew, then keep more until it dies at last."""
    tokens.renew("")
    for name in ("this", "that", "the rest"):
        safe.put(name, "")


@pytest.mark.parametrize(("kept", "after"), [(0, "reconnect"), (1, "reconnect"), (2, "good"), (3, "good")])
def test_dying_between_the_answer_and_its_keeping(
    strict: CompanyProcess, vault: FileSecrets, kept: int, after: str
) -> None:
    """What came is kept, or it is lost and a person signs in anew; nothing else."""
    safe = DyingSecrets(copy.deepcopy(vault), kept)
    with pytest.raises(Died):
        renew_and_go_on(LiveTokens(strict.link().app, safe), safe)
    found = Program(strict.link().app, vault)
    found.renew(threading.Barrier(1))
    assert (found.said if found.said == "reconnect" else "good") == after


def test_a_token_that_never_came_into_use_gives_way_to_the_one_before(
    strict: CompanyProcess, vault: FileSecrets
) -> None:
    good = vault.get("refresh")
    vault.put("refresh_before", good)
    vault.put("refresh", "RT1-never-given-out")
    assert Program(strict.link().app, vault).tokens.access()
    assert vault.get("refresh") not in ("RT1-never-given-out", good)


def test_the_service_in_trouble_keeps_the_tokens(strict: CompanyProcess, vault: FileSecrets) -> None:
    program, before = Program(strict.link().app, vault), vault.get("refresh")
    strict.switch("faults", {"next": [{"fault": "503_html", "match": "tokens"}]})
    with pytest.raises(Trouble, match="no_connection"):
        program.tokens.access()
    assert program.kept.get("refresh") == before
    assert program.tokens.access()


def test_the_vault_opens_by_its_passphrase_alone_and_shows_nothing(tmp_path: Path) -> None:
    vault = FileSecrets(tmp_path / "vault", PASSPHRASE)
    vault.put("refresh", "RT1-planted-token")
    assert b"planted" not in (tmp_path / "vault").read_bytes()
    assert (tmp_path / "vault").stat().st_mode & 0o077 == 0
    assert FileSecrets(tmp_path / "vault", PASSPHRASE).get("refresh") == "RT1-planted-token"
    with pytest.raises(Refusal, match="passphrase_does_not_fit"):
        FileSecrets(tmp_path / "vault", "another walk by the sea")
    with pytest.raises(Refusal, match="passphrase_too_short"):
        FileSecrets(tmp_path / "other", "short")


def test_what_two_programs_keep_in_one_vault_is_all_there(vault: FileSecrets) -> None:
    other = copy.deepcopy(vault)
    vault.put("refresh", "RT1-b")
    other.put("note", "9")
    assert (vault.get("refresh"), vault.get("note")) == (other.get("refresh"), other.get("note")) == ("RT1-b", "9")
