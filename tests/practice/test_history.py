"""The history that is kept is the history that its writer writes."""

from __future__ import annotations

import pytest

from retailpos.practice import catalogue, history
from retailpos.practice.shop import history_files
from retailpos.stories.stage import Stage


@pytest.mark.slow
def test_the_same_seed_writes_the_stories_that_lie_in_the_resources() -> None:
    stage = Stage()
    stage.facts = catalogue.shop_facts()
    try:
        catalogue.fill(stage.shop)
        written = history.write_weeks(stage)
    finally:
        stage.close()
    assert written == {path.name: path.read_text(encoding="utf-8") for path in history_files()}
