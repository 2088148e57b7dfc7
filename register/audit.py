"""The record of what was done: rows are only ever added, and each holds a hash over the one before.

Who may write the file can still rebuild the whole chain: keep the last hash somewhere else now and then, and
have it looked for with `audit verify`.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from register.moments import now
from register.store import Register
from register.tables import audit

START = "0" * 64
_LONGEST = 200


class Event(StrEnum):
    """What can be recorded; the value stands in the register and in text keys."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED = "locked"
    SIGNED_OUT = "signed_out"
    LOOKED_AS = "looked_as"
    DELIVERED = "delivered"
    PUBLISHED = "published"
    RELEASED = "released"
    ROLLED_BACK = "rolled_back"
    POLICY_CHANGED = "policy_changed"
    EXPORTED = "exported"
    INTERFACE_USED = "interface_used"
    ACCOUNT_CHANGED = "account_changed"
    TOKEN_CHANGED = "token_changed"  # noqa: S105 - an event


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done; `account` is empty for the command line."""

    id: int
    at: datetime
    account: int | None
    event: str
    about: str
    hash: str


class BrokenChain(RuntimeError):
    """The record was changed behind our back; `number` is the first entry that does not fit."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Regel {number} van het logboek past niet bij de regel ervoor.")
        self.number = number


def record(register: Register, event: Event, about: str = "", *, account: int | None = None) -> None:
    """Add one entry, in a transaction of its own."""
    with register.writing() as connection:
        record_in(connection, event, about, account=account)


def record_in(connection: Connection, event: Event, about: str = "", *, account: int | None = None) -> None:
    """Add one entry together with what it is about: both are stored, or neither."""
    last = connection.execute(select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1)).first()
    number, before = (last.id + 1, last.hash) if last else (1, START)
    at, told = now(), about[:_LONGEST]
    row = {"id": number, "at": at, "account": account, "event": str(event), "about": told}
    connection.execute(insert(audit).values(**row, hash=_hash(before, number, at, account, event, told)))


@contextmanager
def recorded(register: Register, event: Event, about: str, *, account: int | None = None) -> Iterator[None]:
    """What is done inside is recorded, or not done: an error there, or here, leaves no entry and no deed."""
    with register.writing() as connection:
        record_in(connection, event, about, account=account)
        yield


def entries(
    register: Register,
    *,
    newest: int | None = None,
    skip: int = 0,
    event: Event | None = None,
    account: int | None = None,
) -> list[Entry]:
    """What was done, the newest first; only of one kind, or by one account, where asked."""
    asked = select(audit).order_by(audit.c.id.desc()).limit(newest).offset(skip)
    if event is not None:
        asked = asked.where(audit.c.event == str(event))
    if account is not None:
        asked = asked.where(audit.c.account == account)
    with register.reading() as connection:
        return [Entry(*row) for row in connection.execute(asked)]


def verify(register: Register, expected: str | None = None) -> Entry | None:
    """The last entry of a record that fits together; BrokenChain when it does not, or misses `expected`."""
    seen, last = expected is None, None
    for entry in _verified(register):
        seen, last = seen or entry.hash == expected, entry
    if not seen:
        raise BrokenChain((last.id if last else 0) + 1)
    return last


def _verified(register: Register) -> Iterator[Entry]:
    before = START
    with register.reading() as connection:
        found = [Entry(*row) for row in connection.execute(select(audit).order_by(audit.c.id))]
    for number, entry in enumerate(found, start=1):
        fits = _hash(before, entry.id, entry.at, entry.account, entry.event, entry.about) == entry.hash
        if entry.id != number or not fits:
            raise BrokenChain(number)
        before = entry.hash
        yield entry


def _hash(before: str, number: int, at: datetime, account: int | None, event: str, about: str) -> str:
    told = json.dumps([before, number, at.isoformat(), account, str(event), about], ensure_ascii=True)
    return hashlib.sha256(told.encode("ascii")).hexdigest()
