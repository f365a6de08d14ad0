"""Making the practice shop: its lists, three weeks of history up to yesterday, and its company in QuickBooks."""

from __future__ import annotations

import glob
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from retailpos.actions import exchange
from retailpos.actions.compose import Link, SystemClock, TimeOrderedIds, open_shop
from retailpos.core.day import business_date
from retailpos.core.errors import PosError
from retailpos.practice import catalogue, company
from retailpos.practice.link import link_to
from retailpos.settings import data_dir
from retailpos.stories.play import Player
from retailpos.stories.stage import Stage

# The newest days of the history wait for QuickBooks, so that there is something to send.
LEFT_TO_SEND = 2
_AT = re.compile(r"^at (\d{4}-\d\d-\d\d)", re.MULTILINE)
Telling = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PracticeShop:
    """A practice shop ready to be opened: its file, its link to the practice company, and where that shows itself."""

    file: Path
    link: Link
    company_url: str


def practice_folder() -> Path:
    """The folder of everything that belongs to practice."""
    return data_dir() / "practice"


def practice_file() -> Path:
    """The practice shop's file."""
    return practice_folder() / "practice.shop"


def ready(file: Path, telling: Telling) -> PracticeShop:
    """The practice shop, made at its first use; its company is found, or started, when it is first needed."""
    fresh = not file.exists()
    if fresh:
        telling("Setting up the practice shop: items, customers and three weeks of history ...")
        company.forget(file)
        make(file, _today())
    known = company.remembered(file) or company.running(file)
    link = link_to(known, file)
    if fresh:
        telling("Sending its first weeks to the practice company ...")
        send_history(file, link)
    link.wake()
    return PracticeShop(file, link, known.url)


def _today() -> str:
    facts = catalogue.shop_facts()
    return business_date(SystemClock().now(), facts.zone, facts.day_ends)[0]


def make(file: Path, today: str, *, history: bool = True) -> None:
    """Make a practice shop whose history ends the day before `today`. Nothing is there until all of it is."""
    half = file.parent / f"{file.stem}-making"
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700, parents=True)
    stage = Stage(half / file.name)
    stage.facts = catalogue.shop_facts()
    stories = [path.read_text(encoding="utf-8") for path in history_files()] if history else []
    days = shift_of(stories, today)
    try:
        first = _first_date(stories) + timedelta(days=days) if stories else date.fromisoformat(today)
        stage.clock.moment = datetime.combine(first - timedelta(days=1), time(12), UTC)
        catalogue.fill(stage.shop)
        player = Player(stage)
        for story in stories:
            player.play(shifted(story, days))
        stage.shop.store.checkpoint()
    finally:
        stage.close()
    remove(file)
    # What lies beside the file goes first: once the file itself is there, the shop is whole.
    for made in sorted(half.iterdir(), key=lambda made: made.name == file.name):
        made.rename(file.with_name(made.name))
    half.rmdir()


def remove(file: Path) -> None:
    """Take a shop file away, with what is kept beside it."""
    for beside in (file, *file.parent.glob(f"{glob.escape(file.name)}[-.]*")):
        beside.unlink(missing_ok=True)


def history_files() -> list[Path]:
    """The stories of the practice shop's past, the oldest first."""
    return sorted(catalogue.practice_resources().glob("week-*.story"))


def _first_date(stories: list[str]) -> date:
    return min(date.fromisoformat(found) for story in stories for found in _AT.findall(story))


def shift_of(stories: list[str], today: str) -> int:
    """By how many days the stories move so that their last day is yesterday."""
    dates = [date.fromisoformat(found) for story in stories for found in _AT.findall(story)]
    return (date.fromisoformat(today) - timedelta(days=1) - max(dates)).days if dates else 0


def shifted(story: str, days: int) -> str:
    """A story with its clock moved by whole days."""
    return _AT.sub(lambda m: f"at {date.fromisoformat(m.group(1)) + timedelta(days=days)}", story)


def send_history(file: Path, link: Link) -> None:
    """Send all closed days but the newest to the practice company."""
    clock = SystemClock()
    shop = open_shop(file, clock, TimeOrderedIds(clock), exchange=link)
    try:
        with shop.store.read() as tx:
            closed = [found for found, is_closed in tx.periods.dates() if is_closed]
        for found in closed[:-LEFT_TO_SEND]:
            exchange.send_day(shop, found)
    finally:
        shop.store.close()


def reset(file: Path) -> None:
    """Throw the practice shop away, with its company; the next start makes a new one. Refused while it is open."""
    if file.exists():
        _need_nobody_in(file)
    company.forget(file)
    remove(file)


def _need_nobody_in(file: Path) -> None:
    clock = SystemClock()
    try:
        open_shop(file, clock, TimeOrderedIds(clock), to_sell=True).close()
    except PosError as refusal:
        # A damaged practice shop may be thrown away like any other.
        if refusal.code == "shop_file_in_use":
            raise
