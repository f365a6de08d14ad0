"""Reading stories: lines into statements with their steps, words with and without quotes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from retailpos.core.errors import Refusal
from retailpos.core.money import Money, Quantity

_ESCAPES = {'"': '"', "\\": "\\"}
_MOST_TOLD = 1_500
_RECEIPT = re.compile(r"\d+-\d{6,}")


class StoryFault(Exception):
    """The story does not hold (or cannot be read): where, and what differed, at most as much as a person reads."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        self.text = text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD]} ..."
        super().__init__(self.text)


class NotYet(Exception):
    """A statement of the language that the shop cannot do yet."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `quoted` ones are names, never keywords."""

    text: str
    quoted: bool = False


class Words:
    """The words of one line, taken from the front. Amounts have as many decimals as the shop's currency."""

    def __init__(self, line: int, words: list[Word], decimals: int = 2) -> None:
        self.line = line
        self.decimals = decimals
        self._words = list(words)

    def __bool__(self) -> bool:
        return bool(self._words)

    def count(self) -> int:
        """How many words are left."""
        return len(self._words)

    def next(self, what: str = "a word") -> str:
        """The next word, whatever it is."""
        if not self._words:
            raise StoryFault(self.line, f"{what} is missing")
        return self._words.pop(0).text

    def peek(self) -> str:
        """The next word if it is a keyword, else ''."""
        return self._words[0].text if self._words and not self._words[0].quoted else ""

    def take(self, *keywords: str) -> bool:
        """Take these keywords if they come next."""
        head = self._words[: len(keywords)]
        if [word.text for word in head] == list(keywords) and not any(word.quoted for word in head):
            del self._words[: len(keywords)]
            return True
        return False

    def option(self, keyword: str) -> str:
        """The word behind a keyword anywhere in the rest, taken out; '' where it is not there."""
        for n, word in enumerate(self._words[:-1]):
            if word.text == keyword and not word.quoted:
                value = self._words[n + 1].text
                del self._words[n : n + 2]
                return value
        return ""

    def adjacent(self, *keywords: str) -> dict[str, str]:
        """The words behind these keywords, as far as they come next."""
        found: dict[str, str] = {}
        while self.peek() in keywords and self.peek() not in found and len(self._words) > 1:
            keyword = self.next()
            found[keyword] = self.next()
        return found

    def has_control_characters(self) -> bool:
        """True where a word holds what no form would take, half a character included."""
        return any(unicodedata.category(mark) in ("Cc", "Cs") for word in self._words for mark in word.text)

    def done(self) -> None:
        """Nothing may be left over: a statement is never half understood."""
        if self._words:
            raise StoryFault(self.line, f"not understood: {' '.join(word.text for word in self._words)}")

    def amount(self) -> int:
        """A plain decimal as minor units of the shop's currency."""
        return self.parse(self.next("an amount"))

    def parse(self, text: str) -> int:
        """Text as minor units of the shop's currency."""
        try:
            return Money.parse(text, self.decimals).cents
        except Refusal:
            raise StoryFault(self.line, f"not an amount: {text}") from None

    def signed(self) -> int:
        """An amount that may be negative, in cents (only in what must follow)."""
        text = self.next("an amount")
        return -self.parse(text[1:]) if text.startswith("-") else self.parse(text)

    def is_amount(self) -> bool:
        """True when an amount comes next."""
        return re.fullmatch(r"\d+(\.\d+)?", self.peek()) is not None

    def quantity(self) -> Quantity:
        """`x N` anywhere in the rest, else one."""
        text = self.option("x")
        if not text:
            return Quantity()
        try:
            return Quantity.parse(text)
        except Refusal:
            raise StoryFault(self.line, f"not a quantity: {text}") from None

    def is_receipt(self) -> bool:
        """True when a receipt number comes next."""
        return _RECEIPT.fullmatch(self.peek()) is not None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its first line and the steps below it, as (line number, words)."""

    line: int
    words: tuple[Word, ...]
    steps: tuple[tuple[int, tuple[Word, ...]], ...]


def read_story(text: str) -> list[Statement]:
    """All statements of a story."""
    found: list[Statement] = []
    # Lines as an editor counts them: other marks that part lines may stand within quotes, and are refused there.
    for n, raw in enumerate(re.split(r"\r\n|\n|\r", text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")), 1):
        words = split_line(raw, n)
        if not words:
            continue
        if raw.startswith(("  ", "\t")):
            if not found:
                raise StoryFault(n, "a step without a statement above it")
            last = found[-1]
            found[-1] = Statement(last.line, last.words, (*last.steps, (n, tuple(words))))
        else:
            found.append(Statement(n, tuple(words), ()))
    return found


def split_line(raw: str, line: int) -> list[Word]:
    """The words of a line, its comment left off."""
    words: list[Word] = []
    place = 0
    while place < len(raw):
        mark = raw[place]
        if mark.isspace():
            place += 1
        elif mark == "#":
            break
        elif mark == '"':
            text, place = _quoted(raw, place + 1, line)
            words.append(Word(text, quoted=True))
        else:
            text, place = _bare(raw, place, line)
            words.append(Word(text))
    return words


def _bare(raw: str, place: int, line: int) -> tuple[str, int]:
    """A word without quotes around it; parts of it may have them: tax/"VAT Control"/20%."""
    text = ""
    while place < len(raw) and not raw[place].isspace():
        if raw[place] == '"':
            part, place = _quoted(raw, place + 1, line)
            text += part
        else:
            text += raw[place]
            place += 1
    return text, place


def _quoted(raw: str, place: int, line: int) -> tuple[str, int]:
    found: list[str] = []
    while place < len(raw):
        mark = raw[place]
        if mark == '"':
            return _whole("".join(found)), place + 1
        if mark != "\\":
            found.append(mark)
            place += 1
            continue
        follows = raw[place + 1 : place + 2]
        if follows in _ESCAPES:
            found.append(_ESCAPES[follows])
            place += 2
        elif follows == "u" and re.fullmatch(r"[0-9A-Fa-f]{4}", raw[place + 2 : place + 6]):
            found.append(chr(int(raw[place + 2 : place + 6], 16)))
            place += 6
        else:
            raise StoryFault(line, f"not understood in quotes: \\{follows}")
    raise StoryFault(line, "a quote is not closed")


def _whole(text: str) -> str:
    """Two halves of one character, each written by its code, as that character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
