"""The rules of the house hold for every file, and each of them is seen to fail where it is broken on purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import ceilings, rules
from tests.architecture.tree import PROJECT, Source, committed_texts, sources

Rule = Callable[[list[Source]], list[str]]

CORE, DRAWER = "src/retailpos/core/cart.py", "src/retailpos/ui/drawer/screen.py"
SHORT_FUNCTION = "def f():\n    return 1\n\n\n"
LONG_FUNCTION = "def f():\n" + "    x = 1\n" * 25 + "\n\n"

BROKEN: list[tuple[Rule, str, str]] = [
    (ceilings.long_files, CORE, "x = 1\n" * 401),
    (ceilings.long_functions, CORE, "def f():\n" + "    x = 1\n" * 40),
    (ceilings.long_functions, DRAWER, "class A:\n    async def f(self):\n" + "        x = 1\n" * 40),
    (ceilings.long_functions, "tests/core/test_cart.py", "def test_f():\n" + "    x = 1\n" * 40),
    (ceilings.long_functions, "dev.py", "def f():\n" + "    x = 1\n" * 40),
    (ceilings.crowded_files, CORE, "x = 1\n" * 301),
    (ceilings.crowded_functions, CORE, SHORT_FUNCTION * 8 + LONG_FUNCTION * 2),
    (ceilings.many_parameters, CORE, "def f(a, b, c, d, e, f): ..."),
    (ceilings.many_parameters, CORE, "class A:\n    def f(self, a, b, /, c, d, e, f): ..."),
    (rules.floats_near_money, CORE, "half = 0.5"),
    (rules.floats_near_money, "src/retailpos/exchange/entry.py", "amount = float('1')"),
    (rules.floats_near_money, "src/retailpos/store/documents.py", "def f(a: float): ..."),
    (rules.clock_or_chance, "src/retailpos/actions/sell.py", "at = datetime.now(UTC)"),
    (rules.clock_or_chance, CORE, "at = datetime.datetime.now()"),
    (rules.clock_or_chance, CORE, "today = datetime.date.today()"),
    (rules.clock_or_chance, CORE, "class Clock:\n    def now(self):\n        return datetime.now(UTC)"),
    (rules.clock_or_chance, "src/retailpos/store/store.py", "from random import choice"),
    (rules.clock_or_chance, "src/retailpos/store/store.py", "import random\nn = random.randint(1, 6)"),
    (rules.clock_or_chance, "src/retailpos/store/store.py", "import random\nn = random.Random()"),
    (rules.clock_or_chance, "src/retailpos/exchange/tokens.py", "name = uuid.uuid4()"),
    (rules.naked_silences, CORE, "x = y  # type: ignore"),
    (rules.naked_silences, CORE, "x = y  # type: ignore[attr-defined]"),
    (rules.naked_silences, CORE, "x = y  # noqa"),
    (rules.naked_silences, "tests/core/test_cart.py", "x = y  # noqa: E501"),
    (rules.colours_outside_the_theme, DRAWER, "style = 'color: #a1b2c3'"),
    (rules.colours_outside_the_theme, DRAWER, "style = f'border: {n}px solid #FFF'"),
    (rules.core_beyond_the_library, CORE, "import requests"),
    (rules.core_beyond_the_library, CORE, "from retailpos.settings import resources_dir"),
    (rules.core_beyond_the_library, CORE, "def f():\n    import babel"),
    (rules.strangers_beside_the_rings, "src/retailpos/helpers.py", ""),
    (rules.strangers_beside_the_rings, "src/retailpos/utils/text.py", ""),
    (rules.filled_init_files, "src/retailpos/core/__init__.py", "from retailpos.core.money import Money"),
    (rules.filled_init_files, "src/retailpos/__init__.py", '__version__ = "1.0"\nimport os\n'),
    (rules.mocks, "tests/core/test_cart.py", "from unittest.mock import Mock"),
    (rules.mocks, "tests/core/test_cart.py", "from unittest import mock"),
    (
        rules.mocks,
        "tests/core/test_cart.py",
        "def test_f(monkeypatch):\n    monkeypatch.setattr('retailpos.core.cart.b', 1)",
    ),
    (rules.mocks, "tests/core/test_cart.py", "from retailpos.core import cart\nmonkeypatch.setattr(cart, 'b', 1)"),
]
ALL_RULES = tuple(dict.fromkeys(rule for rule, _, _ in BROKEN))

WELL_KEPT = {
    CORE: "import retailpos.core.money\ndef f(a, b, c, d, e, *, g):\n    import re  # noqa: PLC0415  # slow\n",
    "src/retailpos/actions/shop.py": "class SystemClock:\n    def now(self):\n        return datetime.now(UTC)\n",
    "src/retailpos/stories/stage.py": "import random\nchance = random.Random(7)\nnext = clock.now()\n",
    DRAWER: "number = 0.5\nticket = '#1024'\nheading = '#1'\n",
    "src/retailpos/ui/theme.py": "paper = '#ffffff'\n",
    "src/retailpos/app.py": "from datetime import datetime\nnow = datetime.now(UTC)\n",
    "src/retailpos/company/pages.py": "css = 'color: #123456'\n",
    "src/retailpos/store/migrations/versions/0001_first.py": "x = 1\n" * 500,
    "src/retailpos/__init__.py": '__version__ = "1.0"\n',
    "src/retailpos/core/__init__.py": "",
    "tests/core/test_cart.py": "def test_f(monkeypatch):\n    monkeypatch.setattr(usb.util, 'a', 1)\n",
    "dev.py": "x = 1  # type: ignore[arg-type]  # its kind goes with the family\n",
}


def plant(root: Path, files: dict[str, str]) -> Path:
    """A tiny project with these files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rule(rule: Rule) -> None:
    assert rule(sources(PROJECT)) == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.__name__)
def test_a_well_kept_tree_offends_nobody(rule: Rule, tmp_path: Path) -> None:
    assert rule(sources(plant(tmp_path, WELL_KEPT))) == []


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN)
def test_a_broken_rule_is_seen(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    [offence] = rule(sources(plant(tmp_path, {path: text})))
    assert rule in {ceilings.crowded_files, ceilings.crowded_functions} or offence.startswith(path)


def test_no_committed_file_names_a_folder_of_one_machine() -> None:
    assert rules.machine_folders(committed_texts(PROJECT)) == []


@pytest.mark.parametrize("folder", ["work", "root", "home", "tmp"])
@pytest.mark.parametrize("line", ["see {}main/x", "path = '{}main'", 'open("{}x.db")', "cd {}x && y"])
def test_a_folder_of_one_machine_is_seen(folder: str, line: str, tmp_path: Path) -> None:
    text = line.format(f"/{folder}/")
    assert rules.machine_folders(committed_texts(plant(tmp_path, {"docs/a.md": text}))) != []
    assert (
        rules.machine_folders([("docs/a.md", f"a web page's /x/{folder}/part, ~/{folder}/x and <b></{folder}>")]) == []
    )


def test_git_and_the_plain_walk_see_the_same_texts() -> None:
    paths = {path for path, _ in committed_texts(PROJECT)}
    assert {"dev.py", "pyproject.toml", "README.md", "src/retailpos/core/cart.py"} <= paths
