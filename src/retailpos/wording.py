"""The gettext door: every sentence a person reads goes through here."""

from __future__ import annotations

import gettext

from retailpos.settings import resources_dir

_translations = gettext.translation("retailpos", resources_dir() / "locale", fallback=True)


def _(message: str) -> str:
    """A sentence in the shop's language."""
    return _translations.gettext(message)


def plural(one: str, many: str, n: int) -> str:
    """The form of a sentence that fits this number."""
    return _translations.ngettext(one, many, n)
