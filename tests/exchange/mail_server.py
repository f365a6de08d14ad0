"""A mail server for the tests: it takes letters over a real connection and keeps them, or says no."""

from __future__ import annotations

import socketserver
import threading
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass
class Kept:
    """The letters that arrived, and every line that was said. `refuse` is the verb that is answered with no."""

    letters: list[EmailMessage] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    refuse: str = ""


class _Handler(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        kept = self.server.kept
        self._say("220 mail.example ready")
        while raw := self.rfile.readline():
            line = raw.decode().strip()
            kept.lines.append(line)
            verb = line.split(" ")[0].split(":")[0].upper()
            if verb == kept.refuse:
                self._say("535 no" if verb == "AUTH" else "550 no")
            elif verb == "EHLO":
                self._say("250-mail.example\r\n250-AUTH PLAIN\r\n250 8BITMIME")
            elif verb == "AUTH":
                self._say("235 welcome")
            elif verb == "DATA":
                self._say("354 go on")
                kept.letters.append(self._letter())
                self._say("250 taken")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _letter(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        letter: Any = message_from_bytes(b"".join(lines), policy=policy.default)
        return letter

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on loopback from the moment it is made until it is shut."""

    daemon_threads = True
    block_on_close = True

    def __init__(self) -> None:
        self.kept = Kept()
        super().__init__(("127.0.0.1", 0), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def shut(self) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()
