"""Where the browser comes back to after signing in: a listener on this computer only, for one return."""

from __future__ import annotations

import http.server
import socket
import threading
from urllib.parse import urlparse

from retailpos.core.errors import Refusal, Trouble

_HOSTS = ("localhost", "127.0.0.1", "::1")
_PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>"
    "<body style='font:17px sans-serif;margin:15vh auto;max-width:32em'><h1>{title}</h1><p>{text}</p></body></html>"
)
_THANKS = ("You can close this page", "retailpos has what it needs. Go back to its window.")
_ELSEWHERE = ("Nothing is here", "This address only waits for QuickBooks to come back.")


def free_port() -> int:
    """A port of this computer that nobody listens at, for a company that comes back to any of them."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Loopback:
    """Waits for one request at the redirect address and hands over the whole address that was asked for.

    It answers on this computer only, and anything but the redirect's own path gets a page that says nothing.
    Whether the answer belongs to this sign-in is for the sign-in to say: it knows the state it sent.
    """

    def __init__(self, redirect_uri: str) -> None:
        parts = urlparse(redirect_uri)
        if parts.scheme != "http" or parts.hostname not in _HOSTS or not parts.port:
            raise Refusal("redirect_not_here", address=redirect_uri[:100])
        self._path = parts.path or "/"
        self._base = f"http://{parts.hostname}:{parts.port}"
        self._came = threading.Event()
        self._returned = ""
        try:
            self._server = http.server.ThreadingHTTPServer(("127.0.0.1", parts.port), self._handler())
        except OSError:
            raise Trouble("redirect_port_taken", port=parts.port) from None
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def wait(self, seconds: int) -> str:
        """The address the browser came back to. Raises Trouble('sign_in_not_finished') when it does not come."""
        if not self._came.wait(seconds) or not self._returned:
            raise Trouble("sign_in_not_finished")
        return self._returned

    def give_up(self) -> None:
        """Let a wait end at once, with nothing."""
        self._came.set()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def _take(self, path: str) -> bool:
        """Keep the first return to the right path; True for one that is ours."""
        ours = urlparse(path).path == self._path
        if ours and not self._came.is_set():
            self._returned = self._base + path
            self._came.set()
        return ours

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        take = self._take

        class Handler(http.server.BaseHTTPRequestHandler):
            """Answers GET with a page in plain words."""

            def do_GET(self) -> None:  # the library's own name for it
                ours = take(self.path)
                title, text = _THANKS if ours else _ELSEWHERE
                page = _PAGE.format(title=title, text=text).encode()
                self.send_response(200 if ours else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.send_header("Cache-Control", "no-store")
                self.send_header("Referrer-Policy", "no-referrer")
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's own name for it
                """The address holds a code that may open the books: it is written nowhere."""

        return Handler
