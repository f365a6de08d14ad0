"""The console script, and the one place where the register's parts are put together."""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from retailpos.actions.exchange import Link
    from retailpos.actions.shop import OpenShop

log = logging.getLogger(__name__)


def main() -> int:
    """The console script `retailpos`."""
    from retailpos.cli.main import run

    return run(run_register)


def run_register(shop_file: Path | None, *, link: Link | None = None, company_url: str = "") -> int:
    """Open the register's window on a shop file and stay until it is closed. Returns the exit code.

    Without a file it is the person's own shop, else the practice shop. Raises Refusal or Trouble where it can't be opened.
    """
    began = time.monotonic()
    from PySide6.QtWidgets import QApplication

    from retailpos.actions.shop import SystemClock, TimeOrderedIds, open_shop
    from retailpos.core.errors import Refusal
    from retailpos.practice.shop import practice_file
    from retailpos.logbook import open_log
    from retailpos.settings import data_dir

    path = shop_file or data_dir() / "shop.shop"
    if shop_file is None and not path.exists() and practice_file().exists():
        path = practice_file()
    if not path.exists():
        raise Refusal("no_shop_file", path=str(path))
    open_log(data_dir() / "log")
    clock = SystemClock()
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    shop = open_shop(path, clock, TimeOrderedIds(clock), exchange=link, to_sell=True)
    try:
        return _show(app, shop, began, company_url)
    finally:
        shop.close()


def _show(app: QApplication, shop: OpenShop, began: float, company_url: str) -> int:
    from retailpos.actions.till import Till
    from retailpos.ui.scan_run import ScanTiming
    from retailpos.ui.scans import ScanFilter
    from retailpos.ui.theme.look import apply
    from retailpos.ui.window import Window

    apply(app, _theme())
    scans = ScanFilter(app, ScanTiming())
    window = Window(Till(shop), scans=scans)
    window.company_url = company_url
    window.resize(1366, 768)
    window.show()
    window.first_paint.connect(lambda: log.info("first paint after %d ms", (time.monotonic() - began) * 1000))
    app.setQuitOnLastWindowClosed(True)
    return int(app.exec())


def _theme() -> str:
    return os.environ.get("RETAILPOS_THEME", "system")


if __name__ == "__main__":
    sys.exit(main())
