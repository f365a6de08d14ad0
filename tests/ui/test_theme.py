"""Colours, fonts and the change of theme: measured, not guessed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLineEdit

from retailpos.ui.fonts import ROLES, font, sized
from retailpos.ui.parts.button import Button
from retailpos.ui.theme.departments import DEPARTMENT_COLOURS, department_colour
from retailpos.ui.theme.look import apply, look, theme
from retailpos.ui.theme.sheet import style_sheet
from retailpos.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, THEMES, Theme

TEXT_PAIRS = [
    ("ink", "surface"),
    ("ink", "ground"),
    ("ink2", "surface"),
    ("ink2", "ground"),
    ("ink2", "sunken"),
    ("ink2", "accent_soft"),
    ("ink3", "surface"),
    ("ink3", "ground"),
    ("ink3", "sunken"),
    ("on_accent", "accent"),
    ("on_accent", "accent_deep"),
    ("accent_ink", "surface"),
    ("accent_ink", "accent_soft"),
    ("ink", "bad_soft"),
    ("ink", "warn_soft"),
    ("ok", "ok_soft"),
    ("ok", "surface"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("bad", "surface"),
    ("violet", "violet_soft"),
    ("rail_text", "rail"),
    ("rail_name", "rail"),
    ("rail_chosen_text", "rail_chosen"),
    ("on_mark", "mark"),
    ("ink", "found"),
]


def luminance(colour: str) -> float:
    """WCAG's relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    return 0.2126 * linear(made.redF()) + 0.7152 * linear(made.greenF()) + 0.0722 * linear(made.blueF())


def contrast(first: str, second: str) -> float:
    """WCAG's ratio of two colours."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("worn", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda worn: worn.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(worn: Theme, ink: str, ground: str) -> None:
    least = 7 if worn.strong else 4.5
    assert contrast(getattr(worn, ink), getattr(worn, ground)) >= least


@pytest.mark.parametrize("worn", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda worn: worn.name)
@pytest.mark.parametrize("ground", ["surface", "ground"])
def test_the_edges_of_controls_and_the_ring_can_be_seen(worn: Theme, ground: str) -> None:
    assert contrast(worn.edge, getattr(worn, ground)) >= 3
    assert contrast(worn.focus, getattr(worn, ground)) >= 3


@pytest.mark.parametrize("worn", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda worn: worn.name)
@pytest.mark.parametrize("name", DEPARTMENT_COLOURS)
def test_names_and_pictures_on_every_department_colour_can_be_read(worn: Theme, name: str) -> None:
    colour = department_colour(worn, name)
    for ink in (worn.ink, worn.ink2, colour.picture):
        assert contrast(ink, colour.fill) >= 4.5


def test_nine_colours_and_an_unknown_department_is_slate() -> None:
    assert len(DEPARTMENT_COLOURS) == 9
    assert department_colour(LIGHT, "no such colour") == department_colour(LIGHT, "slate")


@pytest.mark.parametrize("worn", THEMES.values(), ids=lambda worn: worn.name)
def test_the_style_sheet_is_filled_whole(worn: Theme) -> None:
    sheet = style_sheet(worn)
    assert "$" not in sheet
    assert worn.surface in sheet
    assert not re.search(r"font-(size|weight|family)", sheet), "fonts are set in code: a sheet would embolden twice"


def test_a_theme_changes_without_a_restart(qapp: QApplication, qtbot: object) -> None:
    apply(qapp, "light")
    field, button = QLineEdit(), Button("Pay", "primary")
    for part in (field, button):
        part.resize(200, 48)
        part.show()
    seen = []
    for choice in ("light", "dark", "high contrast"):
        apply(qapp, choice)
        assert theme().name == choice
        middle = field.grab().toImage().pixelColor(190, 24).name().upper()
        fill = button.grab().toImage().pixelColor(12, 24).name().upper()
        assert (middle, fill) == (theme().surface, theme().accent)
        seen.append((middle, fill))
    assert len(set(seen)) == 3
    apply(qapp, "light")
    field.close()
    button.close()


def test_one_look_per_application_tells_when_it_changes(qapp: QApplication) -> None:
    first = apply(qapp, "light")
    told: list[str] = []
    first.changed.connect(lambda: told.append(look().theme.name))
    assert apply(qapp, "dark") is first
    apply(qapp, "light")
    assert told == ["dark", "light"]


def test_both_typefaces_are_loaded_from_their_packages(qapp: QApplication) -> None:
    assert QFontInfo(font("body")).family().startswith("Inter")
    assert QFontInfo(font("paper")).family().startswith("JetBrains Mono")


def test_nothing_is_smaller_than_twelve_pixels() -> None:
    assert min(role.px for role in ROLES.values()) == 12


@pytest.mark.parametrize("role", sorted(name for name, kind in ROLES.items() if kind.tabular))
def test_figures_that_change_while_one_looks_have_one_width(qapp: QApplication, role: str) -> None:
    metrics = QFontMetricsF(font(role))
    widths = {round(metrics.horizontalAdvance(digit * 4), 3) for digit in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("role", sorted(ROLES))
def test_no_weight_is_emboldened_a_second_time(qapp: QApplication, role: str) -> None:
    assert font(role).weight() <= 600
    assert sized(role, 30).pixelSize() == 30


def test_a_heavy_role_is_really_heavier(qapp: QApplication) -> None:
    wide = QFontMetricsF(sized("title", 48)).horizontalAdvance("Stoneware")
    light = QFontMetricsF(sized("body", 48)).horizontalAdvance("Stoneware")
    assert wide != light
