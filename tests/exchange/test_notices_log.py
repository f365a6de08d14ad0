"""The log: every attempt once, its whole answer with it, no token in either, and both as a file."""

from __future__ import annotations

import csv
import io

from retailpos.actions.papers_log import CSV, TEXT, log_file
from retailpos.actions.standing import attempts_of
from tests.exchange.trading import Trading


def test_every_attempt_keeps_the_whole_answer_it_got(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("code:6000")
    assert trading.send()[0] == "rejected"
    newest = attempts_of(trading.stage.shop)[0]
    assert newest["raw"].startswith("POST journalentry\nHTTP 400\n")
    assert '"code":"6000"' in newest["raw"].replace(" ", "")
    sending = next(one for one in attempts_of(trading.stage.shop) if one["state"] == "sending")
    assert sending["raw"] == ""


def test_an_answer_that_never_came_is_told_as_such(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("drop_after_commit")
    assert trading.send()[0] == "unknown"
    assert attempts_of(trading.stage.shop)[0]["raw"] == "POST journalentry\nNo answer came."


def test_no_token_is_in_the_log_nor_in_its_files(trading: Trading) -> None:
    """The gate's answer names the token that ran out: what is kept of it is masked."""
    trading.sell_and_close()
    planted = trading.link.kept.get("access")
    trading.company.switch("expire")
    trading.fault("code:6000")
    trading.send()
    files = log_file(trading.stage.shop, TEXT) + log_file(trading.stage.shop, CSV)
    raws = "".join(one["raw"] + one["said"] for one in attempts_of(trading.stage.shop, most=1000))
    secrets = {
        planted,
        trading.link.kept.get("access"),
        trading.link.kept.get("refresh"),
        trading.link.app.client_secret,
    }
    for secret in secrets - {""}:
        assert secret not in raws
        assert secret.encode() not in files


def test_the_files_have_every_attempt_and_no_formula(trading: Trading) -> None:
    trading.sell_and_close()
    trading.fault("code:6000")
    trading.send()
    trading.send()
    count = len(attempts_of(trading.stage.shop, most=1000))
    rows = list(csv.DictReader(io.StringIO(log_file(trading.stage.shop, CSV).decode())))
    assert len(rows) == count
    assert rows[0]["State"] == "verified"
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    text = log_file(trading.stage.shop, TEXT).decode()
    assert text.count("Document: ") == count
    assert "    HTTP 200" in text
