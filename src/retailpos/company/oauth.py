"""Signing in: discovery, consent, tokens that rotate and end as the service's do."""

from __future__ import annotations

import base64
import html
import json
import secrets
import time
from typing import Any
from urllib.parse import urlencode, urlparse

from flask import Blueprint, Response, redirect, request

from retailpos.company.books import Books
from retailpos.company.pages import page

ACCESS_SECONDS, CODE_SECONDS = 3600, 600
IDLE_SECONDS, HARD_SECONDS, ROTATE_SECONDS = 8_640_000, 157_680_000, 86_400


def mint(books: Books, kind: str, seconds: int, family: str, extra: str = "") -> str:
    """A new token of a kind."""
    token = {"access": "eyJ", "refresh": "RT1-", "code": "AB11"}[kind] + secrets.token_urlsafe(48)
    now = clock(books)
    books.run("INSERT INTO token VALUES (?, ?, ?, ?, ?, ?)", token, kind, now + seconds, now, family, extra)
    return token


def clock(books: Books) -> float:
    """Seconds, with the practice skew."""
    return time.time() + float(books.setting("clock_skew", "0"))


def access_is_good(books: Books, token: str) -> bool:
    """True for an access token that has not ended."""
    found = books.rows("SELECT until FROM token WHERE token = ? AND kind = 'access'", token)
    return bool(found) and found[0]["until"] > clock(books)


def blueprint(books: Books, base: str) -> Blueprint:
    """The sign-in endpoints of one company."""
    routes = Blueprint("oauth", __name__)

    @routes.get("/.well-known/openid_configuration")
    @routes.get("/.well-known/openid_configuration/")
    def discovery() -> Response:
        return _json(
            {
                "issuer": f"{base}/op/v1",
                "authorization_endpoint": f"{base}/connect/oauth2",
                "token_endpoint": f"{base}/oauth2/v1/tokens/bearer",
                "revocation_endpoint": f"{base}/v2/oauth2/tokens/revoke",
                "userinfo_endpoint": f"{base}/v1/openid_connect/userinfo",
                "jwks_uri": f"{base}/op/v1/jwks",
                "response_types_supported": ["code"],
                "scopes_supported": ["openid", "email", "profile", "address", "phone"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
            }
        )

    @routes.get("/connect/oauth2")
    def consent() -> Any:
        return _consent(books)

    @routes.post("/oauth2/v1/tokens/bearer")
    def tokens() -> Response:
        if not _right_keys(books):
            return _json({"error": "invalid_client"}, 401)
        with books.change():
            if request.form.get("grant_type") == "authorization_code":
                return _exchange_code(books)
            if request.form.get("grant_type") == "refresh_token":
                return _refresh(books)
        return _json({"error": "unsupported_grant_type"}, 400)

    @routes.post("/v2/oauth2/tokens/revoke")
    def revoke() -> Response:
        if not _right_keys(books):
            return _json({"error": "invalid_client"}, 401)
        token = str((request.get_json(silent=True) or {}).get("token") or request.form.get("token") or "")
        found = books.rows("SELECT family FROM token WHERE token = ?", token)
        if not found:
            return _json({"error": "invalid_request"}, 400)
        books.run("DELETE FROM token WHERE family = ?", found[0]["family"])
        return Response("", 200)

    @routes.get("/v1/openid_connect/userinfo")
    def userinfo() -> Response:
        return _json({"sub": "practice", "givenName": "Practice", "email": "practice@example.com"})

    return routes


def _consent(books: Books) -> Any:
    query = request.args
    uri = query.get("redirect_uri", "")
    if query.get("client_id") != books.setting("client_id") or not _uri_allowed(books, uri):
        return page(
            books, "Sorry", "<p>The redirect_uri query parameter value is invalid. It must match the app's list.</p>"
        ), 400
    state = query.get("state", "")
    answer = query.get("answer") or ("connect" if books.setting("auto_consent") == "true" else "")
    if answer == "deny":
        return redirect(f"{uri}?{urlencode({'error': 'access_denied', 'state': state})}")
    if answer == "connect":
        code = mint(books, "code", CODE_SECONDS, secrets.token_hex(8), uri)
        return redirect(f"{uri}?{urlencode({'code': code, 'state': state, 'realmId': books.setting('realm')})}")
    again = html.escape(f"/connect/oauth2?{urlencode(dict(query))}", quote=True)
    name = html.escape(books.setting("company_name"))
    return page(
        books,
        f"Connect {name}",
        f"<p>retailpos asks to read and write the books of <b>{name}</b>.</p>"
        f'<p><a class="blue" href="{again}&amp;answer=connect">Connect</a> '
        f'<a class="plain" href="{again}&amp;answer=deny">Not now</a></p>',
    )


def _uri_allowed(books: Books, uri: str) -> bool:
    """Sandbox keys may come back to this machine; production keys only to an https address with a name."""
    parts = urlparse(uri)
    if books.setting("production_keys") == "true":
        host = parts.hostname or ""
        return parts.scheme == "https" and host != "localhost" and not host.replace(".", "").isdigit()
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1"))


def _right_keys(books: Books) -> bool:
    given = request.headers.get("Authorization", "")
    keys = f"{books.setting('client_id')}:{books.setting('client_secret')}".encode()
    return secrets.compare_digest(given, "Basic " + base64.b64encode(keys).decode())


def _exchange_code(books: Books) -> Response:
    code = request.form.get("code", "")
    found = books.rows("SELECT * FROM token WHERE token = ? AND kind = 'code'", code)
    if not found or found[0]["until"] < clock(books) or found[0]["extra"] != request.form.get("redirect_uri", ""):
        return _json({"error": "invalid_grant", "error_description": "Invalid authorization code"}, 400)
    books.run("DELETE FROM token WHERE token = ?", code)
    family = found[0]["family"]
    return _pair(books, family, mint(books, "refresh", IDLE_SECONDS, family), HARD_SECONDS)


def _refresh(books: Books) -> Response:
    old = request.form.get("refresh_token", "")
    found = books.rows("SELECT * FROM token WHERE token = ? AND kind = 'refresh'", old)
    if not found or found[0]["until"] < clock(books):
        spent = books.rows("SELECT family FROM token WHERE token = ? AND kind = 'spent'", old)
        if spent and books.setting("second_refresh_kills") == "true":
            books.run("DELETE FROM token WHERE family = ?", spent[0]["family"])
        return _json({"error": "invalid_grant", "error_description": "Incorrect or invalid refresh token"}, 400)
    family, kept = found[0]["family"], old
    if clock(books) - found[0]["made"] > ROTATE_SECONDS or books.setting("rotate_now") == "true":
        books.set("rotate_now", "")
        books.run("UPDATE token SET kind = 'spent' WHERE token = ?", old)
        kept = mint(books, "refresh", IDLE_SECONDS, family)
    else:
        books.run("UPDATE token SET until = ? WHERE token = ?", clock(books) + IDLE_SECONDS, old)
    return _pair(books, family, kept, HARD_SECONDS)


def _pair(books: Books, family: str, refresh: str, hard: int) -> Response:
    body: dict[str, Any] = {
        "token_type": "bearer",
        "access_token": mint(books, "access", ACCESS_SECONDS, family),
        "refresh_token": refresh,
        "expires_in": ACCESS_SECONDS,
        "x_refresh_token_expires_in": IDLE_SECONDS,
    }
    if request.headers.get("x-include-refresh-token-hard-expires-in", "").lower() == "true":
        body["x_refresh_token_hard_expires_in"] = hard
    return _json(body)


def _json(body: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(body), status, content_type="application/json;charset=UTF-8")
