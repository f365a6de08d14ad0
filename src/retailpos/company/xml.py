"""The answer to a client that did not ask for JSON: XML, as the service has it by default."""

from __future__ import annotations

from xml.sax.saxutils import escape

_NAMESPACE = "http://schema.intuit.com/finance/v3"


def of(body: dict[str, object]) -> str:
    """A whole answer as XML."""
    time = escape(str(body.pop("time", "")), {'"': "&quot;"})
    inner = "".join(_element(name, value) for name, value in body.items())
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<IntuitResponse xmlns="{_NAMESPACE}" time="{time}">{inner}</IntuitResponse>'


def _element(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "".join(_element(name, part) for part in value)
    if isinstance(value, dict):
        return f"<{name}>{''.join(_element(key, part) for key, part in value.items())}</{name}>"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{name}>{escape(shown)}</{name}>"
