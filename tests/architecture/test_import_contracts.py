"""Who may import whom: the contracts of pyproject.toml hold, and each goes red when broken on purpose."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.rules import LEAVES
from tests.architecture.tree import PROJECT

Contract = dict[str, Any]
CONTRACTS: list[Contract] = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
DIRECT = [contract for contract in CONTRACTS if contract.get("allow_indirect_imports")]
EVEN_INDIRECT = [contract for contract in CONTRACTS if not contract.get("allow_indirect_imports")]
RINGS = (
    "core",
    *LEAVES,
    "store",
    "devices",
    "exchange",
    "actions",
    "stories",
    "ui",
    "practice",
    "cli",
    "app",
    "company",
)
# What architecture.md's table allows each ring; everything else must be forbidden by some contract.
ALLOWED = {
    "core": set(),
    **{leaf: {"core", *LEAVES} for leaf in LEAVES},
    **{ring: {"core", *LEAVES} for ring in ("store", "devices", "exchange")},
    "actions": {"core", *LEAVES, "store", "devices", "exchange"},
    "stories": {"core", *LEAVES, "actions"},
    "ui": {"core", *LEAVES, "actions"},
    "practice": {"core", *LEAVES, "actions", "stories"},
    "cli": {"core", *LEAVES, "actions", "stories", "practice"},
    "app": set(RINGS) - {"company"},
    "company": set(),
}


def lint(tree: Path) -> tuple[int, str]:
    """Run the contract checker over the package below this folder: its exit code and words."""
    program = Path(sys.executable).with_name("lint-imports")
    env = {**os.environ, "PYTHONPATH": str(tree / "src"), "COLUMNS": "200"}
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=tree,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout[max(0, done.stdout.find("Contracts\n")) :]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A package with every ring in it and nothing inside, under the project's own contracts."""
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    for ring in RINGS:
        folder = tmp_path / "src" / "retailpos" / ring
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
        (folder / "part.py").touch()
    (tmp_path / "src" / "retailpos" / "__init__.py").touch()
    return tmp_path


def plant(tree: Path, module: str, wanted: str) -> None:
    """A module that imports another."""
    path = tree / "src" / Path(*module.split("."))
    path.with_suffix(".py").write_text(f"import {wanted}\n", encoding="utf-8")


def broken_pairs(words: str, contract: Contract) -> set[tuple[str, str]]:
    """The importing and the imported module of each offence the checker named under this contract."""
    heading = re.escape(contract["name"])
    section = re.search(rf"^{heading}\n-+\n(.*?)(?=^\S[^\n]*\n-{{3,}}\n|\Z)", words, re.MULTILINE | re.DOTALL)
    found = re.findall(r"(\S+) -> (\S+) \(l\.\d+\)", section.group(1)) if section else []
    return {(first, second) for first, second in found}


def test_the_house_keeps_its_contracts() -> None:
    code, words = lint(PROJECT)
    assert code == 0, words


def test_an_empty_house_keeps_them_too(tiny: Path) -> None:
    code, words = lint(tiny)
    assert code == 0, words


def test_every_forbidden_direct_import_is_seen(tiny: Path) -> None:
    expected: dict[str, set[tuple[str, str]]] = {contract["id"]: set() for contract in DIRECT}
    for contract in DIRECT:
        for source in contract["source_modules"]:
            for wanted in contract["forbidden_modules"]:
                module = f"{source}.breaks_{contract['id']}_by_{wanted.rpartition('.')[2].lower()}"
                plant(tiny, module, wanted)
                expected[contract["id"]].add((module, wanted))
    code, words = lint(tiny)
    assert code == 1
    for contract in DIRECT:
        missed = expected[contract["id"]] - broken_pairs(words, contract)
        assert not missed, f"{contract['name']}: {missed}\n{words}"


@pytest.mark.parametrize("source", ["core", "actions", "ui", "app", "practice"])
def test_importing_the_practice_company_by_a_detour_is_seen(tiny: Path, source: str) -> None:
    plant(tiny, "retailpos.elsewhere", "retailpos.company.part")
    plant(tiny, f"retailpos.{source}.detour", "retailpos.elsewhere")
    code, words = lint(tiny)
    assert code == 1
    assert ("retailpos.elsewhere", "retailpos.company.part") in broken_pairs(words, contract_named("company-unknown"))


@pytest.mark.parametrize("wanted", ["core", "store", "settings"])
def test_a_practice_company_that_knows_us_by_a_detour_is_seen(tiny: Path, wanted: str) -> None:
    plant(tiny, "retailpos.elsewhere", f"retailpos.{wanted}.part")
    plant(tiny, "retailpos.company.detour", "retailpos.elsewhere")
    code, words = lint(tiny)
    assert code == 1
    assert ("retailpos.company.detour", "retailpos.elsewhere") in broken_pairs(words, contract_named("company-alone"))


def test_stories_may_use_the_twins_and_no_other_device(tiny: Path) -> None:
    for name in ("paper_printer", "missing", "serial_link"):
        (tiny / "src" / "retailpos" / "devices" / f"{name}.py").touch()
        plant(tiny, f"retailpos.stories.takes_{name}", f"retailpos.devices.{name}")
    code, words = lint(tiny)
    assert code == 1
    taken = broken_pairs(words, contract_named("stories"))
    assert taken == {("retailpos.stories.takes_serial_link", "retailpos.devices.serial_link")}


@pytest.mark.parametrize("ring", RINGS)
def test_the_contracts_say_what_the_table_of_rings_says(ring: str) -> None:
    forbidden = {
        wanted.removeprefix("retailpos.")
        for contract in CONTRACTS
        if f"retailpos.{ring}" in contract["source_modules"]
        for wanted in contract["forbidden_modules"]
        if wanted.startswith("retailpos.")
    }
    assert forbidden == set(RINGS) - ALLOWED[ring] - {ring}


def contract_named(identity: str) -> Contract:
    """The contract with this id."""
    return next(contract for contract in CONTRACTS if contract["id"] == identity)
