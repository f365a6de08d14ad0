"""The devices of a register that has none: everything can be asked, nothing happens."""

from __future__ import annotations

from retailpos.core.paper import Paper


class MissingPrinter:
    """No printer: papers go nowhere, and saying so is the strip's business."""

    def print(self, paper: Paper, job: str = "") -> None:
        """Nothing to print on."""

    def kick(self, job: str = "") -> None:
        """No drawer to open."""

    def waiting(self) -> int:
        """Nothing ever waits."""
        return 0

    def waiting_jobs(self) -> tuple[str, ...]:
        """Nothing ever waits."""
        return ()

    @property
    def trouble(self) -> str:
        """That there is none."""
        return "no_printer"

    def cancel(self, job: str) -> bool:  # noqa: ARG002  # a paper that went nowhere can't be taken back
        """Nothing to take back."""
        return False

    def retry(self) -> None:
        """Nothing to try again."""

    def close(self) -> None:
        """Nothing to let go of."""


class MissingScanner:
    """No scanner on a cable of its own. A keyboard scanner types into the window instead."""

    def start(self) -> None:
        """Nothing to listen to."""

    @property
    def trouble(self) -> str:
        """That there is none."""
        return "no_scanner"

    def close(self) -> None:
        """Nothing to let go of."""
