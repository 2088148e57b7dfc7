"""Attempts to come in: counted before they are looked at, once for all workers together."""

from sqlalchemy import Connection, select, update

from register.accounts import MOST_FAILURES, Account, account_of, plain_name
from register.audit import Event, record_in
from register.moments import now
from register.passwords import fits
from register.store import Register
from register.tables import account


def signed_in_with_password(register: Register, name: str, password: str) -> Account | None:
    """The account that this password opens; None for a wrong one, and for one that is locked or disabled.

    The attempt is counted before the password is looked at, so that many at once get no more chances.
    """
    with register.writing() as connection:
        row = connection.execute(select(account).where(account.c.name == plain_name(name))).first()
        allowed = row is not None and _count_attempt(connection, row.id)
    right = fits(row.password if row is not None and allowed else None, password)
    if row is not None and right:
        return account_of(row)
    with register.writing() as connection:
        record_in(connection, Event.SIGN_IN_FAILED, account=row.id if row is not None else None)
    return None


def attempt_second_factor(register: Register, number: int) -> bool:
    """Whether this account may try a code; the attempt is counted."""
    with register.writing() as connection:
        return _count_attempt(connection, number)


def forget_failures(register: Register, number: int) -> None:
    """The attempt that was counted succeeded."""
    with register.writing() as connection:
        connection.execute(update(account).where(account.c.id == number).values(failures=0))


def has_signed_in(connection: Connection, number: int) -> None:
    """Forget the failures: the door was opened."""
    changed = {"failures": 0, "signed_in_at": now()}
    connection.execute(update(account).where(account.c.id == number).values(changed))
    record_in(connection, Event.SIGNED_IN, account=number)


def _count_attempt(connection: Connection, number: int) -> bool:
    may_try = (
        (account.c.id == number) & (account.c.failures < MOST_FAILURES) & account.c.disabled_at.is_(None)
    )
    counted = update(account).where(may_try).values(failures=account.c.failures + 1)
    if connection.execute(counted).rowcount != 1:
        return False
    failures = connection.execute(select(account.c.failures).where(account.c.id == number)).scalar()
    if failures == MOST_FAILURES:
        record_in(connection, Event.LOCKED, account=number)
    return True
