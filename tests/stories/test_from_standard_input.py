from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("story", "code", "said"),
    [
        ("sale\n  open-item 1.00\n  pay check\nexpect sale total 1.00\n", 0, "-: holds"),
        ("sale\n  open-item 1.00\n  pay check\nexpect sale total 2.00\n", 1, "-:4: total is 1.00, not 2.00"),
    ],
)
def test_a_story_may_come_from_standard_input(story: str, code: int, said: str) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "retailpos", "play", "-"],
        input=story,
        env={**os.environ},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert (played.returncode, (played.stdout + played.stderr).strip()) == (code, said)
