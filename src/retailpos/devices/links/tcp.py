"""A network printer on port 9100: one connection a job, ended by saying goodbye and waiting for the printer's."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

from retailpos.core.errors import Trouble
from retailpos.devices.links.link import CONNECT_SECONDS, FINISH_SECONDS, WRITE_SECONDS, chunks


class TcpLink:
    """A printer at `host`. Seconds are limits for connecting, for each piece sent and for the goodbye."""

    answers = True

    def __init__(
        self,
        host: str,
        port: int = 9100,
        *,
        connect_seconds: float = CONNECT_SECONDS,
        write_seconds: float = WRITE_SECONDS,
        finish_seconds: float = FINISH_SECONDS,
    ) -> None:
        self._address = (host, port)
        self._connect_seconds = connect_seconds
        self._write_seconds = write_seconds
        self._finish_seconds = finish_seconds

    @property
    def where(self) -> str:
        """Host and port."""
        return f"{self._address[0]}:{self._address[1]}"

    @contextlib.contextmanager
    def connect(self) -> Iterator[_TcpWire]:
        """A connection for one job."""
        with self._opened() as connection:
            yield _TcpWire(connection, self.where, self._write_seconds, self._finish_seconds)

    def _opened(self) -> socket.socket:
        try:
            return socket.create_connection(self._address, self._connect_seconds)
        except ConnectionRefusedError as refused:
            raise Trouble("printer_refused", where=self.where) from refused
        except (socket.gaierror, UnicodeError, OverflowError) as unknown:
            raise Trouble("printer_not_found", where=self.where) from unknown
        except OSError as silent:
            raise Trouble("printer_no_answer", where=self.where) from silent


class _TcpWire:
    def __init__(self, connection: socket.socket, where: str, write_seconds: float, finish_seconds: float) -> None:
        self._connection = connection
        self._where = where
        self._write_seconds = write_seconds
        self._finish_seconds = finish_seconds

    def write(self, data: bytes) -> None:
        """Send all, each piece within the limit."""
        self._connection.settimeout(self._write_seconds)
        try:
            for piece in chunks(data):
                self._connection.sendall(piece)
        except TimeoutError as full:
            raise Trouble("printer_no_answer", where=self._where) from full
        except OSError as gone:
            raise Trouble("printer_cut_off", where=self._where) from gone

    def read(self, most: int, seconds: float) -> bytes:
        """What the printer says within the limit; nothing when it stays silent."""
        self._connection.settimeout(seconds)
        try:
            found = self._connection.recv(most)
        except TimeoutError:
            return b""
        except OSError as gone:
            raise Trouble("printer_cut_off", where=self._where) from gone
        if not found:
            raise Trouble("printer_cut_off", where=self._where)
        return found

    def finish(self) -> None:
        """Say goodbye and wait for the printer's; one that doesn't answer it has had its time."""
        try:
            self._connection.shutdown(socket.SHUT_WR)
            self._connection.settimeout(self._finish_seconds)
            while self._connection.recv(256):
                pass
        except OSError:
            return
