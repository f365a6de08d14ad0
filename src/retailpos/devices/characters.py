"""Letters that a printer has no key for: the nearest ones it has."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from retailpos.core.textwidth import printable
from retailpos.settings import resources_dir


@lru_cache(maxsize=1)
def _likenesses() -> dict[str, str]:
    """Each sign of the table with what stands for it."""
    text = (resources_dir() / "receipts" / "likenesses.txt").read_text(encoding="utf-8")
    rows = [line.split(" ") for line in text.splitlines() if line and not line.startswith("#")]
    return {sign: likeness for signs, likeness in rows for sign in signs}


def fitted(text: str, page: str) -> str:
    """The text in letters of this character set only; what has no likeness becomes a question mark."""
    return "".join(_fitted(mark, page) for mark in printable(text))


def has(text: str, page: str) -> bool:
    """True when every letter is in the character set, as it stands."""
    try:
        text.encode(page)
    except UnicodeEncodeError:
        return False
    return True


def is_foreign(text: str, page: str) -> bool:
    """True for text most of whose letters belong to a writing that this character set hasn't got at all."""
    letters = [mark for mark in printable(text) if mark.isalpha()]
    return sum(_is_foreign(mark, page) for mark in letters) * 2 > len(letters)


def _is_foreign(mark: str, page: str) -> bool:
    latin = unicodedata.name(mark, "").startswith("LATIN")
    return not latin and not has(mark, page) and not has(_bare(mark), page)


@lru_cache(maxsize=4096)
def _fitted(mark: str, page: str) -> str:
    if has(mark, page):
        return mark
    if unicodedata.category(mark).startswith("M"):
        return ""
    for likeness in (_bare(mark), _likeness(mark)):
        if likeness and has(likeness, page):
            return likeness
    return "?"


def _bare(mark: str) -> str:
    """The letter without its accents, ligatures taken apart."""
    return "".join(part for part in unicodedata.normalize("NFKD", mark) if not unicodedata.combining(part))


def _likeness(mark: str) -> str:
    small = mark.lower()
    found = _likenesses().get(small) or _likenesses().get(_bare(small), "")
    return found if mark == small else found.capitalize()
