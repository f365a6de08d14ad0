from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import retailpos
from tests.stories.rules import RULES, Rule

PACKAGE = Path(retailpos.__file__).parent
STORIES = Path(__file__).parent / "stories"
PLAY = """
import sys
from pathlib import Path
from retailpos.stories.language import StoryFault
from retailpos.stories.play import play_file
from retailpos.words import sentence
try:
    play_file(Path(sys.argv[1]), telling=sentence).close()
except StoryFault as fault:
    print("does not hold:", fault.line, fault.text)
"""


@pytest.mark.parametrize(
    "rule",
    [pytest.param(rule, marks=() if rule.short else pytest.mark.slow) for rule in RULES],
    ids=[f"{n:02d}-{rule.story}" for n, rule in enumerate(RULES)],
)
def test_a_story_fails_when_its_rule_is_turned_off(rule: Rule, tmp_path: Path) -> None:
    copy = tmp_path / "retailpos"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "ui"))
    source = (copy / rule.file).read_text(encoding="utf-8")
    assert source.count(rule.text) == 1, f"{rule.file} no longer says {rule.text!r} once: choose the rule's text anew"
    (copy / rule.file).write_text(source.replace(rule.text, rule.instead), encoding="utf-8")
    played = subprocess.run(
        [sys.executable, "-c", PLAY, str(STORIES / f"{rule.story}.story")],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert played.stdout.startswith("does not hold:"), played.stdout + played.stderr


def test_enough_rules_are_turned_off_in_the_short_form() -> None:
    assert len([rule for rule in RULES if rule.short]) >= 12
