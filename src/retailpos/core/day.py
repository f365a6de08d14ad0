"""The shop's own day: by the wall clock in the store's zone, from one day-end to the next, never backwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


def business_date(now: datetime, zone: str, day_ends: str, last: str = "") -> tuple[str, bool]:
    """The business date at this moment, and whether the clock lags behind the last document's date.

    The moment of day-end itself belongs to the new day. A clock that shows an earlier date than `last`
    keeps `last`.
    """
    local = now.astimezone(ZoneInfo(zone))
    day = local.date()
    if local.strftime("%H:%M") < day_ends:
        day -= timedelta(days=1)
    text = day.isoformat()
    return (last, True) if text < last else (text, False)


def milliseconds(moment: datetime) -> int:
    """A moment as UTC milliseconds."""
    since = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return since // timedelta(milliseconds=1)


def moment(ms: int) -> datetime:
    """UTC milliseconds as a moment."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)


def local_moment(text: str, zone: str, *, second: bool = False) -> datetime:
    """`2026-11-01 01:30` in a zone; of the two in a clock-change night, the first unless `second`."""
    naive = datetime.fromisoformat(text)
    return naive.replace(tzinfo=ZoneInfo(zone), fold=int(second)).astimezone(UTC)


def is_date(text: str) -> bool:
    """True for a real date written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
