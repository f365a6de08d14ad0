"""Sounds: as long and as high as they are meant to be, and only when wished for."""

from __future__ import annotations

import io
import struct
import sys
import wave
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from retailpos.core.errors import Trouble
from retailpos.ui.sounds import RATE, TONES, Name, ProgramSpeaker, SilentSpeaker, Sounds, sound
from tests.ui.register_shop import MUG, Register


def _marks(name: Name) -> tuple[int, ...]:
    with wave.open(io.BytesIO(sound(name))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        return struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes()))


def _pitch(marks: tuple[int, ...]) -> int:
    """How often a second the wave crosses zero upwards."""
    up = sum(1 for before, after in pairwise(marks) if before < 0 <= after)
    return up * RATE // len(marks)


@pytest.mark.parametrize("name", TONES)
def test_every_sound_is_short_and_ends_softly(name: Name) -> None:
    marks = _marks(name)
    assert 0 < len(marks) * 1000 // RATE < 300
    assert max(abs(mark) for mark in marks) > 2_000
    assert max(abs(mark) for mark in (*marks[:8], *marks[-8:])) < 200


def test_a_refusal_falls() -> None:
    marks = _marks("refused")
    half = len(marks) // 2
    assert abs(_pitch(marks[:half]) - 220) < 12
    assert abs(_pitch(marks[half:]) - 165) < 12


def test_nothing_is_played_unless_it_is_wished_for() -> None:
    ear = SilentSpeaker()
    sounds = Sounds(ear)
    sounds.play("paid")
    assert ear.heard == []
    sounds.on = True
    sounds.play("paid")
    assert ear.heard == ["paid"]


def test_the_register_says_what_it_means(register: Register) -> None:
    ear = SilentSpeaker()
    register.window.sheets.sounds = Sounds(ear)
    register.window.sheets.sounds.on = True
    register.scan("5012345678900")
    register.scan(MUG)
    register.key(Qt.Key.Key_F7)
    register.type("50")
    register.key(Qt.Key.Key_Return)
    register.key(Qt.Key.Key_Escape)
    register.key(Qt.Key.Key_F11)
    register.window.counter.refused.emit(Trouble("disk_full"))
    assert ear.heard == ["refused", "needs someone", "paid", "trouble"]


def test_a_later_sound_ends_the_one_before(dressed: None, tmp_path) -> None:
    file = tmp_path / "wait"
    file.write_text("import time\ntime.sleep(5)\n", encoding="utf-8")
    speaker = ProgramSpeaker(sys.executable)
    speaker.start("paid", file)
    assert speaker._playing.waitForStarted(5_000)
    first = speaker._playing.processId()
    speaker.start("refused", file)
    assert speaker._playing.waitForStarted(5_000)
    assert speaker._playing.processId() != first
    speaker.stop()


def test_a_player_that_is_not_there_harms_nothing(dressed: None, tmp_path) -> None:
    speaker = ProgramSpeaker(str(tmp_path / "no player"))
    speaker.start("paid", tmp_path / "paid.wav")
    speaker.start("paid", tmp_path / "paid.wav")
    speaker.stop()
