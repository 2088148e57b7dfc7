"""Locks after failures: counted in the register, ended by time or by the administrator, told by no clock."""

from collections.abc import Callable
from datetime import timedelta

import pyotp
import pytest
from alembic import command
from sqlalchemy import create_engine, event, select, text, update

from domain.role import Role
from register import second_factor
from register.accounts import add_account, disable, find_account, unlock
from register.attempts import code_opens, signed_in_with_password
from register.audit import Event, entries
from register.locks import MOST_FAILURES
from register.migrating import configuration
from register.passwords import hashed
from register.store import Register
from register.tables import account

PASSWORD = "een-lang-wachtwoord"
NAME = "jan"
OLD_ACCOUNT = text(
    "INSERT INTO account (name, role, password, failures, created_at)"
    " VALUES (:name, :role, :password, :failures, '2026-01-01 00:00:00')"
)


@pytest.fixture
def number(register: Register) -> int:
    return add_account(register, NAME, Role.ADMINISTRATOR, PASSWORD)


def fail(register: Register, times: int = MOST_FAILURES) -> None:
    for _ in range(times):
        assert signed_in_with_password(register, NAME, "fout") is None


def let_pass(register: Register, minutes: int) -> None:
    """As if the last failure were so long ago."""
    with register.writing() as connection:
        failed_at = connection.execute(select(account.c.failed_at)).scalar_one()
        connection.execute(update(account).values(failed_at=failed_at - timedelta(minutes=minutes)))


def test_a_lock_by_wrong_passwords_ends_by_itself(register: Register, number: int) -> None:
    fail(register)
    assert signed_in_with_password(register, NAME, PASSWORD) is None
    let_pass(register, 14)
    assert find_account(register, NAME).is_locked
    assert signed_in_with_password(register, NAME, PASSWORD) is None
    let_pass(register, 1)
    assert not find_account(register, NAME).is_locked
    assert signed_in_with_password(register, NAME, PASSWORD)


def test_every_next_lock_lasts_twice_as_long_up_to_four_hours(register: Register, number: int) -> None:
    for minutes in (15, 30, 60, 120, 240, 240):
        fail(register)
        let_pass(register, minutes - 1)
        assert find_account(register, NAME).is_locked, minutes
        let_pass(register, 1)
        assert not find_account(register, NAME).is_locked, minutes
    assert [one.event for one in entries(register)].count(Event.LOCKED) == 6


def test_attempts_while_it_is_locked_do_not_make_the_lock_longer(register: Register, number: int) -> None:
    fail(register)
    let_pass(register, 10)
    fail(register, 5)
    let_pass(register, 5)
    assert signed_in_with_password(register, NAME, PASSWORD)


def test_failures_fade_after_a_day(register: Register, number: int) -> None:
    fail(register, MOST_FAILURES - 1)
    let_pass(register, 24 * 60 + 1)
    fail(register, MOST_FAILURES - 1)
    assert not find_account(register, NAME).is_locked


def test_a_right_password_forgets_the_wrong_ones(register: Register, number: int) -> None:
    for _ in range(3):
        fail(register, MOST_FAILURES - 1)
        assert signed_in_with_password(register, NAME, PASSWORD)


def test_wrong_passwords_of_anybody_keep_nobody_from_giving_a_code(register: Register, number: int) -> None:
    fail(register)
    assert code_opens(register, number, lambda: True)
    assert signed_in_with_password(register, NAME, PASSWORD) is None


def test_ten_wrong_codes_lock_until_the_administrator_unlocks(register: Register, number: int) -> None:
    for _ in range(MOST_FAILURES):
        assert not code_opens(register, number, lambda: False)
    assert not code_opens(register, number, lambda: True)
    assert find_account(register, NAME).asks_unlocking
    assert signed_in_with_password(register, NAME, PASSWORD) is None
    unlock(register, NAME)
    assert signed_in_with_password(register, NAME, PASSWORD)
    assert code_opens(register, number, lambda: True)


def test_unlocking_keeps_the_password_and_the_app_and_stands_on_the_record(
    register: Register, number: int
) -> None:
    secret = second_factor.begin()
    assert second_factor.confirm(register, number, secret, pyotp.TOTP(secret).now())
    fail(register)
    unlock(register, NAME, by=number)
    assert find_account(register, NAME).has_second_factor
    assert signed_in_with_password(register, NAME, PASSWORD)
    told = entries(register, event=Event.ACCOUNT_CHANGED)[0]
    assert (told.account, told.about) == (number, f"{number} ontgrendeld")


def written(register: Register, act: Callable[[], object]) -> list[str]:
    """What an act changed in the file, with each time that it had to reach the disk."""
    seen: list[str] = []

    def note(_connection: object, cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("SELECT", "PRAGMA", "BEGIN")) and cursor.rowcount > 0:  # type: ignore[attr-defined]
            seen.append(statement.split(maxsplit=1)[0])

    def end(_connection: object) -> None:
        seen.append("stored")

    engine = register._opened()
    event.listen(engine, "after_cursor_execute", note)
    event.listen(engine, "commit", end)
    act()
    event.remove(engine, "after_cursor_execute", note)
    event.remove(engine, "commit", end)
    return seen


def test_a_refusal_stores_as_much_whether_or_not_somebody_has_the_name(
    register: Register, number: int
) -> None:
    add_account(register, "op.slot", Role.STEERING, PASSWORD)
    add_account(register, "gesloten", Role.STEERING, PASSWORD)
    disable(register, "gesloten")
    for _ in range(MOST_FAILURES):
        signed_in_with_password(register, "op.slot", "fout")
    known, *others = [
        written(register, lambda name=name: signed_in_with_password(register, name, "fout"))  # type: ignore[misc]
        for name in (NAME, "niemand", "op.slot", "gesloten")
    ]
    assert known == ["UPDATE", "stored", "INSERT", "stored"]
    assert others == [known] * 3


def test_a_register_of_before_keeps_its_accounts_and_its_locks_end(register: Register) -> None:
    engine = create_engine(f"sqlite:///{register.file}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0003")
        for name, failures in ((NAME, 12), ("vrij", 0)):
            row = {"name": name, "role": "steering", "password": hashed(PASSWORD), "failures": failures}
            connection.execute(OLD_ACCOUNT, row)
    engine.dispose()
    assert find_account(register, NAME).is_locked
    assert signed_in_with_password(register, "vrij", PASSWORD)
    with register.writing() as connection:
        failed_at = connection.execute(select(account.c.failed_at).where(account.c.name == NAME)).scalar_one()
        changed = {"failed_at": failed_at - timedelta(minutes=15)}
        connection.execute(update(account).where(account.c.name == NAME).values(changed))
    assert signed_in_with_password(register, NAME, PASSWORD)
