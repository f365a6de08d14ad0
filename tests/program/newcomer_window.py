"""The register on a shop that was never connected: `newcomer_window.py FILE`.

As `retailpos --shop FILE` opens it, but for the practice company: that is found by the person, in the set-up.
"""

from __future__ import annotations

import sys
from pathlib import Path

from retailpos.app import run_register

if __name__ == "__main__":
    sys.exit(run_register(Path(sys.argv[1])))
