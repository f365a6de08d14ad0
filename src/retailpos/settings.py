"""Where the program's own files and a person's data lie, and locks that programs share by a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

_STEPS_BACK = 10


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


def give_way() -> None:
    """From now on this program waits for its turn behind a register on the same computer: nobody stands waiting for it.

    Only where the system knows such turns and takes steps of them; elsewhere nothing changes.
    """
    if hasattr(os, "nice"):
        os.nice(_STEPS_BACK)


class FileLock:
    """Held by one program at a time; the system lets go of it however the program ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def take(self, *, wait: bool) -> bool:
        """True once it is held; without waiting, False where another program holds it."""
        self._file = self._path.open("a+", encoding="utf-8")
        try:
            _lock(self._file, wait=wait)
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Let another program have it."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: IO[str], *, wait: bool) -> None:
    if os.name == "nt":
        import msvcrt

        # Windows' own module is not there to be checked on other systems.
        mode = getattr(msvcrt, "LK_LOCK" if wait else "LK_NBLCK")
        getattr(msvcrt, "locking")(file.fileno(), mode, 1)  # noqa: B009  # the module is Windows' alone
        return
    import fcntl

    fcntl.flock(file.fileno(), fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
