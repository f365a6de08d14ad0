"""A strict reader of the printer language that we write: any byte that is no text and no known command is a fault."""

from __future__ import annotations

from dataclasses import dataclass

FIXED = {
    b"\x1b@": 0, b"\x1bt": 1, b"\x1bE": 1, b"\x1ba": 1, b"\x1bd": 1, b"\x1bp": 3, b"\x1d!": 1, b"\x1dB": 1, b"\x1dh": 1,
    b"\x1dw": 1, b"\x1dH": 1, b"\x1dV": 2, b"\x1dr": 1, b"\x1c.": 0, b"\x10\x04": 1, b"\x10\x14": 3,
}  # fmt: skip


@dataclass(frozen=True)
class Token:
    command: bytes
    data: bytes


def read(stream: bytes) -> list[Token]:
    """Commands with their data, and text lines under the command LF."""
    tokens: list[Token] = []
    at = 0
    while at < len(stream):
        command = stream[at : at + 2]
        if command in FIXED:
            size = FIXED[command]
            tokens.append(Token(command, stream[at + 2 : at + 2 + size]))
            at += 2 + size
        elif command == b"\x1dv":
            width, rows = (int.from_bytes(stream[at + n : at + n + 2], "little") for n in (4, 6))
            tokens.append(Token(command, stream[at + 8 : at + 8 + width * rows]))
            assert len(tokens[-1].data) == width * rows
            at += 8 + width * rows
        elif command == b"\x1dk":
            size = stream[at + 3]
            tokens.append(Token(stream[at : at + 3], stream[at + 4 : at + 4 + size]))
            at += 4 + size
        else:
            end = stream.index(b"\n", at)
            line = stream[at:end]
            assert not [byte for byte in line if byte < 0x20 or byte == 0x7F], line
            tokens.append(Token(b"\n", line))
            at = end + 1
    return tokens


def lines(stream: bytes, page: str = "cp858") -> list[str]:
    """The text lines, in letters."""
    return [token.data.decode(page) for token in read(stream) if token.command == b"\n"]


def commands(stream: bytes) -> set[bytes]:
    """The commands that occur."""
    return {token.command for token in read(stream)}
