"""What the window lends to the pages behind the counter, and the date they speak about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core.errors import PosError


class Context(Protocol):
    """The window as a page sees it."""

    shop: OpenShop
    till: Till
    tasks: Any

    def notify(self, error: PosError) -> None:
        """Tell the person about a refusal or trouble, in place."""

    def open_page(self, name: str) -> None:
        """Show another page."""

    def changed(self, changes: Changes) -> None:
        """Tell every page that something changed."""


class Desk(QObject):
    """What the desk's pages share: the context, the date in hand, and work that must not hold up the window."""

    moved = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.date = ""
        self.steps: dict[str, Callable[[str], None]] = {}

    def go_on(self, verb: str) -> None:
        """Take the next step that a state's words offered, for the date in hand."""
        step = self.steps.get(verb)
        if step is not None:
            step(self.date)

    @property
    def shop(self) -> OpenShop:
        """The open shop."""
        return self.context.shop

    @property
    def till(self) -> Till:
        """The register and who is signed in."""
        return self.context.till

    def take_up(self, date: str, page: str = "") -> None:
        """Speak about this date from now on, on a page if one is named."""
        self.date = date
        self.moved.emit(date)
        if page:
            self.context.open_page(page)

    def do(self, act: Callable[[], Any]) -> Any:
        """Do something; a refusal or trouble is told, and None comes back. What changed is passed on."""
        try:
            done = act()
        except PosError as error:
            self.context.notify(error)
            return None
        if isinstance(done, Changes):
            self.context.changed(done)
        return done
