"""A browser without a window: it opens the address it is given and follows it, but never leaves this computer.

Run as the system's browser (`BROWSER`); each address, the one it ended on and the answer's number are added to the file
that `BROWSER_LOG` names. The company says yes by itself, so nobody has to press Connect.
"""

from __future__ import annotations

import os
import sys
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class AtHome(urllib.request.HTTPRedirectHandler):
    """Follows to this computer only; elsewhere it stops with the address in its top line."""

    def redirect_request(self, req: urllib.request.Request, *answer: Any) -> urllib.request.Request | None:
        """The next request, or none where the way leads out; the last part of the answer says where to."""
        if urlsplit(answer[-1]).hostname not in ("localhost", "127.0.0.1"):
            raise OSError(answer[-1])
        return super().redirect_request(req, *answer)


def visit(address: str) -> tuple[str, int]:
    """Where it ended, and the number of the answer; 0 for a place elsewhere."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), AtHome)
    try:
        with opener.open(address, timeout=30) as reply:
            return str(reply.geturl()), int(reply.status)
    except OSError as cause:
        return str(getattr(cause, "url", None) or cause), int(getattr(cause, "code", None) or 0)


if __name__ == "__main__":
    ended, status = visit(sys.argv[1])
    with Path(os.environ["BROWSER_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{sys.argv[1]}\t{ended}\t{status}\n")
