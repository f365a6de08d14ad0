"""Four sounds: refused, trouble, needs someone, paid. Never the only sign of anything, and off unless wished for."""

from __future__ import annotations

import io
import math
import shutil
import struct
import sys
import wave
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTemporaryDir

Name = Literal["refused", "trouble", "needs someone", "paid"]

RATE = 48_000
_LOUD = 9_000
_SOFT_MS = 12
# Each is one moment after the other: its pitches in hertz, sounding together, and how many milliseconds.
TONES: dict[Name, tuple[tuple[tuple[int, ...], int], ...]] = {
    "refused": (((220,), 120), ((165,), 120)),
    "trouble": (((330,), 200),),
    "needs someone": (((392,), 80), ((494,), 80), ((587,), 100)),
    "paid": (((523, 659, 784), 260),),
}
_PLAYERS = ("paplay", "pw-play", "aplay", "afplay")


class Speaker(Protocol):
    """Whatever makes a sound audible. A later sound ends the one before."""

    def start(self, name: Name, file: Path) -> None:
        """Begin to play a WAV file; never waits, never raises."""


class SilentSpeaker:
    """Where nothing can be heard: it only knows what would have been."""

    def __init__(self) -> None:
        self.heard: list[Name] = []

    def start(self, name: Name, file: Path) -> None:
        """Note it."""
        self.heard.append(name)


class ProgramSpeaker(QObject):
    """Plays through the sound player that the system has."""

    def __init__(self, program: str) -> None:
        super().__init__()
        self._program = program
        self._playing = QProcess(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, name: Name, file: Path) -> None:
        """The one before ends at once."""
        self.stop()
        self._playing.start(self._program, [str(file)])

    def stop(self) -> None:
        """Be quiet."""
        if self._playing.state() != QProcess.ProcessState.NotRunning:
            self._playing.kill()
            self._playing.waitForFinished(20)


class WindowsSpeaker:
    """Windows plays files by itself, beside the program."""

    def start(self, name: Name, file: Path) -> None:
        """The one before ends at once."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)


def speaker() -> Speaker:
    """The way to be heard here; silent where there is none."""
    if sys.platform == "win32":
        return WindowsSpeaker()
    found = next((path for name in _PLAYERS if (path := shutil.which(name))), "")
    return ProgramSpeaker(found) if found else SilentSpeaker()


class Sounds:
    """Plays by name while it is on. The files are made when the first one is played, and go with the program."""

    def __init__(self, through: Speaker | None = None) -> None:
        self.on = False
        self._through = through
        self._folder: QTemporaryDir | None = None

    def play(self, name: Name) -> None:
        """Make it heard, if sounds are on."""
        if not self.on:
            return
        self._folder = self._folder or QTemporaryDir()
        self._through = self._through or speaker()
        file = Path(self._folder.path()) / f"{name}.wav"
        if not file.exists():
            file.write_bytes(sound(name))
        self._through.start(name, file)


def sound(name: Name) -> bytes:
    """The sound as a WAV file: 48 kHz, one channel, below 300 ms."""
    marks = [mark for pitches, length in TONES[name] for mark in _tone(pitches, length)]
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(marks)}h", *marks))
    return held.getvalue()


def _tone(pitches: tuple[int, ...], length: int) -> list[int]:
    """Sine waves that begin and end softly, so that nothing clicks."""
    count, soft = RATE * length // 1000, RATE * _SOFT_MS // 1000
    found = []
    for at in range(count):
        share = min(1.0, at / soft, (count - at) / soft)
        wave_now = sum(math.sin(2 * math.pi * pitch * at / RATE) for pitch in pitches) / len(pitches)
        found.append(round(_LOUD * share * wave_now))
    return found
