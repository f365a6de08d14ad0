"""The practice company of a practice shop: it outlives the program, and is found again beside the shop file."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from retailpos.core.errors import Trouble
from retailpos.stories.company_process import CompanyProcess, start_company

_A_MOMENT = 0.1
_LONGEST_WAIT = 50


def note_of(shop_file: Path) -> Path:
    """Where it is written how to reach the company of this shop file."""
    return shop_file.with_name(f"{shop_file.stem}-company.json")


def ledger_of(shop_file: Path) -> Path:
    """The company's own file."""
    return shop_file.with_name(f"{shop_file.stem}-company.db")


def remembered(shop_file: Path) -> CompanyProcess | None:
    """The company of this shop file, running or not; None where there never was one."""
    try:
        ready = json.loads(note_of(shop_file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    wanted = ("url", "client_id", "client_secret", "discovery_url", "switch", "realm")
    if not isinstance(ready, dict) or not all(isinstance(ready.get(name), str) for name in wanted):
        return None
    return CompanyProcess(ready)


def is_up(company: CompanyProcess) -> bool:
    """Whether it answers at its address, and is a practice company and no other program."""
    import requests

    session = requests.Session()
    session.trust_env = False
    try:
        told = session.get(company.ready["discovery_url"], timeout=(2, 5)).json()
    except (requests.RequestException, ValueError):
        return False
    finally:
        session.close()
    return isinstance(told, dict) and str(told.get("token_endpoint", "")).startswith(company.url)


def running(shop_file: Path) -> CompanyProcess:
    """The company of this shop file, started again at its old address where it was not running any more."""
    known = remembered(shop_file)
    if known is not None and is_up(known):
        return known
    port = urlsplit(known.url).port or 0 if known is not None else 0
    started = _start(shop_file, port)
    _write_note(note_of(shop_file), started.ready)
    return started


def _start(shop_file: Path, port: int) -> CompanyProcess:
    try:
        return start_company(ledger_of(shop_file), detached=True, port=port)
    except Trouble:
        if not port:
            raise
        # Somebody else has taken the old port meanwhile.
        return start_company(ledger_of(shop_file), detached=True)


def _write_note(note: Path, ready: dict[str, Any]) -> None:
    """Keep it readable by this person only: it holds the keys of the practice company."""
    fresh = note.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(ready, file)
    fresh.replace(note)


def stop(shop_file: Path) -> bool:
    """End the company of this shop file; False where none was running. Its ledger and address are kept."""
    known = remembered(shop_file)
    if known is None or not is_up(known):
        return False
    known.stop()
    for _ in range(_LONGEST_WAIT):
        if not is_up(known):
            break
        time.sleep(_A_MOMENT)
    return True


def forget(shop_file: Path) -> None:
    """End the company and throw its ledger away."""
    stop(shop_file)
    ledger = ledger_of(shop_file)
    for file in (note_of(shop_file), ledger, *(ledger.with_name(ledger.name + end) for end in ("-wal", "-shm"))):
        with contextlib.suppress(FileNotFoundError):
            file.unlink()
