"""The rule that tells a scan from typing, tried key by key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.ui.scan_run import Judgement, ScanRun, ScanTiming, Stroke, Verdict, learnt

BEGINS = 1000


def typed(run: ScanRun, text: str, gap: int, *, at: int = BEGINS, end_gap: int | None = None) -> list[Judgement]:
    """Feed characters `gap` ms apart; `↵` is Enter, `end_gap` ms after the last."""
    made = []
    for place, char in enumerate(text):
        at += 0 if place == 0 else end_gap if char == "↵" and end_gap is not None else gap
        made.append(run.judge(Stroke("" if char == "↵" else char, char == "↵", char, at, at)))
    return made


def test_a_code_and_its_enter_are_a_scan() -> None:
    made = typed(ScanRun(ScanTiming()), "4006381333931↵", 5)
    assert [judgement.verdict for judgement in made[:-1]] == [Verdict.HOLD] * 13
    assert made[-1] == Judgement(Verdict.SCAN, code="4006381333931")


@pytest.mark.parametrize("gap", [0, 1, 34, 35])
def test_gaps_up_to_the_limit_belong_to_the_scan(gap: int) -> None:
    assert typed(ScanRun(ScanTiming()), "1234↵", gap)[-1].code == "1234"


def test_a_gap_over_the_limit_ends_the_run() -> None:
    made = typed(ScanRun(ScanTiming()), "1234↵", 36)
    assert all(judgement.flush for judgement in made[1:])
    assert made[-1].verdict is Verdict.LET_THROUGH


@pytest.mark.parametrize(("end_gap", "code"), [(36, "1234"), (80, "1234"), (81, "")])
def test_the_terminator_may_come_a_little_later(end_gap: int, code: str) -> None:
    assert typed(ScanRun(ScanTiming()), "1234↵", 5, end_gap=end_gap)[-1].code == code


def test_three_characters_are_typing_and_the_enter_comes_after_them() -> None:
    made = typed(ScanRun(ScanTiming()), "123↵", 5)
    assert made[-1] == Judgement(Verdict.LET_THROUGH, flush=True)


def test_a_second_terminator_belongs_to_the_scan() -> None:
    run = ScanRun(ScanTiming())
    assert typed(run, "1234↵", 5)[-1].verdict is Verdict.SCAN
    run.drop()
    at = BEGINS + 30
    assert run.judge(Stroke("", True, "Return", at, at)).verdict is Verdict.SWALLOW
    later = at + 81
    assert run.judge(Stroke("", True, "Return", later, later)).verdict is Verdict.LET_THROUGH


def test_with_a_prefix_nothing_else_is_held() -> None:
    run = ScanRun(ScanTiming(prefix="F13"))
    assert run.judge(Stroke("a", False, "A", 1, 1)).verdict is Verdict.LET_THROUGH
    assert run.judge(Stroke("", False, "F13", 2, 2)).verdict is Verdict.HOLD
    made = typed(run, "7↵", 200, at=202)
    assert made[-1].code == "7"


def test_the_computers_times_count_more_than_the_moment_of_handling() -> None:
    run = ScanRun(ScanTiming())
    late = 5000
    made = [run.judge(Stroke(char, False, char, BEGINS + 50 * place, late)) for place, char in enumerate("1234")]
    assert all(judgement.flush for judgement in made[1:]), "typed slowly, handled in one go: still typing"


def test_keys_without_a_time_use_the_clock_passed_in() -> None:
    run = ScanRun(ScanTiming())
    for place, char in enumerate("1234"):
        assert run.judge(Stroke(char, False, char, 0, 10 * place)).verdict is Verdict.HOLD
    assert run.judge(Stroke("", True, "Return", 0, 45)).code == "1234"


def test_learning_takes_half_as_much_again_as_the_slowest_gap() -> None:
    assert learnt([(10, 12), (11, 20)], ScanTiming()).gap == 31
    assert learnt([(1, 1)], ScanTiming()).gap == 20
    assert learnt([(300,)], ScanTiming()).gap == 60


@given(st.lists(st.tuples(st.sampled_from("ab12↵"), st.integers(min_value=0, max_value=120)), max_size=40))
def test_every_key_is_taken_or_delivered_once_and_in_order(keys: list[tuple[str, int]]) -> None:
    """Whatever comes: typing keeps its order, and a scan is exactly the keys that were held for it."""
    run, at, held = ScanRun(ScanTiming()), 0, ""
    sent = "".join(char for char, _ in keys)
    out = ""
    for char, gap in keys:
        at += gap
        judgement = run.judge(Stroke("" if char == "↵" else char, char == "↵", char, at, at))
        if judgement.flush:
            out, held = out + held, ""
        if judgement.verdict is Verdict.HOLD:
            held += char
            continue
        if judgement.verdict is Verdict.SCAN:
            assert judgement.code == held
            run.drop()
        out, held = out + held + char, ""
    assert out + held == sent
