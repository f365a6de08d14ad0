"""Every row of the table of what may go wrong between a register and QuickBooks, and where it is tried.

A row is a fault, what it must end in, and the tests that bring it about (`file::test`, below the tests' folder), or
the reason why a shop of one register can't meet it.
"""

from __future__ import annotations

from dataclasses import dataclass

_UNKNOWN = "exchange/test_matrix.py::test_an_outcome_nobody_knows_is_looked_up_and_ends_in_one_entry"
_DYING = "exchange/test_exactly_once.py::test_dying_at_every_step_leaves_one_entry"
_KILLS = "exchange/test_kills.py::test_every_day_arrives_once_however_often_the_sender_is_killed"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, the fault, what it ends in, and where that is tried or why it can't be met."""

    number: int
    fault: str
    ends: str
    where: tuple[str, ...] = ()
    cannot: str = ""


def _here(name: str) -> str:
    return f"exchange/test_matrix.py::{name}"


def _time(name: str) -> str:
    return f"exchange/test_matrix_time.py::{name}"


MATRIX = (
    Row(1, "no way there", "ready, later", (_here("test_where_nothing_left_the_day_is_ready_and_goes_later"),)),
    Row(2, "no safe connection", "a person", (_here("test_a_connection_that_is_not_safe_needs_a_person"),)),
    Row(3, "a network's own sign-in page", "unknown, with its name", (_UNKNOWN,)),
    Row(4, "dropped before it was all there", "sent again under one key", (_UNKNOWN, _DYING)),
    Row(5, "dropped after it was taken", "found", (_UNKNOWN, _DYING)),
    Row(6, "the answer cut", "found", (_UNKNOWN, _DYING)),
    Row(
        7,
        "an answer slower than our patience",
        "waited out, then found",
        (
            _time("test_an_answer_slower_than_our_patience_is_waited_out_and_found"),
            _time("test_what_is_taken_only_after_we_gave_up_is_not_sent_beside_it"),
        ),
    ),
    Row(8, "another request's answer", "unknown", (_time("test_another_requests_answer_is_none"),)),
    Row(9, "trouble before the work", "as 4", (_UNKNOWN, _DYING)),
    Row(10, "trouble after the work", "as 5", (_UNKNOWN, _DYING)),
    Row(
        11,
        "trouble for ever",
        "a person",
        (_here("test_trouble_that_never_ends_becomes_a_persons_business_and_never_a_second_entry"),),
    ),
    Row(
        12,
        "too many requests, with and without a time to wait",
        "all wait",
        (
            _here("test_too_many_requests_make_everybody_wait_with_the_same_key"),
            _here("test_how_long_the_company_asks_to_be_left_alone_is_kept_to"),
        ),
    ),
    Row(13, "refused for its content", "parked", (_here("test_a_refused_entry_is_parked_and_the_others_go_on"),)),
    Row(14, "its number is taken", "a person", (_here("test_somebody_elses_entry_under_our_number_is_never_touched"),)),
    Row(15, "an old token", "renewed, sent", (_here("test_an_old_token_is_renewed_and_the_entry_goes"),)),
    Row(
        16,
        "access gone",
        "ready, reconnect",
        (
            _here("test_access_that_is_gone_keeps_the_rows"),
            _here("test_a_token_refused_twice_asks_for_a_new_sign_in"),
        ),
    ),
    Row(
        17,
        "another company",
        "all stops",
        (
            _here("test_the_wrong_company_stops_all_sending"),
            _here("test_a_day_begun_for_one_company_never_goes_to_another"),
        ),
    ),
    Row(
        18,
        "two programs renew at once",
        "one does",
        (
            "exchange/test_tokens.py::test_two_programs_that_renew_at_once_never_use_a_token_twice",
            "exchange/test_tokens.py::test_without_the_lock_the_same_race_ends_the_connection",
        ),
    ),
    Row(
        19,
        "killed before the new token is kept",
        "old and new are tried, else reconnect",
        (
            "exchange/test_tokens.py::test_dying_between_the_answer_and_its_keeping",
            "exchange/test_tokens.py::test_a_token_that_never_came_into_use_gives_way_to_the_one_before",
        ),
    ),
    Row(20, "killed before anything left", "sent", (_DYING, _KILLS)),
    Row(21, "killed before the answer is kept", "found", (_DYING, _KILLS)),
    Row(
        22,
        "yesterday's backup, today's day sent",
        "found; a person where it differs",
        (
            "exchange/test_exactly_once.py::test_after_a_restored_backup_the_same_day_is_found_and_not_sent_again",
            "exchange/test_exactly_once.py::test_after_a_restored_backup_a_day_that_differs_needs_a_person",
        ),
    ),
    Row(
        23,
        "numbers after a restore",
        "go on above",
        ("store/test_mark.py::test_an_older_file_is_named_and_goes_on_above",),
    ),
    Row(24, "the shop file copied and used twice", "found", (_time("test_a_twin_of_the_file_sends_nothing_twice"),)),
    Row(
        25,
        "the clock set back or forward",
        "the date never goes back, nothing waits for ever",
        (
            "core/test_day.py::test_the_date_never_goes_back_and_says_when_the_clock_lags",
            _time("test_a_clock_that_was_a_year_ahead_leaves_nothing_waiting"),
        ),
    ),
    Row(26, "the hour that is there twice", "times are UTC", ("core/test_day.py::test_the_wall_clock_is_told_in_utc",)),
    Row(
        27,
        "the company forgets its keys",
        "found",
        (
            _time("test_a_key_that_the_company_forgot_is_made_up_for_by_the_look"),
            "exchange/test_exactly_once.py::test_through_faults_by_dice_every_day_arrives_once",
        ),
    ),
    Row(28, "deleted by hand", "told", (_here("test_an_entry_deleted_by_hand_is_reported_and_never_posted_again"),)),
    Row(29, "books closed", "held, first open day offered", (_here("test_books_closed_for_the_date_park_the_day"),)),
    Row(
        30,
        "an answer of no known shape",
        "unknown",
        (
            "bad_input/test_answers.py::test_what_can_not_be_trusted_is_unknown",
            "bad_input/test_answers.py::test_a_document_built_otherwise_is_unknown",
        ),
    ),
    Row(
        31,
        "a full disk",
        "picked up",
        ("exchange/test_full_disk.py::test_a_full_disk_refuses_loses_nothing_and_goes_on_with_room",),
    ),
    Row(32, "a newer program", "old bytes", (_here("test_what_was_frozen_is_sent_again_and_not_rendered_anew"),)),
)
