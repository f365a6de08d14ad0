"""The page that describes the language keeps pace with it."""

from __future__ import annotations

import re
from pathlib import Path

from retailpos.stories.doing import DOINGS
from retailpos.stories.expecting import EXPECTS
from retailpos.stories.play import Player
from retailpos.stories.selling import STEPS
from retailpos.stories.setting import SETTINGS
from retailpos.stories.stage import Stage
from retailpos.words import sentence

PAGE = (Path(__file__).parents[2] / "docs" / "stories.md").read_text(encoding="utf-8")


def test_its_example_holds() -> None:
    (example,) = re.findall(r"```story\n(.*?)```", PAGE, re.DOTALL)
    stage = Stage()
    try:
        Player(stage, sentence).play(example)
    finally:
        stage.close()


def test_it_names_every_word_of_the_language() -> None:
    named = {word.split()[-1] for word in re.findall(r"`([^`\n]+)`", PAGE.partition("## The words")[2])}
    assert sorted({*SETTINGS, *DOINGS, *STEPS, *EXPECTS} - named) == []
