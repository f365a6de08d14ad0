"""Starts the practice company: its own process, its own file, spoken to over HTTP only."""

from __future__ import annotations

import argparse
import json
import logging
import os
import secrets
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from flask import Flask
from werkzeug.serving import BaseWSGIServer, make_server

from retailpos.company import oauth, seeds
from retailpos.company.books import Books
from retailpos.company.server import Quiet, make_app

REALM = "9341450000000001"


def main() -> None:
    """Serve until told to stop; one line of JSON says where."""
    chosen = _arguments().parse_args()
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    books = _open(chosen)
    server = make_server("127.0.0.1", chosen.port, Flask("starting"), threaded=True, request_handler=Quiet)
    base, switch = f"http://127.0.0.1:{server.server_port}", secrets.token_urlsafe(24)
    server.app = make_app(books, base, switch, lambda: os.kill(os.getpid(), signal.SIGTERM))
    books.set("base", base)
    signal.signal(signal.SIGTERM, lambda number, frame: _stop(server, number, frame))
    _say_ready(books, base, switch, chosen.ready_file)
    server.serve_forever()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="retailpos.company", description="The practice QuickBooks company.")
    parser.add_argument("--file", required=True, help="the company's own file (made when missing)")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--seed", default="US", choices=sorted(seeds.SEEDS), help="which company a new file holds")
    parser.add_argument("--realm", default=REALM, help="the company id of a new file")
    parser.add_argument("--auto-consent", action="store_true", help="say yes at once when asked to connect")
    parser.add_argument("--ready-file", help="also write the line that says where into this file")
    return parser


def _open(chosen: argparse.Namespace) -> Books:
    books = Books(chosen.file)
    seeds.plant(books, chosen.seed, chosen.realm)
    with books.change():
        for name in ("client_id", "client_secret"):
            books.set(name, books.setting(name) or secrets.token_urlsafe(24))
        books.set("consent_at_start", "true" if chosen.auto_consent else "false")
    return books


def _say_ready(books: Books, base: str, switch: str, place: str | None) -> None:
    ready = {
        "url": base,
        "realm": books.setting("realm"),
        "discovery_url": f"{base}/.well-known/openid_configuration",
        "client_id": books.setting("client_id"),
        "client_secret": books.setting("client_secret"),
        "switch": switch,
        "token_for_tests": oauth.mint(books, "access", oauth.OUTSIDE, seconds=30 * 86400),
        "pid": os.getpid(),
    }
    line = json.dumps(ready) + "\n"
    if place:
        half = Path(f"{place}.half")
        half.touch(mode=0o600)
        half.write_text(line, encoding="utf-8")
        half.replace(place)
    sys.stdout.write(line)
    sys.stdout.flush()


def _stop(server: BaseWSGIServer, _number: int, _frame: FrameType | None) -> None:
    """Shut down from another thread, as the server waits in this one."""
    threading.Thread(target=server.shutdown).start()


if __name__ == "__main__":
    main()
