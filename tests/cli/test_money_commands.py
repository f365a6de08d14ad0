"""Card payouts and a day as a file, from a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import DATE, Said

Ask = Callable[..., Said]
HEAD = "Payout ID,Deposit Date,Gross,Fees,Net\n"


@pytest.fixture
def payouts(tmp_path: Path) -> Path:
    file = tmp_path / "payouts.csv"
    file.write_text(f"{HEAD}po_1,2026-03-18,100.00,3.20,96.80\npo_2,2026-03-19,50.00,1.60,48.40\n")
    return file


def test_payouts_are_shown_then_recorded_and_sent_once(retailpos: Ask, shop_file: Path, payouts: Path) -> None:
    settle = ("exchange", "settle", "--shop", shop_file, payouts, "--bank", "Checking")
    looked = retailpos(*settle, "--dry-run")
    assert looked.code == 0
    assert "po_1" in looked.out
    assert "145.20" in looked.out
    assert retailpos("exchange", "payouts", "--shop", shop_file).out == "No payout was recorded yet.\n"
    done = retailpos(*settle, "--yes", "--json")
    assert (done.code, done.told) == (0, "")
    assert [row["state"] for row in done.json["documents"]] == ["verified", "verified"]
    again = retailpos(*settle, "--yes")
    assert again.code == 0
    assert again.out.count("recorded before") == 2
    known = retailpos("exchange", "payouts", "--shop", shop_file, "--json").json["payouts"]
    assert [(one["payout"], one["state"]) for one in known] == [("po_2", "verified"), ("po_1", "verified")]
    assert retailpos("check", "--shop", shop_file).code == 0


def test_a_payout_file_that_does_not_add_up_is_refused(retailpos: Ask, shop_file: Path, payouts: Path) -> None:
    payouts.write_text(f"{HEAD}po_1,2026-03-18,100.00,3.20,99.00\n")
    said = retailpos("exchange", "settle", "--shop", shop_file, payouts, "--bank", "Checking", "--yes")
    assert said.code == 1
    assert "po_1 doesn't add up" in said.told


@pytest.mark.parametrize(("kind", "begins"), [("csv", b"Journal No."), ("iif", b"!TRNS"), ("pdf", b"%PDF")])
def test_a_day_is_written_as_a_file(retailpos: Ask, shop_file: Path, tmp_path: Path, kind: str, begins: bytes) -> None:
    said = retailpos("exchange", "export", "--shop", shop_file, "--date", DATE, "--as", kind, "--to", tmp_path)
    assert (said.code, said.told) == (0, "")
    written = Path(said.out.strip())
    assert written.suffix == f".{kind}"
    assert written.read_bytes().startswith(begins)


def test_a_day_without_business_makes_no_file(retailpos: Ask, shop_file: Path, tmp_path: Path) -> None:
    said = retailpos("exchange", "export", "--shop", shop_file, "--date", "2026-01-01", "--to", tmp_path / "x.csv")
    assert said.code == 1
    assert "Nothing was recorded on 2026-01-01" in said.told
    assert not (tmp_path / "x.csv").exists()


def test_money_on_its_way_and_what_needs_somebody(retailpos: Ask, shop_file: Path) -> None:
    said = retailpos("exchange", "clearing", "--shop", shop_file, "--json")
    accounts = {one["account"]: one for one in said.json["accounts"]}
    assert accounts
    assert all(one["there"] is not None for one in accounts.values())
    offline = retailpos("exchange", "clearing", "--shop", shop_file, "--json", "--offline").json["accounts"]
    assert {one["account"]: one["expected"] for one in offline} == {
        name: one["expected"] for name, one in accounts.items()
    }
    late = [one["account"] for one in accounts.values() if one["is_late"]]
    told = retailpos("exchange", "notices", "--shop", shop_file, "--json")
    assert [one["kind"] for one in told.json["notices"]] == ["stuck"] * len(late)
    assert said.code == any(not one["is_right"] for one in accounts.values())
    assert told.code == bool(late)
