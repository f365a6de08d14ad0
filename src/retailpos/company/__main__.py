"""Starts the practice company: its own process, its own file, spoken to over HTTP only."""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import secrets
import signal
import sys
import threading
from typing import Any

from flask import Flask, Response, request
from werkzeug.serving import WSGIRequestHandler, make_server

from retailpos.company import api, faults, oauth, pages, seeds
from retailpos.company.books import Books

REALM = "9341450000000001"


class Quiet(WSGIRequestHandler):
    """No line on the terminal for every request; a cut line is no news."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  # werkzeug's own name
        """Nothing."""

    def run_wsgi(self) -> None:
        """Serve one request; one that was hung up on purpose ends here."""
        try:
            super().run_wsgi()
        except (faults.HungUp, OSError, ValueError):
            self.close_connection = True


def make_app(books: Books, base: str, switch: str, dice: random.Random) -> Flask:
    """The whole company as one web application."""
    app = Flask("practice-company")
    app.config["PROPAGATE_EXCEPTIONS"] = True
    app.register_blueprint(oauth.blueprint(books, base))
    app.register_blueprint(api.blueprint(books, dice))
    app.register_blueprint(pages.blueprint(books))

    @app.post("/practice/<act>")
    def switches(act: str) -> Response:
        if not secrets.compare_digest(request.headers.get("X-Practice-Switch", ""), switch):
            return faults.answer({"error": "the practice switch is missing"}, 403)
        return _switch(books, act, request.get_json(silent=True) or {})

    return app


def _switch(books: Books, act: str, wish: dict[str, Any]) -> Response:
    """What a test or a trainer may do behind the shop's back."""
    if act == "faults":
        faults.arm(books, wish.get("next", []))
        if "random" in wish:
            faults.arm_random(books, wish["random"])
    elif act == "set":
        for name, value in wish.items():
            books.set(name, str(value))
    elif act == "expire":
        books.run("UPDATE token SET until = 0 WHERE kind = 'access'")
    elif act == "revoke":
        books.run("DELETE FROM token WHERE kind IN ('access', 'refresh')")
    elif act == "forget":
        books.run("DELETE FROM answer")
    elif act == "write":
        with books.change():
            return faults.answer(api.write(books, wish["kind"], wish["body"], wish.get("operation", "")))
    elif act == "token":
        return faults.answer({"access_token": oauth.mint(books, "access", oauth.ACCESS_SECONDS, "practice")})
    elif act == "stop":
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()
    else:
        return faults.answer({"error": "no such switch"}, 404)
    return faults.answer({"done": act})


def main() -> None:
    """Serve until told to stop; one line of JSON says where."""
    parser = argparse.ArgumentParser(prog="retailpos.company", description="The practice QuickBooks company.")
    parser.add_argument("--file", required=True, help="the company's own file (made when missing)")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--seed", default="US", choices=sorted(seeds.SEEDS))
    parser.add_argument("--auto-consent", action="store_true", help="say yes at once when asked to connect")
    parser.add_argument("--dice", type=int, default=1, help="the seed of random faults")
    chosen = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    books = Books(chosen.file)
    seeds.plant(books, chosen.seed, REALM)
    with books.change():
        for name in ("client_id", "client_secret"):
            books.set(name, books.setting(name) or secrets.token_urlsafe(24))
        books.set("auto_consent", "true" if chosen.auto_consent else "")
    server = make_server("127.0.0.1", chosen.port, Flask("starting"), threaded=True, request_handler=Quiet)
    base, switch = f"http://127.0.0.1:{server.server_port}", secrets.token_urlsafe(24)
    server.app = make_app(books, base, switch, random.Random(chosen.dice))  # noqa: S311  # faults need no secrecy
    ready = {
        "url": base,
        "realm": books.setting("realm"),
        "discovery_url": f"{base}/.well-known/openid_configuration",
        "client_id": books.setting("client_id"),
        "client_secret": books.setting("client_secret"),
        "switch": switch,
        "pid": os.getpid(),
    }
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    sys.stdout.write(json.dumps(ready) + "\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
