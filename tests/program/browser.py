"""A browser without a window: it opens the address it is given, follows it, and says Connect where that is asked.

Run as the system's browser (`BROWSER`); each address and what it ended on is added to the file `BROWSER_LOG` names.
"""

from __future__ import annotations

import os
import sys
import urllib.request
from pathlib import Path


def main() -> None:
    """Visit one address."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(sys.argv[1], timeout=30) as reply:
            ended, status = reply.geturl(), reply.status
    except OSError as cause:
        ended, status = str(getattr(cause, "url", "")), getattr(cause, "code", 0)
    with Path(os.environ["BROWSER_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{sys.argv[1]}\t{ended}\t{status}\n")


if __name__ == "__main__":
    main()
