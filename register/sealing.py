"""Encrypts what the register must be able to read back, with keys that do not stand in it.

The keys that sign the cookies serve here too, each made into another one: who steals a copy of the register
has none of them. The first key seals; the others still open, until everything is sealed anew.
"""

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"smartdash second factor"
_SEALED = "gAAAA"
"""How everything that Fernet sealed begins; the secret of an app is never that."""


class UnopenedSecret(RuntimeError):
    """None of the keys opens it."""


class Seal:
    """Seals and opens with these keys; without keys, in a demonstration, nothing is sealed."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = [Fernet(_made_from(key)) for key in keys]

    def seal(self, secret: str) -> str:
        """The secret as it is kept."""
        return self._keys[0].encrypt(secret.encode()).decode() if self._keys else secret

    def open(self, kept: str) -> str:
        """The secret again; UnopenedSecret when its key is gone."""
        if not kept.startswith(_SEALED):
            return kept
        try:
            return MultiFernet(self._keys).decrypt(kept).decode() if self._keys else _refuse()
        except InvalidToken as error:
            raise UnopenedSecret from error

    def is_by_first_key(self, kept: str) -> bool:
        """Whether it need not be sealed anew."""
        if not self._keys:
            return True
        try:
            self._keys[0].decrypt(kept)
        except InvalidToken:
            return False
        return True


def _refuse() -> str:
    raise UnopenedSecret


def _made_from(key: bytes) -> bytes:
    made = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(key)
    return base64.urlsafe_b64encode(made)
