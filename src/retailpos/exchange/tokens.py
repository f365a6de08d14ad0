"""Access to QuickBooks: signing in by intuit-oauth, and tokens that are kept safe and renewed one at a time."""

from __future__ import annotations

import hmac
import secrets
import threading
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, urlparse

from retailpos.core.errors import Refusal, Trouble
from retailpos.settings import FileLock

_TIMES = (10, 60)
# The names of the token that renews access, and of the one that it replaced.
REFRESH, BEFORE = "refresh", "refresh_before"
# Until when the permission lasts, as `unused/in any case` in seconds.
ENDS = "ends"


class Secrets(Protocol):
    """A safe place for small secrets."""

    def get(self, name: str) -> str:
        """A secret, or '' where there is none."""

    def put(self, name: str, value: str) -> None:
        """Keep a secret."""


class MemorySecrets:
    """Secrets that end with the program: for the practice company."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str:
        """A secret, or ''."""
        return self._kept.get(name, "")

    def put(self, name: str, value: str) -> None:
        """Keep a secret until the program ends."""
        self._kept[name] = value


class KeyringSecrets:
    """The system's own keyring. Backends that keep plain text are refused."""

    def __init__(self, service: str) -> None:
        import keyring

        backend = keyring.get_keyring()
        name = f"{type(backend).__module__}.{type(backend).__name__}"
        if backend.priority <= 0 or "plaintext" in name.lower() or name.startswith("keyrings.alt"):
            raise Trouble("no_keyring")
        self._service = service

    def get(self, name: str) -> str:
        """A secret, or ''."""
        import keyring

        return keyring.get_password(self._service, name) or ""

    def put(self, name: str, value: str) -> None:
        """Keep a secret."""
        import keyring

        keyring.set_password(self._service, name, value)


@dataclass(frozen=True, slots=True)
class App:
    """The keys of the QuickBooks app, and where its discovery document is."""

    client_id: str
    client_secret: str
    redirect_uri: str
    discovery: str


def _auth_client(app: App, **known: str) -> Any:
    """intuit-oauth's client with limits on waiting; it fetches the discovery document when made."""
    from intuitlib.client import AuthClient

    class Patient(AuthClient):  # type: ignore[misc]  # the library has no types
        """With a time limit on every call, and no password file of the system's; it keeps what time it was there."""

        told_at = 0

        def request(self, *args: Any, **kwargs: Any) -> Any:
            """One call."""
            self.trust_env = False
            self.headers["x-include-refresh-token-hard-expires-in"] = "true"
            kwargs.setdefault("timeout", _TIMES)
            reply = super().request(*args, **kwargs)
            self.told_at = _moment(reply.headers.get("Date", ""))
            return reply

    return Patient(app.client_id, app.client_secret, app.redirect_uri, app.discovery, **known)


def _moment(date: str) -> int:
    """Seconds of the time an answer says it was; 0 where it says none."""
    try:
        return int(parsedate_to_datetime(date).timestamp())
    except ValueError:
        return 0


class SignIn:
    """One authorisation, from the address to open to the tokens; good for one return only."""

    def __init__(self, app: App) -> None:
        from intuitlib.enums import Scopes

        self._client = _call(lambda: _auth_client(app))
        self._state = secrets.token_urlsafe(32)
        self.address: str = self._client.get_authorization_url([Scopes.ACCOUNTING], state_token=self._state)
        self._used = False

    def finish(self, returned: str, kept: Secrets) -> str:
        """Take the address the browser came back to; keep the tokens; return the company's id."""
        query = {name: values[0] for name, values in parse_qs(urlparse(returned.strip()).query).items()}
        if not query.get("state"):
            raise Refusal("address_says_nothing")
        if self._used:
            raise Refusal("sign_in_used")
        if not hmac.compare_digest(query["state"].encode(), self._state.encode()):
            raise Refusal("sign_in_not_ours")
        self._used = True
        if query.get("error"):
            raise Refusal("sign_in_declined")
        realm = query.get("realmId", "")
        if not query.get("code") or not realm.isdigit():
            raise Refusal("sign_in_not_ours")
        _call(lambda: self._client.get_bearer_token(query["code"], realm_id=realm), signing_in=True)
        _keep(kept, self._client)
        # The one before may be another company's.
        kept.put(BEFORE, "")
        kept.put("realm", realm)
        return realm


class LiveTokens:
    """Tokens in use: one renewal at a time, over threads and programs; a rotated one is kept before it is used.

    QuickBooks may take two renewals with one token for an attack, so programs that share tokens share a lock file.
    """

    def __init__(
        self, app: App, kept: Secrets, lock_file: Path | None = None, *, lock: threading.Lock | None = None
    ) -> None:
        """`lock` is shared by this program's threads, `lock_file` by all programs."""
        self._app = app
        self._kept = kept
        self._lock = lock or threading.Lock()
        self._shared = FileLock(lock_file) if lock_file else None

    def access(self) -> str:
        """The access token; renewed when there is none in memory."""
        return self._kept.get("access") or self.renew("")

    def renew(self, stale: str) -> str:
        """A fresh access token; what another thread or program renewed meanwhile is used instead of asking twice."""
        with self._lock:
            if self._shared is not None:
                self._shared.take(wait=True)
            try:
                now = self._kept.get("access")
                return now if now and now != stale else self._renew()
            finally:
                if self._shared is not None:
                    self._shared.release()

    def _renew(self) -> str:
        """Renew with the token as it is kept now: another program may have changed it a moment ago.

        Where it is refused, the one that was kept before it is tried: a program that was stopped while QuickBooks
        gave out a new token may have kept one that never came into use. Raises Trouble('reconnect') at the end.
        """
        tried: list[str] = []
        for name in (REFRESH, REFRESH, BEFORE):
            token = self._kept.get(name)
            if not token or token in tried:
                continue
            tried.append(token)
            try:
                return self._renewed_with(token)
            except Trouble as cause:
                if cause.code != "reconnect":
                    raise
        raise Trouble("reconnect")

    def _renewed_with(self, token: str) -> str:
        client = _call(lambda: _auth_client(self._app, refresh_token=token))
        _call(client.refresh)
        _keep(self._kept, client)
        return str(client.access_token)


def _keep(kept: Secrets, client: Any) -> None:
    """Keep what came: the new refresh token is safe, beside the one before it, before anything is used."""
    if not client.access_token or not client.refresh_token:
        raise Trouble("reconnect")
    before = kept.get(REFRESH)
    if before and before != str(client.refresh_token):
        kept.put(BEFORE, before)
    kept.put(REFRESH, str(client.refresh_token))
    kept.put("access", str(client.access_token))
    _keep_ends(kept, client)


def _keep_ends(kept: Secrets, client: Any) -> None:
    """Keep until when the permission lasts, by the service's own clock; what it does not say is not guessed."""
    left = (client.x_refresh_token_expires_in, getattr(client, "x_refresh_token_hard_expires_in", None))
    until = [client.told_at + int(seconds) if seconds and client.told_at else 0 for seconds in left]
    if any(until):
        kept.put(ENDS, "/".join(map(str, until)))


def ends(kept: Secrets) -> tuple[int, int]:
    """The moments, in seconds, at which the permission ends unused and in any case; 0 where that is not known."""
    idle, _, hard = kept.get(ENDS).partition("/")
    return (int(idle) if idle.isdigit() else 0, int(hard) if hard.isdigit() else 0)


def revoke(app: App, kept: Secrets) -> bool:
    """Take the permission back at QuickBooks and forget it here; False where QuickBooks could not be told."""
    token = kept.get(REFRESH)
    told = not token or _revoked(app, token)
    for name in (REFRESH, BEFORE, "access", "realm", ENDS):
        if kept.get(name):
            kept.put(name, "")
    return told


def _revoked(app: App, token: str) -> bool:
    import requests
    from intuitlib.exceptions import AuthClientError

    try:
        _auth_client(app, refresh_token=token).revoke(token=token)
    except AuthClientError as cause:
        # A permission that is gone there already needs no taking back.
        return bool(cause.status_code == 400)
    except requests.RequestException:
        return False
    return True


def _call(act: Any, *, signing_in: bool = False) -> Any:
    """Sort what the token service answered: access gone, or try again later.

    At a sign-in the same answers mean that the keys are not the app's, or that its one-time code is used up.
    """
    import requests
    from intuitlib.exceptions import AuthClientError

    try:
        return act()
    except AuthClientError as cause:
        said = cause.content.decode(errors="replace") if isinstance(cause.content, bytes) else str(cause.content)
        refused = cause.status_code == 401 or "invalid_client" in said
        if signing_in and (refused or "invalid_grant" in said):
            raise Refusal("app_keys_do_not_fit" if refused else "sign_in_too_old") from None
        if refused or "invalid_grant" in said:
            raise Trouble("reconnect") from None
        raise Trouble("no_connection") from None
    except requests.RequestException:
        raise Trouble("no_connection") from None
