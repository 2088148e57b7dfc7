"""Sessions: who is signed in where. The cookie holds a secret, the register only its hash.

A session ends when it is not used for a while, and in any case after some hours.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, or_, select, update

from domain.role import Role
from register.accounts import end_sessions
from register.attempts import has_signed_in
from register.audit import Event, record_in
from register.moments import Clock, now
from register.store import Register
from register.tables import account, session

_WRITTEN_EVERY = timedelta(minutes=1)
"""When a session was used is kept to the minute: a write per request would cost more than it tells."""

_PROOF_LASTS = timedelta(minutes=10)
"""How long a second factor counts as just given: enough for a few changes in a row."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who a session belongs to; `viewing` is as whom an administrator looks."""

    account: int
    name: str
    role: Role
    partner: str | None
    viewing: str | None


class Sessions:
    """The sessions of one register."""

    def __init__(
        self, register: Register, *, idle: timedelta, longest: timedelta, clock: Clock = now
    ) -> None:
        self._register = register
        self._idle = idle
        self._longest = longest
        self._clock = clock

    def begin(self, number: int, *, is_proven: bool = False) -> str:
        """The secret of a new session of this account; whoever did not come back is cleared away."""
        secret, moment = secrets.token_urlsafe(32), self._clock()
        row = {
            "hash": _hash(secret),
            "account": number,
            "created_at": moment,
            "used_at": moment,
            "proven_at": moment if is_proven else None,
        }
        over = or_(session.c.used_at < moment - self._idle, session.c.created_at < moment - self._longest)
        with self._register.writing() as connection:
            connection.execute(delete(session).where(over))
            connection.execute(insert(session).values(row))
            has_signed_in(connection, number)
        return secret

    def find(self, secret: str, *, by_reader: bool = True) -> SignedIn | None:
        """Who is signed in with this secret; None when the session is over or the account closed.

        What a page asks by itself is not `by_reader`: a screen that nobody looks at must not stay open.
        """
        with self._register.reading() as connection:
            row = connection.execute(
                select(session, account.c.name, account.c.role, account.c.partner)
                .join(account, account.c.id == session.c.account)
                .where((session.c.hash == _hash(secret)) & account.c.disabled_at.is_(None))
            ).first()
        if row is None:
            return None
        moment = self._clock()
        if moment - row.used_at > self._idle or moment - row.created_at > self._longest:
            self._end(secret)
            return None
        if by_reader and moment - row.used_at >= _WRITTEN_EVERY:
            self._change(secret, used_at=moment)
        return SignedIn(row.account, row.name, Role(row.role), row.partner, row.viewing)

    def end(self, secret: str, number: int) -> None:
        """Sign out here."""
        self._end(secret)
        with self._register.writing() as connection:
            record_in(connection, Event.SIGNED_OUT, account=number)

    def end_everywhere(self, number: int) -> None:
        """Sign this account out on every device."""
        with self._register.writing() as connection:
            end_sessions(connection, number)
            record_in(connection, Event.SIGNED_OUT, "overal", account=number)

    def is_proven(self, secret: str) -> bool:
        """Whether a second factor was given in this session in the last few minutes."""
        asked = select(session.c.proven_at).where(session.c.hash == _hash(secret))
        with self._register.reading() as connection:
            proven_at = connection.execute(asked).scalar()
        return proven_at is not None and self._clock() - proven_at <= _PROOF_LASTS

    def prove(self, secret: str) -> None:
        """A second factor was given just now."""
        self._change(secret, proven_at=self._clock())

    def view_as(self, secret: str, number: int, viewing: str | None) -> None:
        """Let an administrator look as somebody, or with None no longer; recorded either way."""
        with self._register.writing() as connection:
            connection.execute(update(session).where(session.c.hash == _hash(secret)).values(viewing=viewing))
            record_in(connection, Event.LOOKED_AS, viewing or "zichzelf", account=number)

    def _end(self, secret: str) -> None:
        with self._register.writing() as connection:
            connection.execute(delete(session).where(session.c.hash == _hash(secret)))

    def _change(self, secret: str, **changed: object) -> None:
        with self._register.writing() as connection:
            connection.execute(update(session).where(session.c.hash == _hash(secret)).values(changed))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
