"""Issues, finds, lists and revokes the tokens with which other tools ask for published figures.

A token itself is shown once and stored nowhere: the register keeps its hash.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from domain.audience import Audience, parse_audience
from register.audit import Event, record_in
from register.moments import now
from register.store import Register
from register.tables import token

_BYTES = 32


@dataclass(frozen=True)
class IssuedToken:
    """A token as it is listed: everything but the secret; moments in UTC."""

    id: int
    audience: str
    created_at: datetime
    revoked_at: datetime | None
    note: str | None
    used_at: datetime | None


def issue_token(
    register: Register, audience: Audience, note: str | None = None, *, by: int | None = None
) -> str:
    """A new bearer token for the audience; this is the only time that it can be seen."""
    secret = secrets.token_urlsafe(_BYTES)
    row = {"audience": audience.code, "hash": _hash(secret), "created_at": now(), "note": note}
    with register.writing() as connection:
        number = connection.execute(insert(token).values(row)).inserted_primary_key
        about = f"{number[0] if number else ''} gemaakt voor {audience.code}"
        record_in(connection, Event.TOKEN_CHANGED, about, account=by)
    return secret


def audience_of(register: Register, secret: str) -> Audience | None:
    """The audience that the token stands for; None for a token that is unknown or revoked.

    The first use of a day stands on the record: more would fill it with a tool that asks every minute.
    """
    offered = _hash(secret)
    with register.reading() as connection:
        valid = connection.execute(
            select(token.c.hash, token.c.audience, token.c.id, token.c.used_at).where(
                token.c.revoked_at.is_(None)
            )
        ).all()
    # Every token is compared in full, so that the time it takes tells nothing about any of them.
    found = [row for row in valid if hmac.compare_digest(row.hash, offered)]
    if not found:
        return None
    if not _is_today(found[0].used_at):
        _record_use(register, found[0].id, found[0].audience)
    return parse_audience(found[0].audience)


def _is_today(used_at: datetime | None) -> bool:
    return used_at is not None and used_at.date() >= now().date()


def _record_use(register: Register, number: int, audience: str) -> None:
    """Once, however many requests are the first at the same moment."""
    with register.writing() as connection:
        used_at = connection.execute(select(token.c.used_at).where(token.c.id == number)).scalar()
        if not _is_today(used_at):
            connection.execute(update(token).where(token.c.id == number).values(used_at=now()))
            record_in(connection, Event.INTERFACE_USED, f"sleutel {number} voor {audience}")


def issued_tokens(register: Register) -> list[IssuedToken]:
    """All tokens ever issued, oldest first, the revoked ones too."""
    columns = (
        token.c.id, token.c.audience, token.c.created_at, token.c.revoked_at, token.c.note, token.c.used_at,
    )  # fmt: skip
    with register.reading() as connection:
        return [IssuedToken(*row) for row in connection.execute(select(*columns).order_by(token.c.id))]


def revoke_token(register: Register, number: int, *, by: int | None = None) -> bool:
    """Whether there was such a token in force; from now on it opens nothing."""
    in_force = (token.c.id == number) & token.c.revoked_at.is_(None)
    with register.writing() as connection:
        revoked = connection.execute(update(token).where(in_force).values(revoked_at=now())).rowcount == 1
        if revoked:
            record_in(connection, Event.TOKEN_CHANGED, f"{number} ingetrokken", account=by)
    return revoked


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
