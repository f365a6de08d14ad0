"""The two typefaces, by role. Sizes are logical pixels; weights above 600 go by the font's own axis, never by Qt's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_BOLDEST_ASKED = 600
_OPTICAL_FROM = 24
_OPTICAL_MOST = 32


@dataclass(frozen=True, slots=True)
class Role:
    """How one kind of text is set: size, weight, tracking in thousandths of the size, tabular figures or not."""

    px: int
    weight: int
    tracking: int = 0
    tabular: bool = False
    large: int = 0
    mono: bool = False


ROLES: dict[str, Role] = {
    "hero": Role(144, 750, -40, tabular=True),
    "display": Role(112, 700, -40, tabular=True),
    "left to pay": Role(64, 700, -30, tabular=True),
    "total": Role(48, 700, -30, tabular=True, large=68),
    "page figure": Role(28, 650, -20, tabular=True),
    "amount": Role(32, 600, -10, tabular=True),
    "pad": Role(26, 550),
    "title": Role(24, 650, -15),
    "greeting": Role(28, 650, -15),
    "button big": Role(20, 600),
    "button beside": Role(17, 600),
    "button": Role(16, 600),
    "button slim": Role(14, 600),
    "heading": Role(18, 600),
    "line figure": Role(17, 600, tabular=True, large=20),
    "line figure light": Role(17, 400, tabular=True, large=20),
    "line weight": Role(15, 600, tabular=True, large=18),
    "line name": Role(16, 600, large=19),
    "body": Role(15, 400, large=16),
    "body strong": Role(15, 600, large=16),
    "tab": Role(15, 500, large=16),
    "figure": Role(15, 600, tabular=True, large=16),
    "figure light": Role(15, 400, tabular=True, large=16),
    "desk": Role(14, 400),
    "desk strong": Role(14, 600),
    "desk figure": Role(14, 500, tabular=True),
    "desk figure strong": Role(14, 600, tabular=True),
    "small": Role(13, 400, large=15),
    "small strong": Role(13, 600, large=15),
    "small figure": Role(13, 600, tabular=True),
    "struck": Role(13, 400, tabular=True, large=15),
    "word": Role(13, 500, large=14),
    "key": Role(12, 600),
    "key light": Role(12, 500),
    "paper": Role(14, 400, mono=True),
    "paper strong": Role(14, 700, mono=True),
    "log": Role(13, 400, mono=True),
}


@cache
def _family(mono: bool) -> str:
    if mono:
        from fontpkg_jetbrains_mono import ROOT
    else:
        from fontpkg_inter import ROOT
    files = sorted(path for path in Path(ROOT).glob("files/*.ttf") if "Italic" not in path.name)
    for path in files:
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
        if families:
            return families[0]
    return "monospace" if mono else "sans-serif"


@cache
def sized(role: str, px: int) -> QFont:
    """The font of a role at another size, with the role's weight and tracking."""
    kind = ROLES[role]
    made = QFont(_family(kind.mono))
    made.setPixelSize(px)
    made.setWeight(_nearest(kind.weight))
    made.setVariableAxis(QFont.Tag("wght"), kind.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind.mono:
        made.setFeature(QFont.Tag("liga"), 0)
        made.setFeature(QFont.Tag("calt"), 0)
        return made
    if px >= _OPTICAL_FROM:
        made.setVariableAxis(QFont.Tag("opsz"), min(px, _OPTICAL_MOST))
    if kind.tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    if kind.tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px * kind.tracking / 1000)
    return made


def font(role: str, *, large: bool = False) -> QFont:
    """The font of a role; `large` is the one for a big screen, where the role has one."""
    kind = ROLES[role]
    return sized(role, kind.large if large and kind.large else kind.px)


def _nearest(weight: int) -> QFont.Weight:
    """The named weight Qt is asked for. More than 600 would be emboldened a second time by the font engine."""
    asked = min(weight, _BOLDEST_ASKED)
    return min(QFont.Weight, key=lambda named: (abs(named.value - asked), named.value))
