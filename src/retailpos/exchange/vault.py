"""Where secrets are kept: the system's keyring, else a file encrypted under a passphrase; never plain text."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

from retailpos.core.errors import Refusal, Trouble
from retailpos.exchange.tokens import KeyringSecrets, Secrets

_TIME, _MEMORY_KIB, _LANES = 3, 65_536, 1
LEAST_PASSPHRASE = 8


class FileSecrets:
    """Secrets in one file: AES-GCM under a key from argon2id of a passphrase. The file is its owner's alone."""

    def __init__(self, path: Path, passphrase: str) -> None:
        if len(passphrase) < LEAST_PASSPHRASE:
            raise Refusal("passphrase_too_short", least=LEAST_PASSPHRASE)
        self._path = path
        self._salt = os.urandom(16)
        self._kept: dict[str, str] = {}
        if path.exists():
            self._open(passphrase)
        else:
            self._key = _key(passphrase, self._salt)

    def get(self, name: str) -> str:
        """A secret, or ''; what another program kept meanwhile counts."""
        self._read_again()
        return self._kept.get(name, "")

    def put(self, name: str, value: str) -> None:
        """Keep a secret: on the disk before this returns, and nothing that another program kept is lost."""
        self._read_again()
        self._kept[name] = value
        self._save()

    def _open(self, passphrase: str) -> None:
        self._salt = self._parts()[0]
        self._key = _key(passphrase, self._salt)
        self._read_again()

    def _parts(self) -> tuple[bytes, bytes, bytes]:
        """Salt, nonce and sealed secrets as they stand on the disk now."""
        try:
            outer = json.loads(self._path.read_text(encoding="ascii"))
            salt, nonce, sealed = (base64.b64decode(outer[name]) for name in ("salt", "nonce", "sealed"))
        except (ValueError, KeyError, OSError) as cause:
            raise Trouble("secrets_unreadable") from cause
        return salt, nonce, sealed

    def _read_again(self) -> None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not self._path.exists():
            return
        _, nonce, sealed = self._parts()
        try:
            self._kept = json.loads(AESGCM(self._key).decrypt(nonce, sealed, None))
        except InvalidTag:
            raise Refusal("passphrase_does_not_fit") from None

    def _save(self) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = os.urandom(12)
        sealed = AESGCM(self._key).encrypt(nonce, json.dumps(self._kept).encode(), None)
        parts = {"salt": self._salt, "nonce": nonce, "sealed": sealed}
        text = json.dumps({name: base64.b64encode(value).decode() for name, value in parts.items()})
        fresh = self._path.with_name(self._path.name + ".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)


def _key(passphrase: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=_TIME,
        memory_cost=_MEMORY_KIB,
        parallelism=_LANES,
        hash_len=32,
        type=Type.ID,
    )


class AccessInMemory:
    """Only what must outlive the program goes to the safe; the hour's access token stays in memory."""

    def __init__(self, safe: Secrets) -> None:
        self._safe = safe
        self._access = ""

    def get(self, name: str) -> str:
        """A secret, or ''."""
        return self._access if name == "access" else self._safe.get(name)

    def put(self, name: str, value: str) -> None:
        """Keep a secret where it belongs."""
        if name == "access":
            self._access = value
        else:
            self._safe.put(name, value)


def secrets_file(folder: Path) -> Path:
    """Where the encrypted file lies."""
    return folder / "quickbooks.secrets"


def open_secrets(shop_id: str, folder: Path, passphrase: str = "") -> Secrets:
    """The keyring where there is a real one; else the encrypted file, which needs its passphrase.

    Raises Trouble('no_keyring') where there is neither, so that a person can be asked.
    """
    try:
        return AccessInMemory(KeyringSecrets(f"retailpos-{shop_id}"))
    except Trouble:
        if not passphrase:
            raise
        return AccessInMemory(FileSecrets(secrets_file(folder), passphrase))
