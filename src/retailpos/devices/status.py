"""What a printer says of itself: yes, no, or not known. A silent printer is never taken for a well one."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.devices.links.link import Wire

ANSWER_SECONDS = 1.0
CONFIRM_SECONDS = 4.0
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Status:
    """Each is True, False, or None where the printer did not tell."""

    online: bool | None = None
    paper: bool | None = None
    near_end: bool | None = None
    cover_open: bool | None = None
    fault: bool | None = None
    drawer_pin_high: bool | None = None

    @property
    def is_known(self) -> bool:
        """True when the printer answered at all."""
        return self.online is not None

    @property
    def trouble(self) -> str:
        """What keeps it from printing, or '' where it says nothing of the kind."""
        if self.paper is False:
            return "no_paper"
        if self.cover_open:
            return "cover_open"
        if self.fault:
            return "printer_fault"
        return "printer_offline" if self.online is False else ""


def ask(wire: Wire, seconds: float = ANSWER_SECONDS) -> Status:
    """The printer's state, asked in real time. One that lets the first question pass is not asked the others."""
    general = _answer(wire, 1, seconds)
    if general is None:
        return Status()
    cause = _answer(wire, 2, seconds)
    roll = _answer(wire, 4, seconds)
    return Status(
        online=not general & 0x08,
        drawer_pin_high=bool(general & 0x04),
        cover_open=None if cause is None else bool(cause & 0x04),
        fault=None if cause is None else bool(cause & 0x40),
        paper=_paper(cause, roll),
        near_end=None if roll is None else bool(roll & 0x0C),
    )


def _paper(cause: int | None, roll: int | None) -> bool | None:
    """Out when either the stop or the roll's sensor says so."""
    told = [
        out
        for out in (None if cause is None else cause & 0x20, None if roll is None else roll & 0x60)
        if out is not None
    ]
    return not any(told) if told else None


def _answer(wire: Wire, question: int, seconds: float) -> int | None:
    """One status byte: bits 1 and 4 set, bits 0 and 7 not. Anything else is noise or another report and passed over."""
    wire.write(bytes((0x10, 0x04, question)))
    for _ in range(_TRIES):
        found = wire.read(16, seconds)
        if not found:
            return None
        answers = [byte for byte in found if byte & 0x93 == 0x12]
        if answers:
            return answers[-1]
    return None


def confirmed(wire: Wire, seconds: float = CONFIRM_SECONDS) -> bool:
    """True when the printer has worked through all before: this question waits its turn behind the printing."""
    wire.write(b"\x1dr\x01")
    for _ in range(_TRIES):
        found = wire.read(16, seconds)
        if not found:
            return False
        if any(byte & 0x90 == 0 for byte in found):
            return True
    return False
