"""Today: what was taken so far, what needs a person, and how QuickBooks stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from retailpos.actions.reports import Figures, figures
from retailpos.actions.standing import Busy, Standing, busy, standing
from retailpos.core import outbox as states
from retailpos.core import rights
from retailpos.core.errors import PosError
from retailpos.core.rights import has_right
from retailpos.ui.day.beside import Beside
from retailpos.ui.day.context import Desk
from retailpos.ui.day.dates import amount, days_before, long_date, short_date, weekday
from retailpos.ui.day.desk import Pair
from retailpos.ui.exchange.words import face, tell
from retailpos.ui.parts.bars import Bar
from retailpos.ui.signin.screen import colour_of
from retailpos.ui.today.people import Served
from retailpos.wording import _, plural

_STRIP = 12
_MOST_NEEDS = 4
_LEAST_HOURS = 8
_TROUBLE = (states.BLOCKED, states.REJECTED, states.UNKNOWN, states.MISSING, states.CHANGED_THERE, states.CHANGED_HERE)


@dataclass(frozen=True, slots=True)
class Need:
    """Something that waits for a person: its picture, words, and the page and date that mend it."""

    icon: str
    tone: str
    title: str
    text: str
    button: str
    page: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class TodayView:
    """The whole page as it is shown."""

    title: str
    under: str
    cards: tuple[tuple[str, str, str], ...]
    needs: tuple[Need, ...]
    more: int
    strip: tuple[tuple[str, str], ...]
    strip_words: str
    connected: bool
    bars: tuple[Bar, ...]
    best: tuple[Pair, ...]
    people: tuple[Served, ...]
    close_date: str
    can_close: bool


class TodayModel(QObject):
    """Reads how the shop stands; what needs many receipts is read beside the window."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._busy: tuple[Busy, Busy] | None = None
        self._names: tuple[str, ...] = ()
        self.view: TodayView | None = None
        self._beside = Beside()
        self._beside.done.connect(self._take_busy)

    def read(self) -> None:
        """Read everything again."""
        now = standing(self._desk.shop)
        self.view = self._view(now)
        self.changed.emit()
        shop, today, before = self._desk.shop, now.today, days_before(now.today, 7)

        def work() -> tuple[Busy, Busy] | None:
            try:
                return busy(shop, today), busy(shop, before)
            except PosError:
                # The disk may be slow, or the file gone: the page simply has no bars then.
                return None

        self._beside.start("today", work)

    def close_day(self) -> None:
        """Go to the oldest open day; where its drawer is open, count that first."""
        view = self.view
        if view is not None and view.close_date:
            drawers = standing(self._desk.shop).drawers
            self._desk.take_up(view.close_date, "count" if drawers else "day")

    def mend(self, need: Need) -> None:
        """Go where something can be done about it."""
        if need.date:
            self._desk.take_up(need.date, need.page)
        else:
            self._desk.context.open_page(need.page)

    def _take_busy(self, found: tuple[Busy, Busy] | None) -> None:
        if found is None:
            return
        # Nothing is read from the file here: the shop may be shut by now.
        self._busy = found
        if self.view is not None:
            bars, best, people = self._hours()
            self.view = replace(self.view, bars=bars, best=best, people=people)
            self.changed.emit()

    def _hours(self) -> tuple[tuple[Bar, ...], tuple[Pair, ...], tuple[Served, ...]]:
        """The bars, what sold best and who served, as they were read last."""
        if self._busy is None:
            return (), (), ()
        today, usual = self._busy
        return _bars(self._desk, today, usual), _pairs(self._desk, today.best), _served(self._names, today.people)

    def _view(self, now: Standing) -> TodayView:
        desk, shop = self._desk, self._desk.shop
        found = figures(shop, now.today)
        needs = _needs(desk, now)
        person = desk.till.employee
        name = person.name.partition(" ")[0] if person else shop.facts.name
        strip = tuple((date, state) for date, state in now.states if state != states.OPEN)[-_STRIP:]
        green = sum(1 for _date, state in strip if state == states.VERIFIED)
        words = plural("{green} of the last day is verified.", "{green} of the last {n} days are verified.", len(strip))
        with shop.store.read() as tx:
            self._names = tuple(one.name for one in tx.lists.employees())
        bars, best, people = self._hours()
        return TodayView(
            _greeting(desk).format(name=name),
            self._under(now),
            _cards(desk, found, figures(shop, days_before(now.today, 7))),
            needs[:_MOST_NEEDS],
            max(0, len(needs) - _MOST_NEEDS),
            strip,
            words.format(green=green, n=len(strip)) if strip else _("No day was closed yet."),
            shop.exchange is not None,
            bars,
            best,
            people,
            now.open_days[0] if now.open_days else "",
            person is not None and has_right(person.role, rights.CLOSE_DAY) and bool(now.open_days),
        )

    def _under(self, now: Standing) -> str:
        count = len(now.drawers)
        drawers = plural("one drawer open", "{n} drawers open", count).format(n=count) if count else _("no drawer open")
        return f"{long_date(now.today)} · {drawers}"


def _greeting(desk: Desk) -> str:
    hour = desk.shop.clock.now().astimezone(ZoneInfo(desk.shop.facts.zone)).hour
    if hour < 12:
        return _("Good morning, {name}")
    return _("Good afternoon, {name}") if hour < 18 else _("Good evening, {name}")


def _cards(desk: Desk, found: Figures, last: Figures) -> tuple[tuple[str, str, str], ...]:
    shop = desk.shop
    note = _("after discounts and returns")
    if last.net:
        sign = "+" if found.net >= last.net else "\N{MINUS SIGN}"
        gap = amount(shop, abs(found.net - last.net))
        note = _("{sign}{gap} on {day}").format(sign=sign, gap=gap, day=weekday(last.date))
    each = found.net // found.receipts if found.receipts else 0
    person = desk.till.employee
    sees = person is not None and has_right(person.role, rights.OVER_SHORT)
    drawer = (_("closed"), _("needs a float"), "ink2")
    open_ones = [one for one in found.drawers if one.is_open]
    if open_ones:
        text = _("float {amount}").format(amount=amount(shop, sum(one.opening for one in open_ones)))
        shown = amount(shop, sum(one.expected for one in open_ones)) if sees else _("open")
        drawer = (shown, text, "ink2")
    return (
        (amount(shop, found.net), note, "ok" if note.startswith("+") else "ink2"),
        (str(found.receipts), _("{amount} a receipt").format(amount=amount(shop, each)), "ink2"),
        drawer,
    )


def _needs(desk: Desk, now: Standing) -> tuple[Need, ...]:
    """What waits for a person, the most pressing first."""
    found = [_trouble(desk, date, state) for date, state in now.states if state in _TROUBLE]
    late = [date for date in now.open_days if date < now.today]
    forgotten = {date for _register, date in now.drawers if date < now.today}
    for date in late:
        text = _("its drawer is still open") if date in forgotten else _("it can be closed now")
        page = "count" if date in forgotten else "day"
        words = _("Count it") if date in forgotten else _("Close it")
        title = _("{day} is not closed").format(day=short_date(date))
        found.append(Need("moon", "warn", title, text, words, page, date))
    ready = [date for date, state in now.states if state in (states.READY, states.APPROVED)]
    if ready:
        count = len(ready)
        title = plural("1 day is ready to send", "{n} days are ready to send", count).format(n=count)
        text = _("since {day}").format(day=short_date(ready[0]))
        found.append(Need("paper-plane-tilt", "accent", title, text, _("Look"), "quickbooks", ready[0]))
    if desk.shop.exchange is None and now.states:
        text = _("the days wait here, nothing is lost")
        found.append(Need("cloud-slash", "warn", _("QuickBooks is not connected"), text, _("Connect"), "connect"))
    return tuple(found)


def _trouble(desk: Desk, date: str, state: str) -> Need:
    telling = tell(desk.shop, date, state)
    look = face(state)
    title = _("{day}: {word}").format(day=short_date(date), word=look.word)
    return Need(look.icon, look.tone, title, telling.headline, _("Look"), "quickbooks", date)


def _bars(desk: Desk, today: Busy, usual: Busy) -> tuple[Bar, ...]:
    """The shop's hours: today's so far, then what is usual on this weekday."""
    hour_now = desk.shop.clock.now().astimezone(ZoneInfo(desk.shop.facts.zone)).hour
    used = [hour for hour in range(24) if today.hours[hour] or usual.hours[hour]]
    if not used:
        return ()
    found = []
    first, last = min(used), max(used)
    # A day that has just begun shows some hours all the same, or its one bar would stand alone.
    last = min(23, max(last, first + _LEAST_HOURS - 1))
    for hour in range(min(first, last - _LEAST_HOURS + 1), last + 1):
        ahead = hour > hour_now
        cents = max(0, (usual if ahead else today).hours[hour])
        whole = str(cents // 10**desk.shop.facts.decimals) if cents and not ahead else ""
        label = _("{hour} now").format(hour=hour) if hour == hour_now else str(hour)
        before = 0 if ahead else max(0, usual.hours[hour])
        found.append(Bar(label, cents, whole, usual=ahead, now=hour == hour_now, before=before))
    return tuple(found)


def _served(names: tuple[str, ...], people: tuple[tuple[str, int], ...]) -> tuple[Served, ...]:
    """Those who served, in the colours that they have at the sign-in."""
    words = ((who, plural("{n} receipt", "{n} receipts", n).format(n=n)) for who, n in people)
    return tuple(Served(who, said, colour_of(names.index(who) if who in names else 0)) for who, said in words)


def _pairs(desk: Desk, rows: tuple[tuple[str, int], ...]) -> tuple[Pair, ...]:
    return tuple(Pair(name, amount(desk.shop, cents)) for name, cents in rows if cents > 0)
