"""The lists from the command line, against the practice company of the practice day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Said

Ask = Callable[..., Said]


def test_look_import_and_share(retailpos: Ask, shop_file: Path) -> None:
    looked = retailpos("exchange", "lists", "look", "--shop", shop_file, "--json")
    assert looked.code == 0
    fresh = [row for row in looked.json["rows"] if row["deed"] == "new"]
    assert retailpos("exchange", "lists", "look", "--shop", shop_file).out.count("\n") >= 2
    done = retailpos("exchange", "lists", "import", "--shop", shop_file, "--json")
    assert done.code == 0
    assert done.json["items"] + done.json["people"] == len(fresh)
    again = retailpos("exchange", "lists", "import", "--shop", shop_file, "--json")
    assert (again.json["items"], again.json["people"]) == (0, 0)
    shared = retailpos("exchange", "lists", "share", "--shop", shop_file, "--json")
    assert shared.json["new_here"] == 0
    assert retailpos("check", "--shop", shop_file).code == 0
