"""The company as a process, and the companies it can be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.company.asking import Asking, environment, running


def test_the_books_and_the_keys_survive_the_process(tmp_path: Path) -> None:
    file = tmp_path / "company.db"
    with running(file) as (ready, _):
        first = Asking(ready)
        first.make("JournalEntry", first.entry("Checking", "Services", "5"))
        first.session.close()
    with running(file, "--seed", "UK VAT") as (again, _):
        second = Asking(again)
        assert second.balances() == {"Checking": "5.00", "Services": "-5.00"}
        assert (again["client_secret"], again["realm"]) == (ready["client_secret"], ready["realm"])
        second.session.close()


def test_it_writes_where_it_is_and_stops_by_its_switch(tmp_path: Path) -> None:
    place = tmp_path / "ready.json"
    with running(tmp_path / "company.db", "--ready-file", str(place), "--auto-consent") as (ready, process):
        assert json.loads(place.read_text()) == ready
        assert place.stat().st_mode & 0o077 == 0
        asking = Asking(ready)
        asking.switch("stop")
        asking.session.close()
        assert process.wait(10) == 0


def test_it_stops_when_asked_by_the_system(tmp_path: Path) -> None:
    with running(tmp_path / "company.db") as (_, process):
        process.terminate()
        assert process.wait(10) == 0


def test_an_unknown_company_is_refused_in_words(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "retailpos.company", "--file", str(tmp_path / "c.db"), "--seed", "Mars"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30, env=environment())
    assert (done.returncode, "Mars" in done.stderr) == (2, True)


SEEDS = {
    "US": ("US", "USD", {"close_date": None, "classes": False, "automated": False}),
    "US legacy tax": ("US", "USD", {"close_date": None, "classes": False, "automated": False}),
    "AST": ("US", "USD", {"close_date": None, "classes": False, "automated": True}),
    "UK VAT": ("GB", "GBP", {"close_date": None, "classes": False, "automated": False}),
    "CA HST": ("CA", "CAD", {"close_date": None, "classes": False, "automated": False}),
    "strict": ("US", "USD", {"close_date": "2025-12-31", "classes": True, "automated": False}),
    "expired": ("US", "USD", {"close_date": None, "classes": False, "automated": False}),
    "multi-currency": ("US", "USD", {"close_date": None, "classes": False, "automated": False}),
}


@pytest.mark.parametrize("seed", SEEDS)
def test_each_company_says_what_it_is(client: Asking, seed: str) -> None:
    country, currency, wanted = SEEDS[seed]
    client.switch("reset", {"seed": seed})
    client.set(rate_limits="false")
    info = client.get("companyinfo/1").json()["CompanyInfo"]
    prefs = client.get("preferences").json()["Preferences"]
    accounting = prefs["AccountingInfoPrefs"]
    assert (info["Country"], prefs["CurrencyPrefs"]["HomeCurrency"]["value"]) == (country, currency)
    assert prefs["CurrencyPrefs"]["MultiCurrencyEnabled"] == (seed == "multi-currency")
    assert {
        "close_date": accounting.get("BookCloseDate"),
        "classes": accounting["ClassTrackingPerTxnLine"],
        "automated": prefs["TaxPrefs"]["PartnerTaxEnabled"],
    } == wanted
    names = {one["Name"] for one in client.query("select * from Account where Active in (true,false) maxresults 1000")}
    assert {"Cash in Drawer", "Merchandise Sales", "Sales tax - POS (manual)", "Old Till (deleted)"} <= names
    assert client.query("select * from TaxRate")


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    file = tmp_path / "company.db"
    with running(file) as (ready, process):
        first = Asking(ready)
        for n in range(5):
            first.post("journalentry", first.entry("Checking", "Services", "5"), requestid=f"r{n}")
        process.kill()
        first.session.close()
    with running(file) as (again, _):
        second = Asking(again)
        assert second.balances()["Checking"] == "25.00"
        second.post("journalentry", second.entry("Checking", "Services", "5"), requestid="r4")
        assert second.balances()["Checking"] == "25.00"
        second.session.close()
