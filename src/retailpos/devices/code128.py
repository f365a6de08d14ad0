"""Code 128 as receipt printers take it: which of its three alphabets carries which part of a number."""

from __future__ import annotations

import re

MOST = 40
_ACTED_ON = (b"\x10\x04", b"\x10\x05", b"\x10\x14")


def encodable(text: str) -> bool:
    """True for what a barcode may carry here: up to 40 of the 95 plain ASCII marks, nothing that commands."""
    return 0 < len(text) <= MOST and all(" " <= mark <= "~" for mark in text)


def data(text: str) -> tuple[bytes, int]:
    """The bytes after the printer's barcode command, and how many modules wide the bars are.

    Runs of four digits or more go in pairs (alphabet C), which makes them half as wide. A pair of pairs that the
    printer would act upon as a command of its own (10 04, 10 05, 10 14) is written in letters instead.
    """
    parts: list[tuple[str, bytes]] = []
    for run in re.findall(r"\d{4,}|(?:(?!\d{4}).)+", text, re.DOTALL):
        parts.extend(_digits(run) if run.isdigit() and len(run) >= 4 else [("B", _letters(run))])
    found, now, symbols = b"", "", 0
    for alphabet, body in parts:
        if alphabet != now:
            found, symbols, now = found + b"{" + alphabet.encode(), symbols + 1, alphabet
        found += body
        symbols += len(body.replace(b"{{", b"{")) if alphabet == "B" else len(body)
    return found, 11 * (symbols + 1) + 13


def _letters(run: str) -> bytes:
    return run.replace("{", "{{").encode("ascii")


def _digits(run: str) -> list[tuple[str, bytes]]:
    """An odd digit goes first as a letter, the rest in pairs."""
    odd = len(run) % 2
    parts = [("B", run[:1].encode())] if odd else []
    pairs = b""
    for n in range(odd, len(run), 2):
        pair = bytes([int(run[n : n + 2])])
        if pairs[-1:] + pair in _ACTED_ON:
            parts += [("C", pairs), ("B", run[n : n + 2].encode())]
            pairs = b""
        else:
            pairs += pair
    return [*parts, ("C", pairs)] if pairs else parts
