"""Paper as bytes for a receipt printer. Nothing printed here can command the printer: see `_text`."""

from __future__ import annotations

from dataclasses import replace

from retailpos.core.paper import Banner, Barcode, Block, Columns, Cut, Line, Logo, Pair, Paper, Piece, Text, lay_out
from retailpos.core.textwidth import aligned, cells, printable
from retailpos.devices import code128, raster
from retailpos.devices.characters import fitted, is_foreign
from retailpos.devices.escpos_library import initialise_bytes, style_bytes
from retailpos.devices.profile import Profile

_CUTS = {"partial": b"\x1dVB\x00", "full": b"\x1dVA\x00", "none": b"\x1bd\x05"}
_CENTER, _LEFT = b"\x1ba\x01", b"\x1ba\x00"
_PLAIN = Line()


def paper_bytes(paper: Paper, profile: Profile, logo: bytes = b"") -> bytes:
    """Everything from waking the printer to cutting the paper. `logo` is the content of a picture file."""
    pieces = lay_out(replace(paper, blocks=tuple(_fitted(block, profile) for block in paper.blocks)), profile.columns)
    found = [start_bytes(profile)]
    style = b""
    for piece in pieces if pieces[-1:] == (Cut(),) else (*pieces, Cut()):
        wanted = _style(piece if isinstance(piece, Line) else _PLAIN)
        found.append(b"" if wanted == style else wanted)
        style = wanted
        found.append(_line(piece, profile) if isinstance(piece, Line) else _special(piece, profile, logo))
    return b"".join(found)


def start_bytes(profile: Profile) -> bytes:
    """Defaults, then our character set: the defaults would choose another."""
    leave = b"\x1c." if profile.leave_double_byte else b""
    return initialise_bytes() + leave + b"\x1bt" + bytes([profile.page_number])


def drawer_bytes(profile: Profile) -> bytes:
    """One pulse for the cash drawer. Nothing but this and the next function makes these bytes."""
    pin = 1 if profile.drawer_pin == 5 else 0
    return b"\x1bp" + bytes([pin, min(profile.pulse_on // 2, 255), min(profile.pulse_off // 2, 255)])


def drawer_now_bytes(profile: Profile) -> bytes:
    """The same pulse, given at once whatever waits before it: for a printer that has stopped for lack of paper."""
    return b"\x10\x14\x01" + bytes([1 if profile.drawer_pin == 5 else 0, 1])


def _fitted(block: Block, profile: Profile) -> Block:
    """A block in the printer's letters before it is laid out, for a likeness may be longer than the letter.

    Text in a writing that the printer hasn't got stays as it is: its lines are drawn.
    """
    match block:
        case Text() | Banner():
            return replace(block, text=_shown(block.text, profile))
        case Pair():
            return replace(block, left=_shown(block.left, profile), right=_shown(block.right, profile))
        case Columns():
            return replace(block, cells=tuple(_shown(cell, profile) for cell in block.cells))
        case _:
            return block


def _shown(text: str, profile: Profile) -> str:
    return text if _drawn(text, profile) else fitted(text, profile.page)


def _drawn(text: str, profile: Profile) -> bool:
    if not profile.raster or text.isascii() or not is_foreign(text, profile.page):
        return False
    return raster.can_draw(printable(text))


def _style(line: Line) -> bytes:
    align = "center" if line.reverse else "left"
    return style_bytes(bold=line.bold, double=line.double, reverse=line.reverse, align=align)


def _line(line: Line, profile: Profile) -> bytes:
    """One line of text and its end; the printer's own centering only where the white on black has to end with it."""
    columns = profile.columns // 2 if line.double else profile.columns
    text = line.filled(columns)
    if line.reverse:
        text = f" {line.left} " if cells(line.left) + 2 <= columns else line.left
    if text.isascii() or fitted(text, profile.page) == text:
        return _text(text, profile.page)
    drawn = raster.line_bytes(text, profile, double=line.double)
    return drawn or _text(fitted(text, profile.page), profile.page)


def _text(text: str, page: str) -> bytes:
    """Text as bytes, of which not one is a command: whatever slipped through as one is a question mark."""
    body = text.encode(page, errors="replace")
    return bytes(mark if mark >= 0x20 and mark != 0x7F else 0x3F for mark in body) + b"\n"


def _special(piece: Piece, profile: Profile, logo: bytes) -> bytes:
    match piece:
        case Logo() if logo and profile.raster:
            drawn = raster.logo_bytes(logo, profile.dots)
            return _CENTER + drawn + _LEFT if drawn else b""
        case Barcode(text):
            return _barcode(text, profile)
        case Cut():
            return _CUTS[profile.cut]
        case _:
            return b""


def _barcode(text: str, profile: Profile) -> bytes:
    """Bars with the number in letters below; only the number where bars can't carry it or would not fit."""
    below = _text(aligned(fitted(text, profile.page)[: profile.columns], "center", profile.columns), profile.page)
    if not code128.encodable(text):
        return below
    if not profile.barcode:
        drawn = raster.bars_bytes(text, profile) if profile.raster else b""
        return (_CENTER + drawn + _LEFT if drawn else b"") + below
    data, modules = code128.data(text)
    module = min(3, profile.dots // (modules + 20))
    if module < 2 or len(data) > 255:
        return below
    settings = b"\x1dh\x50\x1dw" + bytes([module]) + b"\x1dH\x00"
    return _CENTER + settings + b"\x1dkI" + bytes([len(data)]) + data + _LEFT + below
