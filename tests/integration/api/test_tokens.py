"""The tokens of the interface: made and revoked on the command line, kept as hashes in the register."""

import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from typer.testing import CliRunner

from domain.audience import PUBLIC, STEERING, UnknownAudience, parse_audience
from manage import app as commands
from register.migrating import configuration
from register.store import Register, UnusableRegister
from register.tables import REVISION, register_metadata
from register.tokens import audience_of, issue_token, issued_tokens, revoke_token
from tests.installation import manage
from tests.integration.api.conftest import settings_of


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(settings_of(tmp_path))


def test_the_last_line_of_the_command_is_a_token_that_opens_the_door(
    register: Register, tmp_path: Path
) -> None:
    printed = manage("token", "--audience", "partner:P01", "--note", "Proef", home=tmp_path)
    secret = printed.splitlines()[-1]
    assert audience_of(register, secret) == parse_audience("partner:P01")
    assert len(secret) >= 43  # 256 bits in base 64


def test_tokens_are_listed_without_their_secret_and_can_be_revoked(
    register: Register, tmp_path: Path
) -> None:
    secret = issue_token(register, STEERING, "Proef")
    listed = manage("token", "list", home=tmp_path)
    assert "steering" in listed
    assert "Proef" in listed
    assert secret not in listed
    manage("token", "revoke", "1", home=tmp_path)
    assert audience_of(register, secret) is None


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["token"], 2),
        (["token", "--audience", "iedereen"], 2),
        (["token", "--audience", "partner:../P01"], 2),
        (["token", "revoke", "7"], 1),
    ],
)
def test_a_command_that_cannot_be_carried_out_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int
) -> None:
    monkeypatch.setenv("SMARTDASH_HOME", str(tmp_path))
    answer = CliRunner().invoke(commands, arguments)
    assert answer.exit_code == status
    assert answer.stdout == ""
    assert answer.stderr


@pytest.mark.parametrize(
    "text", ["", "partner", "partner:", "partner:a/b", "partner:..", "Steering", "public:P01"]
)
def test_what_is_no_audience_is_refused(text: str) -> None:
    with pytest.raises(UnknownAudience):
        parse_audience(text)


@pytest.mark.parametrize("text", ["steering", "public", "partner:P01", "partner:Zorg & Co"])
def test_an_audience_reads_back_as_it_was_written(text: str) -> None:
    assert parse_audience(text).code == text


def test_the_register_holds_no_token_only_its_hash(register: Register) -> None:
    secret = issue_token(register, PUBLIC)
    written = b"".join(path.read_bytes() for path in register.file.parent.glob("register.sqlite*"))
    assert secret.encode() not in written
    assert b"public" in written


def test_no_two_tokens_are_the_same(register: Register) -> None:
    assert len({issue_token(register, STEERING) for _ in range(20)}) == 20


def test_a_token_is_revoked_once(register: Register) -> None:
    issue_token(register, STEERING)
    assert revoke_token(register, 1)
    first = issued_tokens(register)[0].revoked_at
    assert not revoke_token(register, 1)
    assert issued_tokens(register)[0].revoked_at == first


def test_only_the_owner_may_read_the_register(register: Register) -> None:
    issue_token(register, STEERING)
    assert stat.S_IMODE(register.file.stat().st_mode) == 0o600


def test_many_first_users_at_once_make_one_register(tmp_path: Path) -> None:
    def issue(_: int) -> str:
        return issue_token(Register(settings_of(tmp_path)), STEERING)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(issue, range(8)))
    assert len(set(made)) == len(issued_tokens(Register(settings_of(tmp_path)))) == 8


def test_the_migrations_lead_to_the_tables_as_declared(register: Register) -> None:
    with register.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), register_metadata)
    assert differences == []
    assert ScriptDirectory.from_config(configuration()).get_current_head() == REVISION


def test_a_failed_migration_leaves_nothing_behind(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("stroom weg")

    with monkeypatch.context() as broken:
        broken.setattr("alembic.migration.HeadMaintainer.update_to_step", fail)
        with pytest.raises(RuntimeError):
            issue_token(register, STEERING)
    tables = sqlite3.connect(register.file)
    assert tables.execute("SELECT name FROM sqlite_master").fetchall() == []
    tables.close()
    assert issue_token(register, STEERING)


def test_a_damaged_register_is_named_with_what_to_do(register: Register) -> None:
    register.file.write_bytes(b"geen register" * 1000)
    with pytest.raises(UnusableRegister, match="reservekopie"):
        issued_tokens(register)


def test_a_register_that_another_command_holds_is_waited_for_and_then_named(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue_token(register, STEERING)
    monkeypatch.setattr("register.store._BUSY_SECONDS", 0.1)
    other = Register(settings_of(register.file.parent))
    with register.writing(), pytest.raises(UnusableRegister, match="bezet"):
        issue_token(other, STEERING)
    assert len(issued_tokens(other)) == 1


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("een bestand, geen map")
    with pytest.raises(UnusableRegister, match="rechten"):
        issue_token(Register(settings_of(tmp_path / "home")), STEERING)
