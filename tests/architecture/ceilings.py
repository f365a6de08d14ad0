"""How long a file and a function may be. There is no list of exceptions."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.tree import Source

LONGEST_FILE, MOST_FILES = 400, 300
LONGEST_FUNCTION, MOST_FUNCTIONS = 40, 20
MOST_POSITIONAL = 5

type_of_function = ast.FunctionDef | ast.AsyncFunctionDef


def long_files(sources: list[Source]) -> list[str]:
    """Files above the ceiling."""
    counted = [(source.path, source.text.count("\n")) for source in sources]
    return [f"{path} has {lines} lines" for path, lines in counted if lines > LONGEST_FILE]


def long_functions(sources: list[Source]) -> list[str]:
    """Functions above the ceiling, from `def` to their last line."""
    return [
        f"{path}:{node.lineno} {node.name} has {length(node)} lines"
        for path, node in functions(sources)
        if length(node) > LONGEST_FUNCTION
    ]


def crowded_files(sources: list[Source]) -> list[str]:
    """A word of warning when more than one file in ten is above what most may have."""
    ninth = nine_tenths([source.text.count("\n") for source in sources])
    return (
        [f"nine files in ten should have {MOST_FILES} lines at most, and reach {ninth}"] if ninth > MOST_FILES else []
    )


def crowded_functions(sources: list[Source]) -> list[str]:
    """The same for functions."""
    ninth = nine_tenths([length(node) for _, node in functions(sources)])
    if ninth <= MOST_FUNCTIONS:
        return []
    return [f"nine functions in ten should have {MOST_FUNCTIONS} lines at most, and reach {ninth}"]


def many_parameters(sources: list[Source]) -> list[str]:
    """Functions that ask for more than five things without naming them."""
    return [
        f"{path}:{node.lineno} {node.name} has {len(positional(node))} positional parameters"
        for path, node in functions(sources)
        if len(positional(node)) > MOST_POSITIONAL
    ]


def functions(sources: list[Source]) -> Iterator[tuple[str, type_of_function]]:
    """Every function of every file, those inside classes and functions too."""
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, type_of_function):
                yield source.path, node


def length(node: type_of_function) -> int:
    """Lines from `def` to the end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def positional(node: type_of_function) -> list[str]:
    """Names of the parameters that may be given without their name; an object's own self is none."""
    names = [argument.arg for argument in [*node.args.posonlyargs, *node.args.args]]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def nine_tenths(numbers: list[int]) -> int:
    """The number that nine in ten of these do not pass."""
    ordered = sorted(numbers)
    return ordered[max(0, -(-len(ordered) * 9 // 10) - 1)] if ordered else 0
