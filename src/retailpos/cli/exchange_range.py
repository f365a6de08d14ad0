"""`retailpos exchange send --from --to`: several days, the oldest first, told day by day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from retailpos.cli.terminal import connect, opened, say
from retailpos.words import sentence

if TYPE_CHECKING:
    from retailpos.actions.send_range import Outcome


def send_range(shop_file: Path | None, first: str, last: str, *, pass_by: bool, as_json: bool) -> None:
    """Send what waits from one date to another. Exit 1 where a day was passed by or the range stopped."""
    from retailpos.actions.send_range import SENT, dates_between, send_dates

    with opened(shop_file) as shop:
        dates = dates_between(shop, first, last)
        connect(shop)
        done = send_dates(shop, dates, pass_by=pass_by)
    left = dates[len(done) :]
    told = {"days": [_day(one) for one in done], "not_tried": list(left)}
    say(told, as_json=as_json, plainly=lambda: _lines(done, left))
    if left or any(one.what != SENT for one in done):
        raise SystemExit(1)


def _day(one: Outcome) -> dict[str, object]:
    why = sentence(one.why) if one.why else ""
    return {"date": one.date, "outcome": one.what, "state": one.state, "why": why, "reason": _reason(one)}


def _reason(one: Outcome) -> str:
    stuck = [row.reason for row in one.rows if row.reason]
    return stuck[0] if stuck else one.why.code if one.why else ""


def _lines(done: tuple[Outcome, ...], left: tuple[str, ...]) -> Iterator[str]:
    for one in done:
        why = f"  {sentence(one.why)}" if one.why else ""
        yield f"{one.date}  {one.what:<10} {one.state}{why}"
    if left:
        yield f"{len(left)} more wait, from {left[0]}."
