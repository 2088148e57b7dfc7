"""Accounts: made, closed and opened again; attempts counted once for all workers, also when one is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import insert, inspect
from sqlalchemy.exc import IntegrityError

from domain.role import Role
from register.accounts import (
    UnknownAccount,
    UnusableAccount,
    accounts,
    add_account,
    change_role,
    disable,
    find_account,
    reset,
)
from register.attempts import signed_in_with_password
from register.audit import Event, entries, verify
from register.locks import MOST_FAILURES
from register.passwords import UnusablePassword
from register.store import Register
from register.tables import account, register_metadata
from tests.installation import PROJECT, installation, manage

PASSWORD = "een-lang-wachtwoord"
ATTEMPT = """
import sys
from settings import load_settings
from register.attempts import signed_in_with_password
from register.store import Register
register = Register(load_settings())
print("klaar", flush=True)
sys.stdin.readline()
while True:
    signed_in_with_password(register, "jan", "fout")
    print("geweigerd", flush=True)
"""


def test_a_password_is_stored_nowhere(register: Register) -> None:
    add_account(register, "jan", Role.STEERING, PASSWORD)
    assert PASSWORD.encode() not in register.file.read_bytes()
    assert signed_in_with_password(register, "JAN ", PASSWORD)
    assert signed_in_with_password(register, "jan", PASSWORD.upper()) is None


@pytest.mark.parametrize("password", ["", "kort", "elf-tekens!", "x" * 257])
def test_a_password_that_is_too_short_or_too_long_is_refused(register: Register, password: str) -> None:
    with pytest.raises(UnusablePassword):
        add_account(register, "jan", Role.STEERING, password)
    assert accounts(register) == []


@pytest.mark.parametrize("name", ["", "  ", "met spatie", "x" * 81, "regel\nregel", "nul\x00"])
def test_a_name_that_cannot_be_typed_is_refused(register: Register, name: str) -> None:
    with pytest.raises(UnusableAccount):
        add_account(register, name, Role.STEERING, PASSWORD)


def test_a_name_belongs_to_one_account(register: Register) -> None:
    add_account(register, "jan", Role.STEERING, PASSWORD)
    with pytest.raises(UnusableAccount, match="al in gebruik"):
        add_account(register, "Jan", Role.ALDERMAN, PASSWORD)


@pytest.mark.parametrize(
    ("role", "partner"), [(Role.PARTNER, None), (Role.STEERING, "P01"), (Role.PARTNER, "../x")]
)
def test_a_partner_has_a_code_and_nobody_else_has(
    register: Register, role: Role, partner: str | None
) -> None:
    with pytest.raises(UnusableAccount):
        add_account(register, "jan", role, PASSWORD, partner)


def test_a_closed_account_opens_only_after_a_reset(register: Register) -> None:
    add_account(register, "jan", Role.STEERING, PASSWORD)
    disable(register, "jan")
    assert signed_in_with_password(register, "jan", PASSWORD) is None
    reset(register, "jan", "een ander wachtwoord")
    assert signed_in_with_password(register, "jan", PASSWORD) is None
    assert signed_in_with_password(register, "jan", "een ander wachtwoord")


def test_every_change_stands_on_the_record_without_a_name(register: Register) -> None:
    add_account(register, "jan", Role.STEERING, PASSWORD)
    change_role(register, "jan", Role.PARTNER, "P02")
    disable(register, "jan")
    assert [one.event for one in entries(register)] == [Event.ACCOUNT_CHANGED] * 3
    assert "jan" not in str(entries(register))
    with pytest.raises(UnknownAccount):
        disable(register, "piet")


def test_workers_together_get_ten_attempts_and_a_killed_one_loses_none(
    register: Register, tmp_path: Path
) -> None:
    add_account(register, "jan", Role.STEERING, PASSWORD)
    environment = {**os.environ, **installation(tmp_path)}
    command = [sys.executable, "-c", ATTEMPT]
    workers = [
        subprocess.Popen(
            command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    try:
        for worker in workers:
            assert worker.stdout
            assert worker.stdin
            assert worker.stdout.readline() == "klaar\n"
        for worker in workers:
            worker.stdin.write("\n")  # type: ignore[union-attr]
            worker.stdin.flush()  # type: ignore[union-attr]
        workers[0].stdout.readline()  # type: ignore[union-attr]
        workers[0].send_signal(signal.SIGKILL)
        until = time.monotonic() + 60
        while not find_account(register, "jan").is_locked and time.monotonic() < until:
            time.sleep(0.05)
    finally:
        for worker in workers:
            worker.kill()
            worker.communicate()
    assert find_account(register, "jan").is_locked
    assert signed_in_with_password(register, "jan", PASSWORD) is None
    assert [one.event for one in entries(register)].count(Event.LOCKED) == 1
    assert verify(register)
    reset(register, "jan", PASSWORD)
    assert signed_in_with_password(register, "jan", PASSWORD)
    assert MOST_FAILURES == 10


def test_the_migrations_make_the_tables_that_are_declared(register: Register) -> None:
    with register.reading() as connection:
        found = inspect(connection)
        for table in register_metadata.sorted_tables:
            columns = {column["name"] for column in found.get_columns(table.name)}
            assert columns == {column.name for column in table.columns}, table.name


def test_the_command_line_makes_lists_and_opens_accounts(tmp_path: Path) -> None:
    password = manage(
        "user", "add", "jan@werk.example", "--role", "partner", "--partner", "P01", home=tmp_path
    )
    assert len(password.strip()) == 20
    listed = manage("user", "list", home=tmp_path)
    assert "jan@werk.example" in listed
    assert "partner:P01" in listed
    assert "mag weer" in manage("user", "unlock", "jan@werk.example", home=tmp_path)
    assert manage("user", "reset", "jan@werk.example", home=tmp_path) != password
    assert "controlegetal" in manage("audit", "verify", home=tmp_path).lower()
    assert "account_changed" in manage("audit", home=tmp_path)


def test_an_error_of_the_register_repeats_nothing_that_was_to_be_kept(register: Register) -> None:
    secret = "$argon2id$van.iemand"
    with pytest.raises(IntegrityError) as caught, register.writing() as connection:
        connection.execute(insert(account).values(name=None, role="steering", password=secret))
    assert secret not in str(caught.value)
