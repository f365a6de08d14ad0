"""QuickBooks Online's Accounting API over HTTP: one request at a time, every outcome sorted into known and unknown."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Protocol

from retailpos.core.errors import Trouble
from retailpos.exchange.online.turns import Turns

MINOR_VERSION = "75"
MOST_BYTES = 5_000_000
MOST_TOLD = 8_000
MOST_DEPTH = 50
MOST_WAIT = 3_600
_TIMES = (10, 130)


class Tokens(Protocol):
    """Where access comes from."""

    def access(self) -> str:
        """A token that is good now."""

    def renew(self, stale: str) -> str:
        """A fresh token after QuickBooks refused `stale`; raises Trouble('reconnect') when access is gone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a body QuickBooks meant, or the fault it named. `wait`: seconds it asks to be left alone."""

    status: int
    body: dict[str, Any]
    code: str = ""
    said: str = ""
    wait: int = 0

    @property
    def good(self) -> bool:
        """True for success without a fault."""
        return self.status == 200 and not self.code


class Unknown(Trouble):
    """No answer that can be trusted came back: the request may or may not have been carried out."""


class NotSent(Trouble):
    """Nothing reached QuickBooks."""


class Client:
    """Talks to one company."""

    def __init__(
        self,
        base_url: str,
        realm: str,
        tokens: Tokens,
        *,
        times: tuple[int, int] = _TIMES,
        turns: Turns | None = None,
    ) -> None:
        """`times` are the seconds to wait for a connection and for an answer; `turns` are shared by its clients."""
        import requests

        self._base = f"{base_url.rstrip('/')}/v3/company/{realm}"
        self.realm = realm
        self._tokens = tokens
        self._times = times
        self._turns = turns or Turns()
        self._session = requests.Session()
        self._session.trust_env = False
        self._answer = ""

    def get(self, path: str, **params: str) -> Answer:
        """Read something."""
        return self._ask("GET", path, params, None)

    def post(self, path: str, body: str, *, request_id: str) -> Answer:
        """Write something: exactly these bytes, under this request id."""
        return self._ask("POST", path, {"requestid": request_id}, body.encode())

    def upload(self, body: bytes, content_type: str) -> Answer:
        """Send a file with what it belongs to, as one body of several parts."""
        return self._ask("POST", "upload", {}, body, content_type)

    def query(self, statement: str, entity: str) -> list[dict[str, Any]]:
        """All rows of a query, page by page."""
        rows: list[dict[str, Any]] = []
        for page in range(200):
            paged = f"{statement} STARTPOSITION {page * 1000 + 1} MAXRESULTS 1000"
            answer = self.get("query", query=paged)
            if not answer.good:
                raise Trouble("quickbooks_said", code=answer.code, said=answer.said, wait=answer.wait)
            found = answer.body.get("QueryResponse", {}).get(entity, [])
            if not isinstance(found, list):
                raise Unknown("answer_unreadable")
            rows += found
            if len(found) < 1000:
                break
        return rows

    def take_answer(self) -> str:
        """The last answer as it came, or why none did, and what it answered; each is handed out once."""
        answer, self._answer = self._answer, ""
        return answer

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _ask(
        self, method: str, path: str, params: dict[str, str], body: bytes | None, kind: str = "application/json"
    ) -> Answer:
        token = self._tokens.access()
        answer = self._once(method, path, params, body, token=token, kind=kind)
        if answer.status == 401:
            answer = self._once(method, path, params, body, token=self._tokens.renew(token), kind=kind)
            if answer.status == 401:
                raise Trouble("reconnect")
        return answer

    def _once(
        self, method: str, path: str, params: dict[str, str], body: bytes | None, *, token: str, kind: str
    ) -> Answer:
        import requests

        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = kind
        self._answer = f"{method} {path}\nNo answer came."
        self._turns.wait()
        try:
            reply = self._session.request(
                method,
                f"{self._base}/{path}",
                params={**params, "minorversion": MINOR_VERSION},
                data=body,
                headers=headers,
                timeout=self._times,
                allow_redirects=False,
                stream=True,
            )
            raw = _limited(reply)
            told = raw[:MOST_TOLD].decode("utf-8", errors="replace")
            self._answer = f"{method} {path}\nHTTP {reply.status_code}\n{told}"
        except requests.exceptions.SSLError as cause:
            raise NotSent("no_secure_connection") from cause
        except requests.exceptions.ConnectTimeout as cause:
            raise NotSent("no_connection") from cause
        except requests.exceptions.ConnectionError as cause:
            raise (NotSent if _refused(cause) else Unknown)("no_connection") from cause
        except requests.exceptions.RequestException as cause:
            raise Unknown("no_answer") from cause
        answer = read_answer(reply.status_code, reply.headers.get("Content-Type", ""), raw)
        return replace(answer, wait=_asked_to_wait(reply.headers.get("Retry-After", "")))


def _asked_to_wait(said: str) -> int:
    """Seconds that an answer asks for; nothing where it says none, or a moment instead. Never more than an hour."""
    return min(int(said), MOST_WAIT) if said.isascii() and said.isdigit() and len(said) < 7 else 0


def _refused(cause: Exception) -> bool:
    """True when the connection was never made, so that nothing can have been carried out."""
    said = repr(cause)
    return any(words in said for words in ("NewConnectionError", "NameResolutionError", "Connection refused"))


def _limited(reply: Any) -> bytes:
    raw = b""
    for chunk in reply.iter_content(65536):
        raw += chunk
        if len(raw) > MOST_BYTES:
            reply.close()
            raise Unknown("answer_too_long")
    return raw


def read_answer(status: int, content_type: str, raw: bytes) -> Answer:
    """Sort an answer: success, a fault that QuickBooks named, or Unknown. Faults come in two casings."""
    if status >= 500:
        raise Unknown("quickbooks_trouble", status=status)
    try:
        body = json.loads(raw.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_doubles)
    except (ValueError, RecursionError) as cause:
        if status in (401, 403, 429):
            return Answer(status, {}, {401: "3200", 403: "3100", 429: "3001"}[status])
        raise Unknown("login_page" if b"<html" in raw[:2000].lower() else "answer_unreadable") from cause
    if not isinstance(body, dict) or _depth(body) > MOST_DEPTH:
        raise Unknown("answer_unreadable")
    fault = body.get("Fault") or body.get("fault")
    if isinstance(fault, dict):
        return _fault(status, body, fault)
    if status != 200:
        return Answer(status, body, str(status), "")
    if "json" not in content_type:
        raise Unknown("answer_unreadable")
    return Answer(status, body)


def _fault(status: int, body: dict[str, Any], fault: dict[str, Any]) -> Answer:
    errors = fault.get("Error") or fault.get("error") or [{}]
    first = errors[0] if isinstance(errors, list) and isinstance(errors[0], dict) else {}
    code = str(first.get("code") or status).lstrip("0") or "0"
    message, detail = (str(first.get(k) or first.get(k.lower()) or "") for k in ("Message", "Detail"))
    said = message if status == 401 else f"{message} {detail}".strip()
    return Answer(status, body, code, said[:500])


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no amount")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _depth(value: Any, level: int = 0) -> int:
    if level > MOST_DEPTH:
        return level
    if isinstance(value, dict):
        return max((_depth(part, level + 1) for part in value.values()), default=level)
    if isinstance(value, list):
        return max((_depth(part, level + 1) for part in value), default=level)
    return level


def shaped(found: object) -> dict[str, Any]:
    """A document of an answer, built as QuickBooks builds documents; Unknown where it is not."""
    if not isinstance(found, dict) or _odd(found):
        raise Unknown("answer_unreadable")
    return found


def _odd(document: dict[str, Any]) -> bool:
    """True where a list is no list of objects, or a reference or detail no object."""
    for name, value in document.items():
        if isinstance(value, list):
            if not all(isinstance(part, dict) and not _odd(part) for part in value):
                return True
        elif isinstance(value, dict):
            if _odd(value):
                return True
        elif name == "Line" or (value is not None and name.endswith(("Ref", "Detail", "Entity"))):
            return True
    return False
