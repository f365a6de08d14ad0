"""Signing in: consent, codes, tokens that rotate and end."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

import pytest
import requests

from tests.company.asking import Asking, Body

HOME = "http://localhost:8765/connected"
SCOPE = "com.intuit.quickbooks.accounting"
DAY = 86_400


def _ask(company: Asking, **change: str) -> requests.Response:
    query = {
        "client_id": company.ready["client_id"],
        "response_type": "code",
        "scope": SCOPE,
        "redirect_uri": HOME,
        "state": "s1",
        **change,
    }
    return company.session.get(f"{company.url}/connect/oauth2", params=query, allow_redirects=False, timeout=20)


def _back(reply: requests.Response) -> dict[str, str]:
    assert reply.status_code == 302
    place = reply.headers["Location"]
    assert place.startswith(f"{HOME}?")
    return {name: values[0] for name, values in parse_qs(urlparse(place).query).items()}


def _tokens(company: Asking, secret: str = "", **form: str) -> requests.Response:
    keys = (company.ready["client_id"], secret or company.ready["client_secret"])
    headers = {"x-include-refresh-token-hard-expires-in": "true", "Accept": "application/json"}
    return requests.post(f"{company.url}/oauth2/v1/tokens/bearer", data=form, auth=keys, headers=headers, timeout=20)


def _code(company: Asking) -> str:
    return _back(_ask(company, answer="connect"))["code"]


def _connect(company: Asking) -> Body:
    reply = _tokens(company, grant_type="authorization_code", code=_code(company), redirect_uri=HOME)
    assert reply.status_code == 200, reply.text
    found: Body = reply.json()
    return found


def _refresh(company: Asking, token: str) -> requests.Response:
    return _tokens(company, grant_type="refresh_token", refresh_token=token)


def _works(company: Asking, token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    return company.session.get(f"{company.base}/preferences", headers=headers, timeout=20).status_code == 200


def test_the_consent_page_asks_and_says_practice(company: Asking) -> None:
    page = _ask(company, state='"><script>')
    assert page.status_code == 200
    assert "PRACTICE" in page.text
    assert all(words in page.text for words in ("Connect", "Deny", "Harbor Goods LLC"))
    assert "<script>" not in page.text


def test_connecting_brings_a_code_the_state_and_the_company(company: Asking) -> None:
    back = _back(_ask(company, answer="connect"))
    assert (back["state"], back["realmId"]) == ("s1", company.ready["realm"])
    assert len(back["code"]) <= 512


def test_declining_comes_back_without_a_code(company: Asking) -> None:
    assert _back(_ask(company, answer="deny")) == {"error": "access_denied", "state": "s1"}


def test_an_unknown_scope_comes_back_as_such(company: Asking) -> None:
    assert _back(_ask(company, scope="everything"))["error"] == "invalid_scope"


def test_consent_can_be_given_at_once_for_practice(company: Asking) -> None:
    company.set(auto_consent="true")
    assert "code" in _back(_ask(company))


@pytest.mark.parametrize(
    "change",
    [{"client_id": "somebody"}, {"redirect_uri": "http://evil.example.com/"}, {"redirect_uri": "javascript:alert(1)"}],
)
def test_a_wrong_app_or_address_ends_on_a_page_and_never_elsewhere(company: Asking, change: dict[str, str]) -> None:
    reply = _ask(company, answer="connect", **change)
    assert (reply.status_code, "Location" in reply.headers) == (400, False)
    assert "redirect_uri query parameter value is invalid" in reply.text


@pytest.mark.parametrize(
    "uri", [HOME, "http://127.0.0.1:9/x", "https://127.0.0.1/x", "https://localhost/x", "http://shop.example.com/x"]
)
def test_production_keys_come_back_only_to_an_https_address_with_a_name(company: Asking, uri: str) -> None:
    company.set(production_keys="true")
    assert _ask(company, redirect_uri=uri, answer="connect").status_code == 400
    assert _ask(company, redirect_uri="https://shop.example.com/x", answer="connect").status_code == 302


def test_listed_addresses_must_match_exactly(company: Asking) -> None:
    company.set(redirect_uris=HOME)
    assert _ask(company, redirect_uri=f"{HOME}/").status_code == 400
    assert _ask(company).status_code == 200


def test_a_code_becomes_tokens_that_open_the_books(company: Asking) -> None:
    found = _connect(company)
    assert (found["expires_in"], found["x_refresh_token_expires_in"]) == (3600, 100 * DAY)
    assert found["x_refresh_token_hard_expires_in"] == pytest.approx(157_680_000, abs=5)
    assert (found["token_type"], "realmId" in found) == ("bearer", False)
    assert _works(company, found["access_token"])
    assert not _works(company, found["refresh_token"])


def test_a_code_is_used_once_and_a_second_use_ends_everything(company: Asking) -> None:
    code = _code(company)
    first = _tokens(company, grant_type="authorization_code", code=code, redirect_uri=HOME)
    again = _tokens(company, grant_type="authorization_code", code=code, redirect_uri=HOME)
    assert again.json() == {"error": "invalid_grant", "error_description": "Invalid authorization code"}
    assert not _works(company, first.json()["access_token"])


def test_a_code_belongs_to_its_address_and_ends_after_ten_minutes(company: Asking) -> None:
    code = _code(company)
    other = _tokens(company, grant_type="authorization_code", code=code, redirect_uri="http://localhost:1/x")
    assert (other.status_code, other.json()["error"]) == (400, "invalid_grant")
    code = _code(company)
    company.switch("skew", {"seconds": 601})
    assert _tokens(company, grant_type="authorization_code", code=code, redirect_uri=HOME).status_code == 400


def test_wrong_keys_are_told_from_a_wrong_code(company: Asking) -> None:
    wrong = _tokens(company, "wrong", grant_type="authorization_code", code="bogus", redirect_uri=HOME)
    assert (wrong.status_code, wrong.json()) == (401, {"error": "invalid_client"})
    assert _tokens(company, grant_type="authorization_code", code="bogus", redirect_uri=HOME).status_code == 400
    assert _tokens(company, grant_type="client_credentials").json() == {"error": "unsupported_grant_type"}


def test_an_access_token_lives_an_hour(company: Asking) -> None:
    found = _connect(company)
    company.switch("skew", {"seconds": 3601})
    assert not _works(company, found["access_token"])


def test_within_the_day_a_renewal_keeps_the_refresh_token(company: Asking) -> None:
    found = _connect(company)
    new = _refresh(company, found["refresh_token"]).json()
    assert new["refresh_token"] == found["refresh_token"]
    assert new["access_token"] != found["access_token"]


@pytest.mark.parametrize("way", ["a day later", "by the switch"])
def test_a_rotated_refresh_token_is_dead_at_once(company: Asking, way: str) -> None:
    old = _connect(company)["refresh_token"]
    if way == "by the switch":
        company.switch("rotate")
    else:
        company.switch("skew", {"seconds": DAY + 1})
    new = _refresh(company, old).json()
    assert new["refresh_token"] != old
    dead = _refresh(company, old)
    assert (dead.status_code, dead.json()["error_description"]) == (400, "Incorrect or invalid refresh token")
    assert _refresh(company, new["refresh_token"]).status_code == 200


def test_using_a_spent_token_kills_the_whole_family_where_told_to(company: Asking) -> None:
    company.set(rotate_always="true", second_refresh_kills="true")
    old = _connect(company)["refresh_token"]
    new = _refresh(company, old).json()
    assert _refresh(company, old).status_code == 400
    assert not _works(company, new["access_token"])
    assert _refresh(company, new["refresh_token"]).status_code == 400


def test_a_hundred_idle_days_end_it_and_use_puts_that_off(company: Asking) -> None:
    token = _connect(company)["refresh_token"]
    for days in (90, 180):
        company.switch("skew", {"seconds": days * DAY})
        token = _refresh(company, token).json()["refresh_token"]
    company.switch("skew", {"seconds": 281 * DAY})
    assert _refresh(company, token).json()["error"] == "invalid_grant"


def test_after_five_years_it_ends_however_much_it_was_used(company: Asking) -> None:
    token = _connect(company)["refresh_token"]
    for days in range(90, 1825, 90):
        company.switch("skew", {"seconds": days * DAY})
        token = _refresh(company, token).json()["refresh_token"]
    left = _refresh(company, token).json()["x_refresh_token_hard_expires_in"]
    assert left == pytest.approx((1825 - 1800) * DAY, abs=60)
    company.switch("skew", {"seconds": 1826 * DAY})
    assert _refresh(company, token).status_code == 400


def test_an_access_token_is_no_refresh_token(company: Asking) -> None:
    found = _connect(company)
    reply = _refresh(company, found["access_token"]).json()
    assert reply["error_description"] == "Incorrect Token type or clientID"


@pytest.mark.parametrize("which", ["access_token", "refresh_token"])
def test_revoking_either_token_ends_the_connection(company: Asking, which: str) -> None:
    found = _connect(company)
    keys = (company.ready["client_id"], company.ready["client_secret"])
    place = f"{company.url}/v2/oauth2/tokens/revoke"
    reply = requests.post(place, json={"token": found[which]}, auth=keys, timeout=20)
    assert (reply.status_code, reply.text) == (200, "")
    assert not _works(company, found["access_token"])
    assert _refresh(company, found["refresh_token"]).status_code == 400
    assert requests.post(place, json={"token": found[which]}, auth=keys, timeout=20).status_code == 400


def test_taking_the_consent_back_leaves_only_the_onlookers_token(company: Asking) -> None:
    found = _connect(company)
    company.switch("expire")
    assert not _works(company, found["access_token"])
    assert _refresh(company, found["refresh_token"]).status_code == 200
    company.switch("revoke")
    assert _refresh(company, found["refresh_token"]).status_code == 400
    assert _works(company, company.ready["token_for_tests"])
    assert _works(company, company.switch("token")["access_token"])


def test_a_fault_meets_the_token_service_only_when_it_is_named(company: Asking) -> None:
    old = _connect(company)["refresh_token"]
    company.switch("faults", {"next": [{"fault": "drop_after_commit", "match": "tokens"}, {"fault": "429"}]})
    company.switch("rotate")
    with pytest.raises(requests.ConnectionError):
        _refresh(company, old)
    assert _refresh(company, old).status_code == 400
    assert company.get("preferences").status_code == 429


def test_who_is_signed_in_is_told_to_a_good_token_only(company: Asking) -> None:
    place = f"{company.url}/v1/openid_connect/userinfo"
    assert company.session.get(place, timeout=20).json()["email"] == "books@example.com"
    assert requests.get(place, timeout=20).status_code == 401
