"""The two kinds of bad news a person can act on. Anything else that is raised is our own fault."""

from __future__ import annotations


class PosError(Exception):
    """Carries a code and facts, never a sentence: the screens and the terminal find the words."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code


class Refusal(PosError):
    """The shop does not allow what was asked: nothing was recorded, the sale in progress is unchanged."""


class NeedsRight(Refusal):
    """The person signed in lacks a right; `right` names it, so that somebody else may allow this one act."""

    def __init__(self, right: str, /, **facts: object) -> None:
        super().__init__("needs_right", right=right, **facts)
        self.right = right


class Trouble(PosError):
    """The world failed (paper, cable, disk, network): says what broke, so that it can be tried again."""
