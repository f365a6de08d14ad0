"""The company as one web application, on a server that can hang up in mid-sentence."""

from __future__ import annotations

import secrets
import threading
import traceback
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import http_date
from werkzeug.serving import WSGIRequestHandler

from retailpos.company import api, oauth, pages
from retailpos.company.books import Books, load
from retailpos.company.faults import Faults, HungUp, answer
from retailpos.company.limits import Limits
from retailpos.company.requests import RequestLog
from retailpos.company.switches import Switches
from retailpos.company.wrong import Wrong


class Quiet(WSGIRequestHandler):
    """No line on the terminal for every request, no waiting for small packets; a cut line is no news."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  # the server's own name
        """Nothing."""

    def send_response(self, code: int, message: str | None = None) -> None:
        """The first line of an answer. The date in it is the company's own, set where the answer is made."""
        self.send_response_only(code, message)

    def run_wsgi(self) -> None:
        """Serve one request; one that was hung up on purpose ends here."""
        try:
            super().run_wsgi()
        except (HungUp, OSError, ValueError):
            self.close_connection = True


def make_app(books: Books, base: str, switch: str, stop: Callable[[], None]) -> Flask:
    """The whole company; `switch` is the word that opens the practice switches."""
    app = Flask("practice-company")
    app.config["PROPAGATE_EXCEPTIONS"] = True
    armed, log, limits = Faults(), RequestLog(), Limits()
    switches = Switches(books, armed, limits)
    app.register_blueprint(oauth.blueprint(books, base, armed))
    app.register_blueprint(api.blueprint(books, armed, limits))
    app.register_blueprint(pages.blueprint(pages.Pages(books, armed, log, switches)))

    @app.post("/practice/<act>")
    def practice(act: str) -> Response:
        if not secrets.compare_digest(request.headers.get("X-Practice-Switch", "").encode(), switch.encode()):
            return answer({"error": "the practice switch is missing"}, 403)
        if act == "stop":
            threading.Timer(0.1, stop).start()
            return answer({"done": act})
        return _turned(switches, act)

    @app.after_request
    def dated(reply: Response) -> Response:
        reply.headers["Date"] = http_date(books.moment())
        return reply

    app.before_request(_only_here)

    @app.after_request
    def _traced(reply: Response) -> Response:
        log.note(request, reply.status_code, books.now())
        return _marked(reply)

    @app.errorhandler(HungUp)
    def _cut(cause: HungUp) -> Response:
        log.note(request, 0, books.now())
        raise cause

    app.register_error_handler(Exception, lambda cause: _broken(books, cause))
    return app


def _broken(books: Books, cause: Exception) -> Response | HTTPException:
    """What nobody foresaw is told like any failure of the service, and shown to whoever started it."""
    if isinstance(cause, HTTPException):
        return cause
    traceback.print_exception(cause)
    wrong = Wrong("10000", "System Failure Error: the practice company met a case it does not know")
    return answer(wrong.body(books.now()), 500)


def _only_here() -> Response | None:
    """A page from elsewhere that points its name at this computer gets nothing."""
    host = request.host.rpartition(":")[0] or request.host
    return None if host in ("127.0.0.1", "localhost") else answer({"error": "not here"}, 421)


def _marked(reply: Response) -> Response:
    reply.headers["intuit_tid"] = api.transaction_id()
    reply.headers["X-Content-Type-Options"] = "nosniff"
    reply.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    return reply


def _turned(switches: Switches, act: str) -> Response:
    try:
        wish = load(request.get_data(as_text=True) or "{}")
        done = switches.turn(act, wish)
    except Wrong as wrong:
        return answer({"error": wrong.faults[0][1], "code": wrong.code}, 400)
    except (AttributeError, KeyError, TypeError, ValueError, StopIteration) as cause:
        return answer({"error": f"the wish is not understood: {cause}"}, 400)
    return answer({"error": "no such switch"}, 404) if done is None else answer({"done": act, **done})
