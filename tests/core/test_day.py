from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.day import business_date, is_date, local_moment, milliseconds, moment

NEW_YORK = "America/New_York"
MILLISECONDS = st.integers(0, 4_100_000_000_000)


@given(
    MILLISECONDS.map(moment),
    st.sampled_from((NEW_YORK, "Asia/Kathmandu", "Australia/Lord_Howe", "UTC")),
    st.sampled_from(("00:00", "03:00", "05:30")),
)
def test_a_business_date_is_today_or_yesterday(now: datetime, zone: str, ends: str) -> None:
    date, lags = business_date(now, zone, ends)
    assert is_date(date)
    assert not lags
    later, _ = business_date(now + timedelta(hours=25), zone, ends)
    assert later > date


@given(MILLISECONDS)
def test_a_moment_is_kept_to_the_millisecond(ms: int) -> None:
    assert milliseconds(moment(ms)) == ms


@pytest.mark.parametrize(
    ("local", "second", "utc"),
    [
        ("2026-11-01 01:30", False, "2026-11-01T05:30"),
        ("2026-11-01 01:30", True, "2026-11-01T06:30"),
        ("2026-03-08 01:59", False, "2026-03-08T06:59"),
        ("2026-03-08 03:00", False, "2026-03-08T07:00"),
        ("2028-02-29 12:00", False, "2028-02-29T17:00"),
        ("2100-02-28 12:00", False, "2100-02-28T17:00"),
    ],
)
def test_the_wall_clock_is_told_in_utc(local: str, second: bool, utc: str) -> None:
    assert local_moment(local, NEW_YORK, second=second).strftime("%Y-%m-%dT%H:%M") == utc


def test_the_date_never_goes_back_and_says_when_the_clock_lags() -> None:
    now = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
    assert business_date(now, NEW_YORK, "03:00", "2026-03-05") == ("2026-03-05", True)
    assert business_date(now, NEW_YORK, "03:00", "2026-03-04") == ("2026-03-04", False)


@pytest.mark.parametrize("text", ["2026-02-29", "2026-1-1", "20260101", "", "yesterday", "2026-00-10"])
def test_what_is_no_date_is_told_apart(text: str) -> None:
    assert not is_date(text)
