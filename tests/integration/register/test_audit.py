"""The record of what was done: only ever added to, and whole or known to be broken."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError

from register.audit import BrokenChain, Event, entries, record, verify
from register.store import Register

TRIGGERS = ("audit_no_update", "audit_no_delete")


def filled(register: Register, count: int = 5) -> Register:
    for number in range(count):
        record(register, Event.PUBLISHED, f"versie {number}", account=number)
    return register


def tampered(register: Register, statement: str) -> None:
    """What somebody with the file can do: take the triggers away and write."""
    with sqlite3.connect(register.file) as connection:
        for trigger in TRIGGERS:
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
    connection.close()


def test_a_record_that_nobody_touched_is_whole(register: Register) -> None:
    assert verify(register) is None
    last = verify(filled(register))
    assert last
    assert (last.id, last.about) == (5, "versie 4")
    assert [one.id for one in entries(register, newest=2)] == [5, 4]


@pytest.mark.parametrize(
    "statement", ["UPDATE audit SET about = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE id = 5"]
)
def test_what_was_done_can_be_changed_by_no_statement(register: Register, statement: str) -> None:
    filled(register)
    with pytest.raises(IntegrityError, match="stays recorded"), register.writing() as connection:
        connection.exec_driver_sql(statement)
    assert len(entries(register)) == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET about = 'iets anders' WHERE id = 3",
        "UPDATE audit SET account = NULL WHERE id = 3",
        "UPDATE audit SET at = '2020-01-01 00:00:00.000000' WHERE id = 3",
        "UPDATE audit SET hash = 'x' WHERE id = 3",
        "DELETE FROM audit WHERE id = 3",
    ],
)
def test_a_change_behind_our_back_is_found_where_it_was_made(register: Register, statement: str) -> None:
    filled(register)
    tampered(register, statement)
    with pytest.raises(BrokenChain) as broken:
        verify(register)
    assert broken.value.number == 3


def test_an_end_that_was_cut_off_is_found_with_a_number_kept_elsewhere(register: Register) -> None:
    kept = verify(filled(register))
    assert kept
    record(register, Event.SIGNED_OUT)
    assert verify(register, kept.hash)
    tampered(register, "DELETE FROM audit WHERE id >= 5")
    assert verify(register)
    with pytest.raises(BrokenChain):
        verify(register, kept.hash)


def test_entries_of_many_at_once_form_one_chain(register: Register) -> None:
    record(register, Event.PUBLISHED)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: record(register, Event.EXPORTED, str(number)), range(20)))
    last = verify(register)
    assert last
    assert last.id == 21
