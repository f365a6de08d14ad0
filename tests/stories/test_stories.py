from __future__ import annotations

from pathlib import Path

import pytest

from retailpos.stories.language import StoryFault
from retailpos.stories.play import play_file
from retailpos.words import sentence

HERE = Path(__file__).parent / "stories"
STORIES = sorted(HERE.glob("*.story"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story_holds(path: Path) -> None:
    try:
        play_file(path, telling=sentence).close()
    except StoryFault as fault:
        pytest.fail(f"{path.name}:{fault.line}: {fault.text}", pytrace=False)


def test_there_are_stories() -> None:
    assert len(STORIES) >= 50
