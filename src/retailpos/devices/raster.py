"""Pictures on paper: the shop's mark, a line in letters the printer hasn't got, bars it can't draw itself."""

from __future__ import annotations

import io
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from retailpos.core.textwidth import cells
from retailpos.devices.escpos_library import raster_rows
from retailpos.devices.profile import Profile

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

FRAGMENT_ROWS = 128
LINE_ROWS = 24
_ACTED_ON = (0x04, 0x05, 0x14)


def harmless(rows: bytes) -> bytes:
    """The same dots but for one here and there: 10 04, 10 05 and 10 14 would be acted upon even inside a picture."""
    found = bytearray(rows)
    for n in range(len(found) - 1):
        if found[n] == 0x10 and found[n + 1] in _ACTED_ON:
            found[n] = 0x30
    return bytes(found)


def picture_bytes(picture: Image) -> bytes:
    """A picture at most as wide as the paper, in pieces small enough for small printers."""
    width = (picture.width + 7) // 8
    rows = raster_rows(picture)
    found = b""
    for top in range(0, picture.height, FRAGMENT_ROWS):
        height = min(FRAGMENT_ROWS, picture.height - top)
        piece = rows[top * width : (top + height) * width]
        found += b"\x1dv0\x00" + width.to_bytes(2, "little") + height.to_bytes(2, "little") + harmless(piece)
    return found


@lru_cache(maxsize=8)
def logo_bytes(content: bytes, dots: int) -> bytes:
    """A PNG or JPEG as large as fits half the paper's width and 120 rows, or b'' where it can't be read."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as opened:
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return b""
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture)
    white.thumbnail((dots // 2, 120))
    return picture_bytes(white.convert("L"))


def bars_bytes(text: str, profile: Profile) -> bytes:
    """A Code 128 barcode drawn dot by dot for a printer that can't; b'' where it would not fit."""
    import importlib

    from PIL import Image, ImageDraw

    modules = str(importlib.import_module("barcode.codex").Code128(text).build()[0])
    module = min(3, profile.dots // (len(modules) + 20))
    if module < 1:
        return b""
    picture = Image.new("L", (len(modules) * module, 64), "white")
    draw = ImageDraw.Draw(picture)
    for n, bar in enumerate(modules):
        if bar == "1":
            draw.rectangle((n * module, 0, (n + 1) * module - 1, 63), fill="black")
    return picture_bytes(picture)


def can_draw(text: str) -> bool:
    """True when some font here has every letter of it."""
    return all(_font_with(mark) is not None for mark in set(text) if mark != " ")


def line_bytes(line: str, profile: Profile, *, double: bool = False) -> bytes:
    """A line drawn in its own letters, each in its column; b'' where no font here has them."""
    from PIL import Image, ImageDraw

    cell = profile.dots // profile.columns
    picture = Image.new("L", (cells(line) * cell, LINE_ROWS), "white")
    draw = ImageDraw.Draw(picture)
    at = 0
    for mark in line:
        if mark != " ":
            font = _font_with(mark)
            if font is None:
                return b""
            draw.text((at * cell, 19), mark, font=font, fill="black", anchor="ls")
        at += cells(mark)
    if double:
        picture = picture.resize((picture.width * 2, LINE_ROWS * 2))
    return picture_bytes(picture.point(lambda grey: 0 if grey < 150 else 255))


@lru_cache(maxsize=2048)
def _font_with(mark: str) -> FreeTypeFont | None:
    """A font that has this letter: the house's own first, then what the system finds for it."""
    for path in (*_own_fonts(), *_system_fonts(mark)):
        font = _opened(path)
        if font is not None and bytes(font.getmask(mark)) not in (b"", bytes(font.getmask("\U0010fffd"))):
            return font
    return None


@lru_cache(maxsize=16)
def _opened(path: str) -> FreeTypeFont | None:
    from PIL import ImageFont

    try:
        return ImageFont.truetype(path, 20)
    except OSError:
        return None


@lru_cache(maxsize=1)
def _own_fonts() -> tuple[str, ...]:
    import fontpkg_jetbrains_mono

    folder = Path(str(fontpkg_jetbrains_mono.__file__)).parent / "files"
    return tuple(str(path) for path in sorted(folder.glob("*.ttf")) if "Italic" not in path.name)


def _system_fonts(mark: str) -> tuple[str, ...]:
    """The font that fontconfig would take for a letter, where there is fontconfig."""
    command = ["fc-match", "-f", "%{file}", f":charset={ord(mark):x}"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, timeout=2, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return (found.stdout,) if found.returncode == 0 and found.stdout else ()
