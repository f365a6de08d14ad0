"""The program's log: one JSON line an event, no secret in it, and a reference number for every fault of ours."""

from __future__ import annotations

import json
import logging
import logging.handlers
import re
import secrets
from pathlib import Path

_MOST_BYTES, _KEPT = 5_000_000, 9
_MARKS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
# Tokens, codes, keys in headers and addresses, card-like digits, e-mail addresses.
_SECRETS = re.compile(
    r"(eyJ[\w.\-]{8,}|RT1-[\w.\-]+|AB11[\w.\-]+"
    r"|(?i:bearer|basic)\s+[\w.=+/\-]{8,}"
    r"|(?i:(?:access_token|refresh_token|client_secret|code|pin|password|passphrase)[\"']?\s*[=:]\s*[\"']?)[^\s\"'&,}]+"
    r"|\b(?:\d[ \-]?){13,19}\b"
    r"|[\w.+\-]+@[\w\-]+\.[\w.\-]+)"
)


def masked(text: str) -> str:
    """Text with everything that may be a secret taken out."""
    return _SECRETS.sub("[masked]", text)


def masked_answer(text: str) -> str:
    """An answer of QuickBooks with its secrets taken out; the codes of its faults, which are digits, stay."""
    marked = re.sub(r'"code"(\s*:\s*"\d{1,6}")', r'"code#"\1', text)
    return masked(marked).replace('"code#"', '"code"')


class _Lines(logging.Formatter):
    """One JSON object a line, masked."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "level": record.levelname,
            "from": record.name,
            "said": record.getMessage(),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return masked(json.dumps(told, ensure_ascii=False))


def open_log(folder: Path) -> Path:
    """Log into this folder from now on; old logs are kept to 50 MB. Returns the file."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "retailpos.log"
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Lines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def reference() -> str:
    """A short number to read out, such as 7F3K-2Q."""
    marks = "".join(secrets.choice(_MARKS) for _ in range(6))
    return f"{marks[:4]}-{marks[4:]}"
