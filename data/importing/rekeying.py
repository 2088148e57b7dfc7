"""Pseudonyms made our own: a keyed hash whose key lies outside the data folder.

Whoever has the intake alone cannot go back to the numbers that partners use; nor can whoever has the key.
"""

import hashlib
import os
import secrets
from pathlib import Path

from data.store import Connection, StoreUnavailable, rows
from settings import Settings

_BLOCK = 64  # bytes in a block of SHA-256
_LENGTH = 32
_NAME = "client_key"


def hashed(prefix: str, value: str) -> str:
    """SQL: HMAC-SHA256 of prefix and value, of which 32 hexadecimal digits; needs $inner_key and $outer_key.

    `prefix` and `value` are SQL expressions. Doing this in SQL keeps a million rows out of Python.
    """
    message = f"encode({prefix} || {value})"
    return f"left(sha256($outer_key || unhex(sha256($inner_key || {message}))), {_LENGTH})"


def key_parameters(key: bytes) -> dict[str, bytes]:
    """The two keys that HMAC makes of one."""
    padded = (key if len(key) <= _BLOCK else hashlib.sha256(key).digest()).ljust(_BLOCK, b"\0")
    return {
        "inner_key": bytes(byte ^ 0x36 for byte in padded),
        "outer_key": bytes(byte ^ 0x5C for byte in padded),
    }


def load_key(settings: Settings, intake: Connection) -> bytes:
    """The key of this intake, made at first use; StoreUnavailable when it is missing or another one."""
    expected = _expected_fingerprint(intake)
    path = settings.key_file
    if not path.exists():
        if expected is not None:
            raise StoreUnavailable(
                f"Het sleutelbestand {path} ontbreekt. Zet het terug: zonder deze sleutel zijn cliënten "
                "uit eerdere leveringen niet te herkennen."
            )
        _create(path)
    key = path.read_bytes().strip()
    if len(key) < _LENGTH:
        raise StoreUnavailable(
            f"Het sleutelbestand {path} is leeg of beschadigd. Zet een reservekopie terug."
        )
    found = _fingerprint(key)
    if expected not in (None, found):
        raise StoreUnavailable(
            f"De sleutel in {path} is een andere dan waarmee eerder is ingelezen. Zet de eerdere "
            "sleutel terug."
        )
    return key


def record_key(intake: Connection, key: bytes) -> None:
    """Remember, inside the transaction of the first records, which key they were hashed with."""
    intake.execute(
        "INSERT INTO intake_meta VALUES ($name, $value) ON CONFLICT DO NOTHING",
        {"name": _NAME, "value": _fingerprint(key)},
    )


def _expected_fingerprint(intake: Connection) -> str | None:
    found = rows(intake, "SELECT value FROM intake_meta WHERE name = $name", {"name": _NAME})
    return str(found[0][0]) if found else None


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(b"smartdash:" + key).hexdigest()[:16]


def _create(path: Path) -> None:
    """Write a new key that only its owner can read; whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".new")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_hex(32).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    half.rename(path)
