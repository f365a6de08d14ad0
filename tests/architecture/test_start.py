"""Starting stays quick because what is slow to import waits until it is used."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.architecture.tree import PROJECT

# Of intuit-oauth one inner module: a hook of its own puts its outermost name into every Python.
WAITS = set(
    "escpos keyring intuitlib.client requests openpyxl alembic flask werkzeug biip argon2 qtawesome PIL "
    "psycopg reportlab".split()
)


def modules_after(*imports: str) -> set[str]:
    """The full names of the modules that a fresh Python holds after these imports."""
    code = "import sys\n" + "".join(f"import {name}\n" for name in imports) + "print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    return set(subprocess.check_output([sys.executable, "-c", code], env=env, text=True).split())


def modules_of(*rings: str) -> list[str]:
    """The full names of a ring's modules; migrations are read only when a file is older than the program."""
    base = PROJECT / "src"
    found = [path.relative_to(base) for ring in rings for path in sorted((base / "retailpos" / ring).glob("*.py"))]
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in found if path.stem != "migrate"]


def test_the_program_starts_without_what_can_wait() -> None:
    assert modules_after("retailpos.__main__", "retailpos.app") & WAITS == set()


def test_the_rings_that_sell_import_nothing_that_can_wait() -> None:
    held = modules_after(*modules_of("core", "store", "actions", "devices", "exchange", "exchange/online"))
    assert held & WAITS == set()
    assert "sqlalchemy" in held


def test_core_alone_needs_only_the_standard_library() -> None:
    gained = modules_after(*modules_of("core")) - modules_after()
    strangers = {name.partition(".")[0] for name in gained} - {*sys.stdlib_module_names, "retailpos"}
    # A table of how this Python was built bears the platform's name, and so is on no list.
    assert {name for name in strangers if not name.startswith("_sysconfigdata")} == set()


def test_an_import_that_could_wait_is_seen() -> None:
    assert modules_after("requests") & WAITS == {"requests"}
    assert "intuitlib.client" in modules_after("intuitlib.client")
