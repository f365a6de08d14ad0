"""The only place that touches python-escpos: it builds bytes here and never opens a device."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from retailpos.settings import data_dir

if TYPE_CHECKING:
    from PIL.Image import Image

_first = Lock()


def warm_up() -> None:
    """Import the library now (up to half a second) rather than with the first receipt. Harmless when repeated."""
    _dummy()


@lru_cache(maxsize=1)
def _dummy() -> Any:
    """The library's printer that only remembers bytes.

    Imported with its capability cache in our own folder: without that each start parses a large table and leaves
    a temporary folder behind. It also puts a handler on the root logger, which is taken off again.
    """
    with _first:
        if "escpos.printer" not in sys.modules:
            _import_quietly()
        from escpos.printer import Dummy

        return Dummy()


def _import_quietly() -> None:
    name = "ESCPOS_CAPABILITIES_PICKLE_DIR"
    before, handlers = os.environ.get(name), list(logging.root.handlers)
    folder = data_dir() / "cache"
    folder.mkdir(exist_ok=True)
    os.environ[name] = before or str(folder)
    try:
        importlib.import_module("escpos.printer")
    finally:
        if before is None:
            os.environ.pop(name, None)
        for handler in [handler for handler in logging.root.handlers if handler not in handlers]:
            logging.root.removeHandler(handler)


@lru_cache(maxsize=1)
def initialise_bytes() -> bytes:
    """Back to the printer's own defaults."""
    dummy = _dummy()
    dummy.clear()
    dummy.hw("INIT")
    return bytes(dummy.output)


@lru_cache(maxsize=64)
def style_bytes(*, bold: bool, double: bool, reverse: bool, align: str) -> bytes:
    """Every attribute of the text that follows, all said together: one alone would undo others on some printers."""
    dummy = _dummy()
    dummy.clear()
    size = 2 if double else 1
    dummy.set(custom_size=True, width=size, height=size, bold=bold, invert=reverse, align=align)
    return bytes(dummy.output)


def raster_rows(picture: Image) -> bytes:
    """A picture as rows of dots, eight to the byte, black set."""
    _dummy()
    from escpos.image import EscposImage

    return bytes(EscposImage(picture).to_raster_format())
