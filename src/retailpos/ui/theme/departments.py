"""The nine colours a department may have: the fill of its picture keys and the colour of the picture on them."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True)
class DepartmentColour:
    """A fill and the colour of the picture drawn on it."""

    fill: str
    picture: str


_LIGHT = {
    "blue": DepartmentColour("#DFE8FA", "#1D4A96"),
    "clay": DepartmentColour("#FBE5D8", "#8E3E1B"),
    "amber": DepartmentColour("#F9EBC6", "#724A00"),
    "violet": DepartmentColour("#EAE3FA", "#56388F"),
    "green": DepartmentColour("#DEF0DB", "#285F2F"),
    "teal": DepartmentColour("#D5EEEE", "#0D5C64"),
    "pink": DepartmentColour("#FAE0EA", "#8F2756"),
    "olive": DepartmentColour("#E9EECF", "#505A1B"),
    "slate": DepartmentColour("#E3E7ED", "#3B495C"),
}

_DARK = {
    "blue": DepartmentColour("#20304F", "#A9C6FF"),
    "clay": DepartmentColour("#43291D", "#FFBF9F"),
    "amber": DepartmentColour("#3D3012", "#F5CF7C"),
    "violet": DepartmentColour("#33294C", "#CFBBFF"),
    "green": DepartmentColour("#1D3824", "#A5DDAB"),
    "teal": DepartmentColour("#143A3D", "#8EDDE2"),
    "pink": DepartmentColour("#452433", "#FFB4D1"),
    "olive": DepartmentColour("#343A18", "#D3DE92"),
    "slate": DepartmentColour("#2B323E", "#C6D1E0"),
}

DEPARTMENT_COLOURS = tuple(_LIGHT)


def department_colour(theme: Theme, name: str) -> DepartmentColour:
    """The department's colour in this theme; an unknown name is slate. In high contrast only the name tells it."""
    if theme.strong:
        return DepartmentColour(theme.surface, theme.ink)
    known = _DARK if theme.name == "dark" else _LIGHT
    return known.get(name, known["slate"])
