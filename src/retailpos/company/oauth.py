"""Signing in: discovery, consent, tokens that rotate and end as the service's do."""

from __future__ import annotations

import base64
import html
import ipaddress
import secrets
from typing import Any
from urllib.parse import urlencode, urlparse

from flask import Blueprint, Response, redirect, request

from retailpos.company.books import Books
from retailpos.company.faults import Faults, after, answer, before
from retailpos.company.look import page
from retailpos.company.wrong import Wrong

ACCESS_SECONDS, CODE_SECONDS = 3600, 600
IDLE_SECONDS, HARD_SECONDS, ROTATE_SECONDS = 8_640_000, 157_680_000, 86_400
OUTSIDE = "outside"
_SCOPES = ("com.intuit.quickbooks.accounting com.intuit.quickbooks.payment openid profile email phone address").split()
_SECONDS = {"access": ACCESS_SECONDS, "refresh": IDLE_SECONDS, "code": CODE_SECONDS}
_PREFIX = {"access": "eyJlbmMi.", "refresh": "RT1-", "code": "AB11"}


def mint(books: Books, kind: str, family: str, *, hard: float = 0, extra: str = "", seconds: int = 0) -> str:
    """A new token of a kind; `hard` is the moment the whole family ends, `seconds` its own life where not usual."""
    token, now = _PREFIX[kind] + secrets.token_urlsafe(48), clock(books)
    until = now + (seconds or _SECONDS[kind])
    books.run("INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, ?)", token, kind, until, now, hard, family, extra)
    return token


def clock(books: Books) -> float:
    """Seconds, with the practice skew."""
    return books.moment().timestamp()


def access_is_good(books: Books, token: str) -> bool:
    """True for an access token that has not ended."""
    found = books.rows("SELECT until FROM token WHERE token = ? AND kind = 'access'", token)
    return bool(found) and found[0]["until"] > clock(books)


def blueprint(books: Books, base: str, armed: Faults) -> Blueprint:
    """The sign-in endpoints of one company."""
    routes = Blueprint("oauth", __name__)

    @routes.get("/.well-known/openid_configuration")
    @routes.get("/.well-known/openid_configuration/")
    def discovery() -> Response:
        return answer(_endpoints(base))

    @routes.get("/connect/oauth2")
    def consent() -> Any:
        return _consent(books)

    @routes.post("/oauth2/v1/tokens/bearer")
    def tokens() -> Response:
        return _under_faults(books, armed)

    @routes.post("/v2/oauth2/tokens/revoke")
    def revoke() -> Response:
        return _revoke(books)

    @routes.get("/v1/openid_connect/userinfo")
    def userinfo() -> Response:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        if not access_is_good(books, token):
            return answer({"error": "invalid_token"}, 401)
        return answer({"sub": "practice", "givenName": "Robin", "familyName": "Practice", "email": "books@example.com"})

    @routes.get("/op/v1/jwks")
    def jwks() -> Response:
        return answer({"keys": []})

    return routes


def _endpoints(base: str) -> dict[str, Any]:
    return {
        "issuer": f"{base}/op/v1",
        "authorization_endpoint": f"{base}/connect/oauth2",
        "token_endpoint": f"{base}/oauth2/v1/tokens/bearer",
        "revocation_endpoint": f"{base}/v2/oauth2/tokens/revoke",
        "userinfo_endpoint": f"{base}/v1/openid_connect/userinfo",
        "jwks_uri": f"{base}/op/v1/jwks",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "scopes_supported": ["openid", "email", "profile", "address", "phone"],
        "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
    }


def _under_faults(books: Books, armed: Faults) -> Response:
    """The token endpoint; only faults that name it ("match": "tokens") meet it."""
    fault = armed.due(only_matching=True)
    try:
        early = before(books, fault) if fault else None
    except Wrong as wrong:
        return answer(wrong.body(books.now()), wrong.status)
    if early is not None:
        return early
    done = _tokens(books)
    return after(books, fault, done) if fault else done


def _tokens(books: Books) -> Response:
    if not _right_keys(books):
        return answer({"error": "invalid_client"}, 401)
    with books.change():
        if request.form.get("grant_type") == "authorization_code":
            return _exchange_code(books)
        if request.form.get("grant_type") == "refresh_token":
            return _refresh(books)
    return answer({"error": "unsupported_grant_type"}, 400)


def _consent(books: Books) -> Any:
    query = request.args
    uri = query.get("redirect_uri", "")
    if query.get("client_id") != books.setting("client_id") or not _uri_allowed(books, uri):
        words = "The redirect_uri query parameter value is invalid. It must match one of the app's Redirect URIs."
        return page(books, "Sorry", f"<p>{words}</p>"), 400
    state = query.get("state", "")
    scopes = query.get("scope", "").split()
    if not scopes or any(scope not in _SCOPES for scope in scopes) or query.get("response_type") != "code":
        return redirect(f"{uri}?{urlencode({'error': 'invalid_scope', 'state': state})}")
    at_once = books.setting("auto_consent") or books.setting("consent_at_start")
    wish = query.get("answer") or ("connect" if at_once == "true" else "")
    if wish == "deny":
        return redirect(f"{uri}?{urlencode({'error': 'access_denied', 'state': state})}")
    if wish == "connect":
        code = mint(books, "code", secrets.token_hex(8), extra=uri)
        return redirect(f"{uri}?{urlencode({'code': code, 'state': state, 'realmId': books.setting('realm')})}")
    return page(books, "Connect to your books", _consent_form(books, dict(query)))


def _consent_form(books: Books, query: dict[str, str]) -> str:
    name = html.escape(books.setting("company_name"))
    hidden = "".join(
        f'<input type=hidden name="{html.escape(key)}" value="{html.escape(value)}">' for key, value in query.items()
    )
    return (
        "<p>An app asks to read and write these books.</p><form method=get action=/connect/oauth2>"
        f"{hidden}<p><label>Company <select name=company><option>{name}</select></label></p>"
        "<p><button class=blue name=answer value=connect>Connect</button> "
        "<button class=plain name=answer value=deny>Deny</button></p></form>"
    )


def _uri_allowed(books: Books, uri: str) -> bool:
    """Sandbox keys may come back to this computer; production keys only to an https address with a name."""
    listed, parts = books.setting("redirect_uris").split(), urlparse(uri)
    host = parts.hostname or ""
    if (listed and uri not in listed) or not host:
        return False
    if books.on("production_keys"):
        return parts.scheme == "https" and host != "localhost" and not _is_number(host)
    return parts.scheme == "https" or (parts.scheme == "http" and host in ("localhost", "127.0.0.1"))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _right_keys(books: Books) -> bool:
    wanted = f"{books.setting('client_id')}:{books.setting('client_secret')}"
    given = request.headers.get("Authorization", "")
    if not given:
        given = f"{request.form.get('client_id')}:{request.form.get('client_secret')}"
        return secrets.compare_digest(given.encode(), wanted.encode())
    basic = "Basic " + base64.b64encode(wanted.encode()).decode()
    return secrets.compare_digest(given.encode(), basic.encode())


def _exchange_code(books: Books) -> Response:
    code = request.form.get("code", "")
    found = books.rows("SELECT * FROM token WHERE token = ? AND kind IN ('code', 'used')", code)
    good = found and found[0]["kind"] == "code" and found[0]["until"] > clock(books)
    if not good or found[0]["extra"] != request.form.get("redirect_uri", ""):
        if found and found[0]["kind"] == "used":
            books.run("DELETE FROM token WHERE family = ?", found[0]["family"])
        return answer({"error": "invalid_grant", "error_description": "Invalid authorization code"}, 400)
    books.run("UPDATE token SET kind = 'used' WHERE token = ?", code)
    family, hard = str(found[0]["family"]), clock(books) + HARD_SECONDS
    return _pair(books, family, mint(books, "refresh", family, hard=hard), hard)


def _refresh(books: Books) -> Response:
    old, now = request.form.get("refresh_token", ""), clock(books)
    found = books.rows("SELECT * FROM token WHERE token = ?", old)
    if found and found[0]["kind"] == "access":
        return answer({"error": "invalid_grant", "error_description": "Incorrect Token type or clientID"}, 400)
    if not found or found[0]["kind"] != "refresh" or now > min(found[0]["until"], found[0]["hard"]):
        if found and found[0]["kind"] == "spent" and books.on("second_refresh_kills"):
            books.run("DELETE FROM token WHERE family = ?", found[0]["family"])
        return answer({"error": "invalid_grant", "error_description": "Incorrect or invalid refresh token"}, 400)
    family, hard, kept = str(found[0]["family"]), float(found[0]["hard"]), old
    if now - found[0]["made"] > ROTATE_SECONDS or books.on("rotate_now") or books.on("rotate_always"):
        books.set("rotate_now", "")
        books.run("UPDATE token SET kind = 'spent' WHERE token = ?", old)
        kept = mint(books, "refresh", family, hard=hard)
    else:
        books.run("UPDATE token SET until = ? WHERE token = ?", now + IDLE_SECONDS, old)
    return _pair(books, family, kept, hard)


def _pair(books: Books, family: str, refresh: str, hard: float) -> Response:
    body: dict[str, Any] = {
        "token_type": "bearer",
        "access_token": mint(books, "access", family),
        "refresh_token": refresh,
        "expires_in": ACCESS_SECONDS,
        "x_refresh_token_expires_in": IDLE_SECONDS,
    }
    if request.headers.get("x-include-refresh-token-hard-expires-in", "").lower() == "true":
        body["x_refresh_token_hard_expires_in"] = max(0, round(hard - clock(books)))
    return answer(body)


def _revoke(books: Books) -> Response:
    if not _right_keys(books):
        return answer({"error": "invalid_client"}, 401)
    given = request.get_json(silent=True)
    token = str(given.get("token") if isinstance(given, dict) else request.form.get("token") or "")
    found = books.rows("SELECT family FROM token WHERE token = ?", token)
    if not found:
        return answer({"error": "invalid_request"}, 400)
    books.run("DELETE FROM token WHERE family = ?", found[0]["family"])
    return Response("", 200)
