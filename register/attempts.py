"""Attempts to come in: counted before they are looked at, once for all workers together.

Passwords and codes are counted apart: who can type only passwords cannot keep a session from its codes.
"""

from collections.abc import Callable

from sqlalchemy import Connection, Row, select, update

from register.accounts import Account, account_of, plain_name
from register.audit import Event, record_in
from register.locks import MOST_FAILURES, is_locked, locked_until, remembered
from register.moments import now
from register.passwords import fits
from register.store import Register
from register.tables import account, stranger

_CODE = "tweede factor"


def signed_in_with_password(register: Register, name: str, password: str) -> Account | None:
    """The account that this password opens; None for a wrong one, and for one that is locked or disabled.

    The attempt is counted before the password is looked at, so that many at once get no more chances. Each
    refusal stores something twice, also of a name that nobody has: how long it takes tells nothing.
    """
    with register.writing() as connection:
        row = connection.execute(select(account).where(account.c.name == plain_name(name))).first()
        allowed = row is not None and _count_password(connection, row)
        if not allowed:
            connection.execute(update(stranger).values(attempts=stranger.c.attempts + 1))
    right = fits(row.password if row is not None and allowed else None, password)
    with register.writing() as connection:
        if row is not None and right:
            _forget_passwords(connection, row.id)
            return account_of(row)
        record_in(connection, Event.SIGN_IN_FAILED, account=row.id if row is not None else None)
    return None


def code_opens(register: Register, number: int, is_right: Callable[[], bool]) -> bool:
    """Whether a code of the second factor is right; each is counted first, and a refused one recorded.

    After ten in a row none is, until an administrator unlocks the account: who got here has the password.
    """
    with register.writing() as connection:
        allowed = _count_code(connection, number)
    opens = allowed and is_right()
    with register.writing() as connection:
        if opens:
            connection.execute(update(account).where(account.c.id == number).values(code_failures=0))
        else:
            record_in(connection, Event.SIGN_IN_FAILED, _CODE, account=number)
    return opens


def has_signed_in(connection: Connection, number: int) -> None:
    """Forget the failures: the door was opened."""
    _forget_passwords(connection, number)
    connection.execute(update(account).where(account.c.id == number).values(signed_in_at=now()))
    record_in(connection, Event.SIGNED_IN, account=number)


def _forget_passwords(connection: Connection, number: int) -> None:
    forgotten = {"failures": 0, "failed_at": None}
    connection.execute(update(account).where(account.c.id == number).values(forgotten))


def _count_password(connection: Connection, row: Row[tuple[object, ...]]) -> bool:
    """Whether this account may try now; the transaction writes, so that no other counts meanwhile."""
    moment = now()
    if row.disabled_at is not None or row.code_failures >= MOST_FAILURES:
        return False
    if is_locked(row.failures, row.failed_at, moment):
        return False
    failures = remembered(row.failures, row.failed_at, moment) + 1
    counted = {"failures": failures, "failed_at": moment}
    connection.execute(update(account).where(account.c.id == row.id).values(counted))
    if locked_until(failures, moment) is not None:
        record_in(connection, Event.LOCKED, account=row.id)
    return True


def _count_code(connection: Connection, number: int) -> bool:
    may_try = (
        (account.c.id == number) & (account.c.code_failures < MOST_FAILURES) & account.c.disabled_at.is_(None)
    )
    counted = update(account).where(may_try).values(code_failures=account.c.code_failures + 1)
    if connection.execute(counted).rowcount != 1:
        return False
    asked = select(account.c.code_failures).where(account.c.id == number)
    if connection.execute(asked).scalar() == MOST_FAILURES:
        record_in(connection, Event.LOCKED, _CODE, account=number)
    return True
