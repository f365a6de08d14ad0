"""Access to QuickBooks: signing in by intuit-oauth, and tokens that are kept safe and renewed one at a time."""

from __future__ import annotations

import hmac
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, urlparse

from retailpos.core.errors import Refusal, Trouble
from retailpos.settings import FileLock

_TIMES = (10, 60)


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
        """With a time limit on every call, and no password file of the system's."""

        def request(self, *args: Any, **kwargs: Any) -> Any:
            """One call."""
            self.trust_env = False
            kwargs.setdefault("timeout", _TIMES)
            return super().request(*args, **kwargs)

    return Patient(app.client_id, app.client_secret, app.redirect_uri, app.discovery, **known)


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
        query = {name: values[0] for name, values in parse_qs(urlparse(returned).query).items()}
        if self._used or not hmac.compare_digest(query.get("state", ""), self._state):
            raise Refusal("sign_in_not_ours")
        self._used = True
        if query.get("error"):
            raise Refusal("sign_in_declined")
        realm = query.get("realmId", "")
        if not query.get("code") or not realm.isdigit():
            raise Refusal("sign_in_not_ours")
        _call(lambda: self._client.get_bearer_token(query["code"], realm_id=realm))
        _keep(kept, self._client)
        kept.put("realm", realm)
        return realm


class LiveTokens:
    """Tokens in use: one renewal at a time, over threads and programs; a rotated one is kept before it is used.

    QuickBooks may take two renewals with one token for an attack, so programs that share tokens share a lock file.
    """

    def __init__(self, app: App, kept: Secrets, lock_file: Path | None = None) -> None:
        self._app = app
        self._kept = kept
        self._lock = threading.Lock()
        self._shared = FileLock(lock_file) if lock_file else None

    def access(self) -> str:
        """The access token; renewed when there is none in memory."""
        return self._kept.get("access") or self.renew("")

    def renew(self, stale: str) -> str:
        """A fresh access token; another thread's fresh one is used instead of asking twice."""
        with self._lock:
            now = self._kept.get("access")
            if now and now != stale:
                return now
            if self._shared is not None:
                self._shared.take(wait=True)
            try:
                return self._renew()
            finally:
                if self._shared is not None:
                    self._shared.release()

    def _renew(self) -> str:
        """Renew with the token as it is kept now: another program may have changed it a moment ago."""
        refresh = self._kept.get("refresh")
        if not refresh:
            raise Trouble("reconnect")
        client = _call(lambda: _auth_client(self._app, refresh_token=refresh))
        _call(client.refresh)
        _keep(self._kept, client)
        return str(client.access_token)


def _keep(kept: Secrets, client: Any) -> None:
    if not client.access_token or not client.refresh_token:
        raise Trouble("reconnect")
    kept.put("refresh", str(client.refresh_token))
    kept.put("access", str(client.access_token))


def _call(act: Any) -> Any:
    """Sort what the token service answered: access gone, or try again later."""
    import requests
    from intuitlib.exceptions import AuthClientError

    try:
        return act()
    except AuthClientError as cause:
        said = cause.content.decode(errors="replace") if isinstance(cause.content, bytes) else str(cause.content)
        if cause.status_code == 401 or "invalid_grant" in said or "invalid_client" in said:
            raise Trouble("reconnect") from None
        raise Trouble("no_connection") from None
    except requests.RequestException:
        raise Trouble("no_connection") from None
