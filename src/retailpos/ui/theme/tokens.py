"""The colours of the shop window, by what they mean. The only place where a colour is written down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. Every name says what the colour is for; `look.md` 1 holds their measured contrasts."""

    name: str
    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    on_accent: str
    accent_deep: str
    accent_soft: str
    accent_ink: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    violet: str
    violet_soft: str
    focus: str
    scrim: str
    rail: str
    rail_text: str
    rail_name: str
    rail_chosen: str
    rail_chosen_text: str
    mark: str
    on_mark: str
    found: str
    shadow: str
    strong: bool = False

    @property
    def border(self) -> int:
        """How wide the border of a control is, in logical pixels."""
        return 2 if self.strong else 1


LIGHT = Theme(
    name="light",
    ground="#F4F2EC",
    surface="#FFFFFF",
    sunken="#EAE7DE",
    line="#DCD8CD",
    edge="#827C6E",
    ink="#1B1F2A",
    ink2="#4A5060",
    ink3="#5F6575",
    accent="#2446C8",
    on_accent="#FFFFFF",
    accent_deep="#1A349B",
    accent_soft="#E5EAFC",
    accent_ink="#1F3DB3",
    ok="#14694A",
    ok_soft="#DCF1E6",
    warn="#7F4B00",
    warn_soft="#FBEBC8",
    bad="#B3231A",
    bad_soft="#FBE3DF",
    violet="#643A9C",
    violet_soft="#EDE5F8",
    focus="#2446C8",
    scrim="#7514161E",
    rail="#1B2030",
    rail_text="#C9CEDB",
    rail_name="#FFFFFF",
    rail_chosen="#2D3550",
    rail_chosen_text="#FFFFFF",
    mark="#F2B84B",
    on_mark="#2A1B00",
    found="#FFE49B",
    shadow="#14161E",
)

DARK = Theme(
    name="dark",
    ground="#12151C",
    surface="#1B1F28",
    sunken="#0C0F15",
    line="#343B4A",
    edge="#7F889B",
    ink="#F2F0EA",
    ink2="#C0C5D0",
    ink3="#A0A7B5",
    accent="#8FA8FF",
    on_accent="#0B1130",
    accent_deep="#B3C3FF",
    accent_soft="#26325E",
    accent_ink="#BCCAFF",
    ok="#6FD6A4",
    ok_soft="#15362A",
    warn="#F3C163",
    warn_soft="#3B2D10",
    bad="#FF9E93",
    bad_soft="#46211E",
    violet="#CDAEF7",
    violet_soft="#35284B",
    focus="#8FA8FF",
    scrim="#9E000000",
    rail="#0C0F15",
    rail_text="#AEB5C4",
    rail_name="#F2F0EA",
    rail_chosen="#26325E",
    rail_chosen_text="#F2F0EA",
    mark="#F2B84B",
    on_mark="#2A1B00",
    found="#5A4312",
    shadow="#000000",
)

HIGH_CONTRAST = Theme(
    name="high contrast",
    ground="#000000",
    surface="#000000",
    sunken="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E6E6E6",
    accent="#FFE100",
    on_accent="#000000",
    accent_deep="#FFF29A",
    accent_soft="#2B2600",
    accent_ink="#FFE100",
    ok="#4DFFA6",
    ok_soft="#00210F",
    warn="#FFC24D",
    warn_soft="#2B1C00",
    bad="#FF9187",
    bad_soft="#330400",
    violet="#DDBEFF",
    violet_soft="#1D0B33",
    focus="#00E5FF",
    scrim="#CC000000",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_name="#FFFFFF",
    rail_chosen="#FFE100",
    rail_chosen_text="#000000",
    mark="#F2B84B",
    on_mark="#2A1B00",
    found="#5C5200",
    shadow="#000000",
    strong=True,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
