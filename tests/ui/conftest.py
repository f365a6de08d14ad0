"""What the tests of the window share: the look, dressed once, in light; and a register on a small real shop."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from retailpos.ui.theme.look import look
from tests.ui.register_shop import Register, make_shop


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every window of a test wears the light theme, with key names shown.

    It is put on again only where a test changed it: that dresses every widget there is.
    """
    worn = look()
    if worn.choice != "light":
        worn.choose("light")
    worn.show_keys = True


@pytest.fixture(scope="session")
def shop_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small shop's file, filled once; every test sells from a copy of its own."""
    file = tmp_path_factory.mktemp("shop") / "small.shop"
    make_shop(file).close()
    return file


@pytest.fixture
def register(dressed: None, tmp_path: Path, shop_template: Path) -> Iterator[Register]:
    """A register with Ana signed in and the drawer open."""
    shutil.copy(shop_template, tmp_path / "small.shop")
    made = Register(make_shop(tmp_path / "small.shop"))
    yield made
    made.close()
