"""Files that a page writes: into the person's documents, else beside the shop file, never by halves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from retailpos.core.errors import Trouble
from retailpos.ui.day.context import Desk


def folder(desk: Desk) -> Path:
    """The person's documents where there are such, else the folder of the shop file."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    place = Path(named) if named else None
    return place if place is not None and place.is_dir() else desk.shop.store.path.parent


def saved(desk: Desk, place: Path, content: Callable[[], bytes]) -> Path | None:
    """Write it; what goes wrong is told in place, and then None comes back."""

    def write() -> Path:
        half = place.with_name(f".{place.name}.part")
        try:
            half.write_bytes(content())
            half.replace(place)
        except OSError as cause:
            half.unlink(missing_ok=True)
            raise Trouble("file_not_written", path=str(place)) from cause
        return place

    done: Path | None = desk.do(write)
    return done
