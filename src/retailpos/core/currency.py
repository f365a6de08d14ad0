"""How many decimals a currency has: what one unit of it is parted into. From ISO 4217, whose codes these are."""

from __future__ import annotations

import re

_NONE = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
_THREE = frozenset("BHD IQD JOD KWD LYD OMR TND".split())


def decimals_of(currency: str) -> int:
    """The decimals of an amount in this currency; two for a currency that is not known."""
    if currency in _NONE:
        return 0
    return 3 if currency in _THREE else 2


def is_code(text: str) -> bool:
    """True for what can be a currency's code: three capitals."""
    return re.fullmatch(r"[A-Z]{3}", text, re.ASCII) is not None
