"""What a receipt printer is like: its width, its letters, its knife, its drawer pin, whether it can answer."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of printer.

    `dots` is the printing width, `page` a single-byte character set and `page_number` the printer's own number for
    it, `cut` one of partial, full, none; `drawer_pin` 2 or 5 on its drawer socket, the pulse in milliseconds.
    `answers` says whether it tells its state: True, False, or None where that has to be found out.
    `leave_double_byte` is for printers that wake up reading bytes in pairs.
    """

    name: str
    columns: int
    dots: int
    page: str = "cp858"
    page_number: int = 19
    cut: str = "partial"
    drawer_pin: int = 2
    pulse_on: int = 50
    pulse_off: int = 500
    barcode: bool = True
    raster: bool = True
    answers: bool | None = None
    leave_double_byte: bool = False


PROFILES = (
    Profile("epson-80", 48, 576),
    Profile("epson-80-42", 42, 512),
    Profile("epson-58", 32, 384),
    Profile("generic-80", 48, 576, leave_double_byte=True),
    Profile("generic-80-42", 42, 512, leave_double_byte=True),
    Profile("generic-58", 32, 384, cut="none", barcode=False, leave_double_byte=True),
)


def profile_for(columns: int) -> Profile:
    """The common profile of this width: 32, 42 or 48 columns."""
    found = {profile.columns: profile for profile in reversed(PROFILES) if profile.name.startswith("epson")}
    return found.get(columns) or replace(found[48], name=f"columns-{columns}", columns=columns, dots=columns * 12)


def profile_named(name: str) -> Profile:
    """The profile of this name, or the 80 mm one where nobody knows it."""
    return next((profile for profile in PROFILES if profile.name == name), PROFILES[0])
