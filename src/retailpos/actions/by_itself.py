"""What is sent without anybody asking: a day once it is closed, or all closed days at a set hour."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from retailpos.actions.exchange import Watch, send_waiting
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core import rights
from retailpos.core.errors import Refusal
from retailpos.core.outbox import OutboxRow
from retailpos.exchange.sender import Pace

AUTO, HOUR, LAST = "auto_send", "auto_send_at", "auto_sent"
_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def set_by_itself(till: Till, *, on: bool, at: str = "") -> Changes:
    """Whether closed days are sent by themselves: at once where `at` is empty, else at that hour ('HH:MM', the shop's
    own time). Raises Refusal for what is no hour.
    """
    till.need(rights.SETTINGS)
    hour = at.strip()
    if hour and not _HOUR.fullmatch(hour):
        raise Refusal("no_such_hour", text=at[:20])
    with till.shop.store.write() as tx:
        tx.lists.set_meta(AUTO, "1" if on else "0")
        tx.lists.set_meta(HOUR, hour.zfill(5) if hour else "")
        tx.lists.set_meta(LAST, _now(till.shop).isoformat())
    return Changes(frozenset({"exchange"}))


def by_itself(shop: OpenShop) -> tuple[bool, str]:
    """Whether days are sent by themselves, and at what hour ('' for once they are closed)."""
    with shop.store.read() as tx:
        return tx.lists.meta(AUTO, "0") == "1", tx.lists.meta(HOUR)


def is_due(shop: OpenShop) -> bool:
    """True where what waits may go now: no hour is set, or the hour has passed since it was last sent."""
    with shop.store.read() as tx:
        hour, last = tx.lists.meta(HOUR), tx.lists.meta(LAST)
    if not hour:
        return True
    return not last or datetime.fromisoformat(last) < _last_hour(_now(shop), hour)


def send_due(
    shop: OpenShop, *, by: str = "", pace: Pace | None = None, watch: Watch | None = None
) -> tuple[OutboxRow, ...]:
    """Send what waits where its hour has come, with whatever was begun and has to be tried again."""
    due = is_due(shop)
    done = send_waiting(shop, by=by, pace=pace, watch=watch, only_tried=not due)
    with shop.store.read() as tx:
        hour = tx.lists.meta(HOUR)
    if due and hour:
        with shop.store.write() as tx:
            tx.lists.set_meta(LAST, _now(shop).isoformat())
    return done


def _now(shop: OpenShop) -> datetime:
    return shop.clock.now().astimezone(ZoneInfo(shop.facts.zone))


def _last_hour(now: datetime, hour: str) -> datetime:
    """The last time the clock stood at that hour."""
    today = now.replace(hour=int(hour[:2]), minute=int(hour[3:]), second=0, microsecond=0)
    return today if today <= now else today - timedelta(days=1)
