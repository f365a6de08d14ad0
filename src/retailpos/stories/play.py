"""Playing a story: through the same actions as the screens, on a fresh shop, every `expect` checked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from retailpos.actions import books
from retailpos.actions.till import Till
from retailpos.core.errors import PosError, Refusal
from retailpos.core.plain import to_plain
from retailpos.stories.company_process import CompanyProcess
from retailpos.stories.doing import DOINGS
from retailpos.stories.expecting import EXPECTS
from retailpos.stories.language import NotYet, Statement, StoryFault, Words, read_story
from retailpos.stories.setting import SETTINGS, register_number
from retailpos.stories.stage import Stage

# The words for a refusal, its amounts with so many decimals.
Telling = Callable[[PosError, int], str]


def _unspeakable(statement: Statement) -> bool:
    """True where a form would refuse a name for its control characters; a scan only strips them."""
    lines = [list(statement.words), *(list(words) for _, words in statement.steps if words[0].text != "scan")]
    return any(Words(statement.line, words).has_control_characters() for words in lines)


def _plainly(refusal: PosError, _decimals: int) -> str:
    return str(refusal)


class Player:
    """Plays one story on a stage."""

    def __init__(self, stage: Stage, telling: Telling = _plainly) -> None:
        self.stage = stage
        self._telling = telling
        self._refused: tuple[int, PosError] | None = None
        self._recorded = False

    def play(self, text: str) -> None:
        """Play all statements; the first thing that differs is a StoryFault."""
        statements = read_story(text)
        for n, statement in enumerate(statements):
            self._one(statement)
            follows = statements[n + 1].words if n + 1 < len(statements) else ()
            self._needs_a_word([word.text for word in follows[:2]])

    def _needs_a_word(self, follows: list[str]) -> None:
        """A refusal that the story does not speak of ends it.

        A day that was sent and not verified was no refusal: the next statement may name its state.
        """
        if self._refused is None or follows == ["expect", "refused"]:
            return
        line, refusal = self._refused
        if refusal.code == "day_not_verified" and follows == ["expect", "exchange"]:
            self._refused = None
            return
        raise StoryFault(line, f"refused: {self._told(refusal)}")

    def _told(self, refusal: PosError) -> str:
        return self._telling(refusal, self.stage.facts.decimals)

    def _one(self, statement: Statement) -> None:
        words = Words(statement.line, list(statement.words), self.stage.facts.decimals)
        verb = words.next()
        if statement.words[0].quoted:
            raise StoryFault(statement.line, f"a name is no verb: {verb}")
        if verb != "expect" and _unspeakable(statement):
            self._refused = (statement.line, Refusal("name_has_control_characters"))
            return
        try:
            if verb == "expect":
                self._expect(words, statement)
            elif verb in DOINGS and not (verb in SETTINGS and statement.words[-2].text == "balance"):
                self._do(verb, words, statement)
            elif verb in SETTINGS:
                self._set(verb, words)
            else:
                raise StoryFault(statement.line, f"not understood: {verb}")
        except NotYet as cause:
            raise StoryFault(statement.line, f"not yet: {cause}") from None

    def _set(self, verb: str, words: Words) -> None:
        if verb != "shop":
            register_number(words)
            words.option("by")
        try:
            SETTINGS[verb](self.stage, words)
        except PosError as refusal:
            self._refused = (words.line, refusal)
            return
        words.done()

    def _do(self, verb: str, words: Words, statement: Statement) -> None:
        register, by = register_number(words), words.option("by")
        till = self.stage.till(register)
        self._who(till, by, statement)
        mark = till.mark()
        recorded = self._count()
        try:
            DOINGS[verb](self.stage, till, words, statement)
        except PosError as refusal:
            self._refused = (statement.line, refusal)
            self._recorded = self._count() != recorded
            till.back_to(mark)
            return
        words.done()
        if self._count() != recorded and verb not in ("close", "send"):
            # Business after the date that was named last: `the day` is the newest one again.
            self.stage.last_date = ""

    def _who(self, till: Till, by: str, statement: Statement) -> None:
        till.employee = self.stage.owner
        if by in ("", self.stage.owner.name):
            return
        with self.stage.shop.store.read() as tx:
            found = [person for person in tx.lists.employees() if person.name == by]
        if not found:
            raise StoryFault(statement.line, f"nobody is called {by}")
        till.employee = found[0]

    def _expect(self, words: Words, statement: Statement) -> None:
        what = words.next()
        register = register_number(words)
        words.option("by")
        if what == "refused":
            self._expect_refused(words, statement)
            return
        expect = EXPECTS.get(what)
        if expect is None:
            raise StoryFault(statement.line, f"not understood: expect {what}")
        try:
            expect(self.stage, self.stage.till(register), words, statement)
        except PosError as refusal:
            raise StoryFault(statement.line, f"refused: {self._told(refusal)}") from None
        words.done()

    def _expect_refused(self, words: Words, statement: Statement) -> None:
        words.done()
        if self._refused is None:
            raise StoryFault(statement.line, "the statement above was not refused")
        if self._recorded:
            raise StoryFault(statement.line, "the statement above was refused and still recorded something")
        told = self._told(self._refused[1])
        for line, step in statement.steps:
            because = Words(line, list(step))
            if not because.take("because"):
                raise StoryFault(line, "not understood")
            reason = because.next("a reason")
            if reason.casefold() not in told.casefold():
                raise StoryFault(line, f"refused because: {told}")
        self._refused = None

    def _count(self) -> int:
        with self.stage.shop.store.read() as tx:
            return tx.documents.count()


def json_lines(stage: Stage) -> Iterator[dict[str, Any]]:
    """What was recorded: every document, its postings, and the entry of every date."""
    shop = stage.shop
    with shop.store.read() as tx:
        names = books.book(tx, shop).names
        for document in tx.documents.everything():
            yield {"document": {**to_plain(document), "printed_number": document.printed_number}}
            for leg in tx.documents.postings_of(document.id):
                yield {"posting": {"document": document.id, **to_plain(leg), "key": names.of(leg.slot, leg.key)}}
        dates = [date for date, _ in tx.periods.dates()]
    for date in dates:
        lines = [
            {
                "side": line.side,
                "cents": abs(line.cents),
                "account": line.account,
                "name": line.name,
                "class": line.klass.name if line.klass else "",
            }
            for entry in books.preview(shop, date)
            for line in entry.lines
        ]
        yield {"entry": {"date": date, "lines": lines}}


def play_file(
    path: Path, *, shop: Path | None = None, telling: Telling = _plainly, company: CompanyProcess | None = None
) -> Stage:
    """Play a story from a file; the stage is the caller's to close. `company` is one that the shop has already.

    The path `-` is standard input.
    """
    stage = Stage(shop, company=company)
    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        Player(stage, telling).play(raw.decode("utf-8"))
    except BaseException:
        stage.close()
        raise
    return stage
