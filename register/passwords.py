"""Passwords: how one is kept, checked and made. A password itself is stored nowhere."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 256
"""Longer ones only cost time to hash."""

_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_urlsafe())


class UnusablePassword(ValueError):
    """The password is too short or too long."""


def hashed(password: str) -> str:
    """What is kept of a password; UnusablePassword outside 12 to 256 characters."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UnusablePassword(f"Neem een wachtwoord van {SHORTEST} tot {LONGEST} tekens.")
    return _HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether it is this password; takes as long for an account without one, or for nobody's."""
    try:
        _HASHER.verify(kept or _NOBODY, password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def made() -> str:
    """A new password for somebody who will choose another one."""
    return secrets.token_urlsafe(15)
