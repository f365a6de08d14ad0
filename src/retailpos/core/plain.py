"""Frozen values to canonical text and back: sorted keys, integers, no spaces. What digests are made of."""

from __future__ import annotations

import dataclasses
import json
import operator
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


def canonical(value: object) -> str:
    """One text for one value: the same bytes on every machine."""
    return _ENCODER.encode(value)


def _parts(value: object) -> dict[str, object]:
    """The fields of a frozen value, for the encoder to go on with."""
    kind = type(value)
    fields = _FIELDS.get(kind)
    if fields is None:
        if not dataclasses.is_dataclass(value):
            raise TypeError(f"no canonical form for {kind.__name__}")
        names = tuple(f.name for f in dataclasses.fields(value))
        fields = _FIELDS.setdefault(kind, (names, _all_of(names)))
    names, get = fields
    return dict(zip(names, get(value), strict=False))


def _all_of(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """All fields of a value in one step. Of a single name the library would give the bare field."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


class _Frozen(json.JSONEncoder):
    """Knows our frozen values; written by the encoder itself, since every scan waits for one of these."""

    def default(self, o: object) -> object:
        """What the encoder does not know is a frozen value of ours, or refused."""
        return _parts(o)


_FIELDS: dict[type, tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]] = {}
_ENCODER = _Frozen(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def to_plain(value: object) -> Any:
    """A value made of dicts, lists, text, whole numbers and nothing else."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(name): to_plain(part) for name, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(part) for part in value]
    if value is None or isinstance(value, (str, int)):
        return value
    raise TypeError(f"no canonical form for {type(value).__name__}")


def from_plain(kind: type[T], plain: Any) -> T:
    """The frozen value of this kind that `plain` describes. Unknown names are left aside."""
    return typing.cast(T, _build(kind, plain))


def _build(kind: Any, plain: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = [part for part in typing.get_args(kind) if part is not type(None)]
        return None if plain is None else _build(inner[0], plain)
    if origin is tuple:
        parts = typing.get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_build(parts[0], item) for item in plain)
        return tuple(_build(part, item) for part, item in zip(parts, plain, strict=True))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _build(hint, plain[name]) for name, hint in hints.items() if name in plain})
    return plain


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(kind: type) -> dict[str, Any]:
    """The field types of a dataclass, worked out once."""
    if kind not in _HINTS:
        names = {f.name for f in dataclasses.fields(kind)}
        _HINTS[kind] = {name: hint for name, hint in typing.get_type_hints(kind).items() if name in names}
    return _HINTS[kind]
