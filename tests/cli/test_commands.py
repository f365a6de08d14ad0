"""Every command, its output for people and for programs, and its exit code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import DATE, PlayedDay, Said, program, started

Ask = Callable[..., Said]

# Nothing is sent in these: what they leave waits.
NEXT_DAY = """at {date} 09:00
open float 200.00
sale
  item "Oat Soap Bar" x 2
  pay cash 20.00
close
close day
"""


def play_a_day(retailpos: Ask, shop_file: Path, date: str) -> None:
    story = shop_file.with_name("next.story")
    story.write_text(NEXT_DAY.format(date=date))
    assert retailpos("play", "--shop", shop_file, story).code == 0


def test_check_holds(retailpos: Ask, shop_file: Path) -> None:
    said = retailpos("check", "--shop", shop_file)
    assert (said.code, said.told) == (0, "")
    assert "everything holds" in said.out
    assert retailpos("check", "--shop", shop_file, "--json").json == {"broken": [], "holds": True}


def test_check_names_what_broke(retailpos: Ask, shop_file: Path) -> None:
    import sqlcipher3

    other = sqlcipher3.connect(str(shop_file))
    other.execute("UPDATE period_total SET cents = cents + 1 WHERE slot = 'sales'")
    other.commit()
    other.close()
    said = retailpos("check", "--shop", shop_file)
    assert said.code == 1
    assert "total" in said.out
    told = retailpos("check", "--shop", shop_file, "--json")
    assert told.code == 1
    assert not told.json["holds"]
    assert told.json["broken"][0]["invariant"]


def test_the_shop_may_be_named_before_the_command(retailpos: Ask, shop_file: Path) -> None:
    assert retailpos("--shop", shop_file, "check").out == retailpos("check", "--shop", shop_file).out
    assert retailpos("--shop", shop_file, "exchange", "status", "--json").json["days"][0]["state"] == "verified"


def test_status(retailpos: Ask, shop_file: Path) -> None:
    said = retailpos("exchange", "status", "--shop", shop_file)
    assert said.code == 0
    assert said.out.split() == [DATE, "verified", "769.00"]
    told = retailpos("exchange", "status", "--shop", shop_file, "--date", DATE, "--json").json
    assert (told["date"], told["state"], told["net"]) == (DATE, "verified", 76_900)
    assert [row["doc_number"] for row in told["documents"]] == ["HG-1-260316-S1"]


def test_preview_says_each_line(retailpos: Ask, shop_file: Path) -> None:
    said = retailpos("exchange", "preview", "--shop", shop_file)
    assert said.code == 0
    assert "Cr       155.00  Merchandise Sales:Apparel" in said.out
    (entry,) = retailpos("exchange", "preview", "--shop", shop_file, "--date", DATE, "--json").json["entries"]
    sums = {side: sum(x["cents"] for x in entry["lines"] if x["side"] == side) for side in ("Dr", "Cr")}
    assert sums == {"Dr": 110_761, "Cr": 110_761}
    assert (entry["entry"], entry["unmapped"]) == ("sales", [])


def test_send_one_day_then_verify_it(retailpos: Ask, shop_file: Path) -> None:
    play_a_day(retailpos, shop_file, "2026-03-18")
    assert (
        retailpos("exchange", "status", "--shop", shop_file, "--date", "2026-03-18", "--json").json["state"] == "ready"
    )
    said = retailpos("exchange", "send", "--shop", shop_file, "--date", "2026-03-18")
    assert (said.code, said.told) == (0, "")
    assert said.out.split() == ["2026-03-18", "HG-1-260318-S1", "verified"]
    again = retailpos("exchange", "verify", "--shop", shop_file, "--date", "2026-03-18", "--json")
    assert again.code == 0
    assert [row["state"] for row in again.json["documents"]] == ["verified"]


def test_a_range_of_days_is_sent_oldest_first_and_told_day_by_day(retailpos: Ask, shop_file: Path) -> None:
    dates = ("2026-04-19", "2026-04-20", "2026-04-21")
    for date in dates:
        play_a_day(retailpos, shop_file, date)
    said = retailpos("exchange", "send", "--shop", shop_file, "--from", dates[0], "--to", dates[1])
    assert (said.code, said.told) == (0, "")
    assert [line.split() for line in said.out.splitlines()] == [[date, "sent", "verified"] for date in dates[:2]]
    told = retailpos("exchange", "send", "--shop", shop_file, "--from", dates[0], "--json").json
    assert [(day["date"], day["outcome"], day["state"]) for day in told["days"]] == [(dates[2], "sent", "verified")]
    none = retailpos("exchange", "send", "--shop", shop_file, "--from", dates[0], "--to", dates[1])
    assert none.code == 1
    assert none.told == "No day from 2026-04-19 to 2026-04-20 waits to be sent. Choose other dates.\n"


def test_a_receipt_its_entry_the_proofs_and_taking_a_day_back(retailpos: Ask, shop_file: Path) -> None:
    date = "2026-05-04"
    play_a_day(retailpos, shop_file, date)
    assert [one["holds"] for one in retailpos("exchange", "proofs", "--shop", shop_file, "--json").json["proofs"]] == [
        True
    ] * 8
    assert retailpos("exchange", "send", "--shop", shop_file, "--date", date).code == 0
    (written,) = retailpos("exchange", "right", "--shop", shop_file, "--date", date, "--json").json["ways"]["back"]
    sides = {side: sum(line["cents"] for line in written["lines"] if line["side"] == side) for side in ("Dr", "Cr")}
    assert sides["Dr"] == sides["Cr"] > 0
    done = retailpos("exchange", "right", "--shop", shop_file, "--date", date, "--way", "back")
    assert (done.code, done.out.split()) == (0, ["HG-1-260504-V1", "verified"])
    told = retailpos("exchange", "receipt", "1-000001", "--shop", shop_file, "--json").json
    assert (told["date"], [entry["state"] for entry in told["entries"]]) == (DATE, ["verified"])
    assert retailpos("exchange", "receipt", "9-1", "--shop", shop_file).code == 1


def test_send_without_a_date_sends_all_that_waits(retailpos: Ask, shop_file: Path) -> None:
    for date in ("2026-03-19", "2026-03-20"):
        play_a_day(retailpos, shop_file, date)
    sent = retailpos("exchange", "send", "--shop", shop_file, "--json")
    assert sent.code == 0
    assert [row["doc_number"] for row in sent.json["documents"]] == ["HG-1-260319-S1", "HG-1-260320-S1"]
    assert retailpos("exchange", "send", "--shop", shop_file).out == "Nothing waits to be sent.\n"
    assert len(retailpos("exchange", "verify", "--shop", shop_file, "--json").json["documents"]) == 3


def test_run_sends_by_itself_until_it_is_stopped(retailpos: Ask, shop_file: Path, tmp_path: Path) -> None:
    play_a_day(retailpos, shop_file, "2026-03-24")
    assert retailpos("exchange", "run", "--once", "--shop", shop_file).out.endswith("HG-1-260324-S1       verified\n")
    running = started("exchange", "run", "--every", "1", "--shop", str(shop_file), data=tmp_path)
    try:
        play_a_day(retailpos, shop_file, "2026-03-25")
        assert running.stdout is not None
        assert running.stdout.readline() == "2026-03-25  HG-1-260325-S1       verified\n"
    finally:
        running.terminate()
        assert running.communicate(timeout=20) == ("", "")
    assert running.returncode == 0


def test_verify_tells_what_was_changed_in_quickbooks(retailpos: Ask, shop_file: Path) -> None:
    from retailpos.practice import company

    play_a_day(retailpos, shop_file, "2026-03-21")
    (row,) = retailpos("exchange", "send", "--shop", shop_file, "--date", "2026-03-21", "--json").json["documents"]
    behind = company.remembered(shop_file)
    assert behind is not None
    wish = {"Id": row["quickbooks_id"], "SyncToken": "0"}
    behind.switch("write", {"kind": "JournalEntry", "body": wish, "operation": "delete"})
    said = retailpos("exchange", "verify", "--shop", shop_file, "--date", "2026-03-21")
    assert said.code == 1
    assert "missing" in said.out


def test_what_cannot_be_sent_is_refused_with_the_reason(retailpos: Ask, shop_file: Path) -> None:
    for verb in ("send", "verify"):
        said = retailpos("exchange", verb, "--shop", shop_file, "--date", "2026-01-01")
        assert said.code == 1
        assert said.told == "Nothing was recorded on 2026-01-01. Choose another day.\n"
    said = retailpos("exchange", "status", "--shop", shop_file, "--date", "2026-01-01")
    assert (said.code, said.out) == (1, "")


def test_z_report(retailpos: Ask, shop_file: Path) -> None:
    said = retailpos("report", "z", "--shop", shop_file)
    assert said.code == 0
    assert "Z REPORT" in said.out
    assert "769.00" in said.out
    told = retailpos("report", "z", "--shop", shop_file, "--date", DATE, "--json").json
    assert (told["net"], told["tax"], told["taken"], told["over"]) == (76_900, 5_546, 82_446, 10)
    assert (told["closed_by"], told["receipts"]) == ("Joan Weber", 12)
    assert {tax["name"]: tax["cents"] for tax in told["taxes"]} == {"State DOR": 4_712, "County": 834}


def test_a_day_that_goes_on_has_an_x_and_no_z(retailpos: Ask, shop_file: Path) -> None:
    story = shop_file.with_name("open.story")
    story.write_text('at 2026-03-22 09:00\nopen float 50.00\nsale\n  item "Umbrella"\n  pay cash\n')
    assert retailpos("play", "--shop", shop_file, story).code == 0
    said = retailpos("report", "z", "--shop", shop_file, "--date", "2026-03-22")
    assert (said.code, said.told) == (1, "2026-03-22 is not closed yet. Close the day, then send it.\n")
    told = retailpos("report", "x", "--shop", shop_file, "--json").json
    assert (told["date"], told["net"], told["drawers"][0]["counted"]) == ("2026-03-22", 3_200, None)
    assert "X REPORT" in retailpos("report", "x", "--shop", shop_file).out
    assert retailpos("exchange", "send", "--shop", shop_file, "--date", "2026-03-22").code == 1


def test_sales_of_a_day_and_of_a_range(retailpos: Ask, shop_file: Path) -> None:
    play_a_day(retailpos, shop_file, "2026-03-23")
    told = retailpos("report", "sales", "--shop", shop_file, "--from", DATE, "--to", "2026-03-31", "--json").json
    assert [day["date"] for day in told["days"]] == [DATE, "2026-03-23"]
    assert told["net"] == 76_900 + 1_300
    said = retailpos("report", "sales", "--shop", shop_file, "--date", "2026-03-23")
    assert said.code == 0
    assert "13.00" in said.out
    both = retailpos("report", "sales", "--shop", shop_file, "--date", DATE, "--from", DATE)
    assert both.code == 2


def test_backup_makes_a_whole_copy_and_never_writes_over_one(retailpos: Ask, shop_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.shop"
    assert retailpos("backup", copy, "--shop", shop_file).code == 0
    assert retailpos("check", "--shop", copy).code == 0
    before = copy.read_bytes()
    said = retailpos("backup", copy, "--shop", shop_file)
    assert said.code == 1
    assert "already" in said.told
    assert copy.read_bytes() == before


def test_backup_into_a_folder_is_named_by_the_end_of_the_chain(
    retailpos: Ask, shop_file: Path, tmp_path: Path, practice_day: PlayedDay
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    assert retailpos("backup", folder, "--shop", shop_file).code == 0
    (made,) = folder.iterdir()
    assert made.name.startswith("HG-")
    # The day's closing came after the head that went into the entry only in the back office's own chain.
    assert practice_day.proof["chain_head"][:16] in made.name


def test_play_tells_the_line_that_differs(retailpos: Ask, tmp_path: Path) -> None:
    story = tmp_path / "wrong.story"
    story.write_text("at 2026-03-02 09:00\nopen float 10.00\nexpect drawer expected 11.00\n")
    said = retailpos("play", story)
    assert said.code == 1
    assert said.told.startswith(f"{story}:3: ")
    story.write_text("at 2026-03-02 09:00\nopen float 10.00\nexpect drawer expected 10.00\n")
    assert retailpos("play", story, "--json").out.startswith('{"document": ')


def test_a_story_may_be_played_into_a_shop_again_and_sends_to_the_company_it_has(
    retailpos: Ask, shop_file: Path
) -> None:
    story = shop_file.with_name("again.story")
    story.write_text(NEXT_DAY.format(date="2026-03-26"))
    assert retailpos("play", "--shop", shop_file, story).code == 0
    story.write_text(NEXT_DAY.format(date="2026-03-26") + "send\nexpect exchange verified\nexpect check ok\n")
    said = retailpos("play", "--shop", shop_file, story)
    assert (said.code, said.told) == (0, "")
    documents = retailpos("exchange", "verify", "--shop", shop_file, "--date", "2026-03-26", "--json").json["documents"]
    assert [row["doc_number"] for row in documents] == ["HG-1-260326-S1", "HG-1-260326-S2"]
    assert not shop_file.with_name("day-company.db").exists()


def test_a_shop_that_is_open_in_a_register_takes_no_story(retailpos: Ask, shop_file: Path) -> None:
    from retailpos.actions.compose import SystemClock, TimeOrderedIds, open_shop

    story = shop_file.with_name("beside.story")
    story.write_text(NEXT_DAY.format(date="2026-03-27"))
    register = open_shop(shop_file, SystemClock(), TimeOrderedIds(SystemClock()), to_sell=True)
    refused = retailpos("play", "--shop", shop_file, story)
    beside = retailpos("check", "--shop", shop_file)
    register.close()
    assert refused.code == 1
    assert "open in another program" in refused.told
    assert beside.code == 0


def test_the_practice_shop_is_taken_where_there_is_no_other(
    retailpos: Ask, shop_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RETAILPOS_DATA", str(tmp_path / "mine"))
    assert retailpos("check").code == 1
    (tmp_path / "mine" / "practice").mkdir(parents=True)
    shutil.copy(shop_file, tmp_path / "mine" / "practice" / "practice.shop")
    assert retailpos("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frobnicate"], "frobnicate"),
        (["check", "--frobnicate"], "--frobnicate"),
        (["exchange"], "Usage"),
        (["exchange", "send", "--date", "16.03.2026"], "16.03.2026 is not a date"),
        (["exchange", "send", "--date", ""], "is not a date"),
        (["exchange", "preview", "--date", "2026-02-30"], "2026-02-30 is not a date"),
        (["report", "x", "--register", "0"], "0 is not in the range"),
        (["report", "sales", "--from", "yesterday"], "yesterday is not a date"),
        (["practice", "--stop", "--headless"], "each stand alone"),
        (["play"], "Missing argument"),
        (["play", "no-such.story"], "no-such.story"),
        (["backup"], "Missing argument"),
        (["check", "--shop", "."], "is a directory"),
    ],
)
def test_what_is_not_understood_ends_with_2(retailpos: Ask, arguments: list[str], said: str) -> None:
    answer = retailpos(*arguments)
    assert answer.code == 2
    assert said in answer.told
    assert "Traceback" not in answer.told


def test_files_that_are_no_shop(retailpos: Ask, tmp_path: Path) -> None:
    missing = retailpos("check", "--shop", tmp_path / "nowhere.shop")
    assert missing.code == 1
    assert "no shop file" in missing.told
    (tmp_path / "text.shop").write_text("a shopping list")
    other = retailpos("check", "--shop", tmp_path / "text.shop")
    assert other.code in (1, 3)
    assert "not a shop file" in other.told
    assert (tmp_path / "text.shop").read_text() == "a shopping list"


def test_a_story_that_is_no_text(retailpos: Ask, tmp_path: Path) -> None:
    story = tmp_path / "picture.story"
    story.write_bytes(b"\xff\xfe\x00\x81")
    assert retailpos("play", story).code == 2


def test_without_a_screen_it_says_what_to_do(tmp_path: Path) -> None:
    for arguments in ([], ["practice"]):
        done = program(*arguments, data=tmp_path)
        assert done.returncode == 3
        assert "practice --headless" in done.stderr
        assert done.stdout == ""


def test_a_shop_file_with_a_practice_company_is_opened_with_it(
    monkeypatch: pytest.MonkeyPatch, shop_file: Path, practice_day: PlayedDay
) -> None:
    from retailpos.cli.main import run

    opened: list[Any] = []

    def open_register(file: Path, **told: Any) -> int:
        client = told["link"].client()
        client.close()
        opened.append((file, told["company_url"], client.realm))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run(open_register, ["--shop", str(shop_file)]) == 0
    assert opened == [(shop_file, practice_day.proof["company_url"], practice_day.proof["realm"])]


def test_the_window_is_opened_with_what_was_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from retailpos.cli.main import run

    opened: list[tuple[Any, ...]] = []

    def open_register(*told: Any) -> int:
        opened.append(told)
        return 7

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("RETAILPOS_DATA", str(tmp_path))
    assert run(open_register, ["--shop", str(tmp_path / "a.shop")]) == 7
    assert run(open_register, []) == 1
    assert "retailpos practice" in capsys.readouterr().err
    (tmp_path / "shop.shop").touch()
    assert run(open_register, []) == 7
    assert opened == [(tmp_path / "a.shop",), (tmp_path / "shop.shop",)]
    assert capsys.readouterr() == ("", "")


def test_the_version_needs_neither_database_nor_windows() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from retailpos.cli.main import run; assert run(arguments=['--version']) == 0; "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'sqlalchemy', 'PySide6', 'sqlcipher3'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=True, env=_with_path())
    assert done.stdout.splitlines()[0].startswith("retailpos, version ")
    assert done.stdout.splitlines()[1] == "[]"


def _with_path() -> dict[str, str]:
    import os
    import sys

    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
