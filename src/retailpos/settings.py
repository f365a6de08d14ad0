"""Where the program's own files and a person's data lie."""

from __future__ import annotations

import os
from pathlib import Path


def resources_dir() -> Path:
    """The folder of sounds, wording and the practice shop: beside the source, or inside the installed package."""
    here = Path(__file__).resolve().parent
    packed = here / "_resources"
    return packed if packed.is_dir() else here.parent.parent / "resources"


def data_dir() -> Path:
    """The person's own folder for shop files, made on first use and theirs alone."""
    chosen = os.environ.get("RETAILPOS_DATA")
    if chosen:
        path = Path(chosen)
    else:
        import platformdirs

        path = Path(platformdirs.user_data_dir("retailpos", appauthor=False))
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path
