"""The rules of the house that a reader of the text alone can check. Each returns the offences it found."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator

from tests.architecture.tree import Source

LEAVES = ("settings", "wording", "words", "logbook")
RINGS = {
    "core", "store", "devices", "exchange", "actions", "stories", "ui", "practice", "cli", "app", "company",
    *(f"{leaf}.py" for leaf in (*LEAVES, "__init__", "__main__", "cli", "app")),
}  # fmt: skip
BELOW_APP = tuple(f"src/retailpos/{ring}" for ring in ("core", "store", "exchange", "actions", "stories"))
SILENCE = re.compile(r"#\s*(type:\s*ignore|noqa)\b")
SILENCE_WITH_REASON = re.compile(r"#\s*(type:\s*ignore\[[\w,\s-]+\]|noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)\s+#\s*\w+")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-zA-Z])")
FOLDERS_OF_A_MACHINE = "work|root|home|tmp"
MACHINE_FOLDER = re.compile(rf"(?<![\w.~<>}}-])/(?:{FOLDERS_OF_A_MACHINE})/(?!\.X11-unix)\w")
# The one door through which time comes in; everything else is handed a clock.
CLOCK_DOOR = "SystemClock"


def floats_near_money(sources: list[Source]) -> list[str]:
    """Numbers with a point in them, or `float` by name, where amounts are at home."""
    near = [
        source
        for source in sources
        if source.lies_in(*(f"src/retailpos/{ring}" for ring in ("core", "store", "exchange")))
    ]
    return [f"{source.path}:{node.lineno} uses a float" for source in near for node in nodes(source) if is_float(node)]


def is_float(node: ast.AST) -> bool:
    """Whether this is a float, or makes or names one."""
    return (isinstance(node, ast.Constant) and isinstance(node.value, float)) or (
        isinstance(node, ast.Name) and node.id == "float"
    )


def clock_or_chance(sources: list[Source]) -> list[str]:
    """Places below `app` that read the time or roll dice instead of being handed them."""
    below = [source for source in sources if source.lies_in(*BELOW_APP)]
    return [
        f"{source.path}:{node.lineno} {reading}"
        for source in below
        for node in nodes(source)
        if (reading := clock_reading(node) or chance_taken(node)) and node.lineno not in lines_of_the_door(source)
    ]


def clock_reading(node: ast.AST) -> str:
    """How this call asks the computer for the time or for a name made of time; empty where it does not."""
    reads = {"now", "utcnow", "today", "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
    name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    asks = name.removeprefix("datetime.") in reads or name in {"uuid.uuid1", "uuid.uuid4", "uuid1", "uuid4"}
    return f"reads {name}" if asks else ""


def chance_taken(node: ast.AST) -> str:
    """How this takes a chance nobody handed to it; a generator made from a given seed is no chance."""
    if isinstance(node, ast.ImportFrom) and node.module == "random":
        return "imports from random"
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("random."):
        return "" if ast.unparse(node.func) == "random.Random" and node.args else f"calls {ast.unparse(node.func)}"
    return ""


def lines_of_the_door(source: Source) -> range:
    """The lines of the class that is the clock itself."""
    doors = [node for node in source.tree.body if isinstance(node, ast.ClassDef) and node.name == CLOCK_DOOR]
    return range(doors[0].lineno, (doors[0].end_lineno or 0) + 1) if doors else range(0)


def naked_silences(sources: list[Source]) -> list[str]:
    """`type: ignore` and `noqa` that do not say what they silence, and why."""
    return [
        f"{source.path}:{line} silences a check without its code and a reason"
        for source in sources
        for line, comment in comments(source)
        if SILENCE.search(comment) and not SILENCE_WITH_REASON.search(comment)
    ]


def colours_outside_the_theme(sources: list[Source]) -> list[str]:
    """Colours by number anywhere but in the theme; the practice company's pages are no part of our look."""
    ours = [
        source for source in sources if source.lies_in("src/retailpos") and not source.lies_in("src/retailpos/company")
    ]
    ours = [source for source in ours if not source.path.startswith("src/retailpos/ui/theme")]
    return [
        f"{source.path}:{node.lineno} names a colour by number"
        for source in ours
        for node in nodes(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value)
    ]


def machine_folders(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Committed lines that name a folder of one particular machine."""
    return [
        f"{path}:{number} names a folder of one machine"
        for path, text in texts
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_FOLDER.search(line)
    ]


def core_beyond_the_library(sources: list[Source]) -> list[str]:
    """Imports in core of anything but the standard library and core itself."""
    return [
        f"{source.path}:{node.lineno} imports {name}"
        for source in sources
        if source.lies_in("src/retailpos/core")
        for node in nodes(source)
        for name in imported(node)
        if not name.startswith("retailpos.core.") and name.partition(".")[0] not in sys.stdlib_module_names
    ]


def strangers_beside_the_rings(sources: list[Source]) -> list[str]:
    """Modules lying in the package that belong to no ring, and so to no contract."""
    inside = [source.path.removeprefix("src/retailpos/") for source in sources if source.lies_in("src/retailpos")]
    return [f"src/retailpos/{path} belongs to no ring" for path in inside if path.partition("/")[0] not in RINGS]


def filled_init_files(sources: list[Source]) -> list[str]:
    """`__init__` files that hold anything but, at the top, the name and version."""
    allowed = {"src/retailpos/__init__.py": r'(""".*?"""\s*)?__version__ = "[\d.]+"\s*'}
    inits = [source for source in sources if source.path.endswith("__init__.py")]
    return [
        f"{each.path} is not empty" for each in inits if not re.fullmatch(allowed.get(each.path, r"\s*"), each.text)
    ]


def mocks(sources: list[Source]) -> list[str]:
    """Tests that put a stand-in in the place of a part of ours; a part of other people's may be replaced."""
    offences = []
    for source in (source for source in sources if source.lies_in("tests")):
        ours = {
            name.rpartition(".")[2] for node in nodes(source) for name in imported(node) if name.startswith("retailpos")
        }
        for node in nodes(source):
            wrong = [name for name in imported(node) if re.match(r"(unittest\.)?mock\b|pytest_mock\b", name)]
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("patch.setattr") and node.args:
                target = ast.unparse(node.args[0]).strip("'\"").partition(".")[0]
                wrong += ["setattr on our own code"] if target in {*ours, "retailpos"} else []
            offences += [f"{source.path}:{node.lineno} uses {name}" for name in wrong]
    return offences


def nodes(source: Source) -> Iterator[ast.expr | ast.stmt]:
    """Every expression and statement of a file."""
    return (node for node in ast.walk(source.tree) if isinstance(node, (ast.expr, ast.stmt)))


def imported(node: ast.AST) -> list[str]:
    """The full names that an import statement asks for; nothing for any other statement."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def comments(source: Source) -> Iterator[tuple[int, str]]:
    """Line number and text of every comment."""
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
