"""Data of an older or newer program is brought up to date, or the message says what to do."""

import shutil
from pathlib import Path

import duckdb
import pytest

from data.importing.intake import check_deliveries, import_deliveries
from data.importing.outcome import State
from data.published import PublishedFiles
from data.publishing import publish
from data.schema import SCHEMA_VERSION
from data.servable import NewerSchema, OtherSchema
from data.store import INTAKE_VERSION, NEWEST_STORAGE, StoreUnavailable, connect_readonly, open_intake, rows
from settings import Settings
from tests.installation import PROJECT, TODAY

SAMPLES = PROJECT / "data" / "samples"
RECORDS = SAMPLES / "trajecten" / "2025-H1-P12.csv"
ADDED_SINCE = ("purge_log", "kept_sum", "kept_value", "kept_surplus")


@pytest.fixture(scope="module")
def current(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("current")
    import_deliveries(at(folder), [SAMPLES / "plan", RECORDS])
    return folder


@pytest.fixture
def older(current: Path, tmp_path: Path) -> Settings:
    """An intake as the first release left it."""
    shutil.copytree(current, tmp_path, dirs_exist_ok=True)
    with duckdb.connect(str(at(tmp_path).intake_file)) as intake:
        for table in ADDED_SINCE:
            intake.execute(f"DROP TABLE {table}")
        for column in ("q1", "q3", "records", "eligible"):
            intake.execute(f"ALTER TABLE aggregate DROP COLUMN {column}")
        intake.execute("UPDATE intake_meta SET value = '1' WHERE name = 'schema_version'")
    return at(tmp_path)


def at(folder: Path) -> Settings:
    return Settings(folder / "home", TODAY, folder / "client.key")


def test_an_older_intake_gets_what_it_lacks_and_keeps_what_it_has(older: Settings) -> None:
    with open_intake(older, read_only=True) as intake:
        assert rows(intake, "SELECT value FROM intake_meta WHERE name = 'schema_version'") == [
            (str(INTAKE_VERSION),)
        ]
        assert rows(intake, "SELECT count(*) FROM kept_sum") == [(0,)]
        assert rows(intake, "SELECT count(*) > 0 FROM trajectory") == [(True,)]


def test_an_older_intake_is_checked_against_filled_and_published(older: Settings) -> None:
    figures = SAMPLES / "cijfers" / "2025-H1-P06.csv"
    assert [outcome.state for outcome in check_deliveries(older, [figures])] == [State.FINE]
    assert [outcome.state for outcome in import_deliveries(older, [figures])] == [State.ACCEPTED]
    assert publish(older) == "000001"


def test_an_intake_of_a_later_program_is_left_alone(older: Settings) -> None:
    with duckdb.connect(str(older.intake_file)) as intake:
        intake.execute("UPDATE intake_meta SET value = '99' WHERE name = 'schema_version'")
    for read_only in (True, False):
        with pytest.raises(StoreUnavailable, match="nieuwere versie van dit programma"):
            open_intake(older, read_only=read_only)


def test_a_file_of_a_later_duckdb_says_what_to_do(older: Settings) -> None:
    content = bytearray(older.intake_file.read_bytes())
    content[12:20] = (NEWEST_STORAGE + 1).to_bytes(8, "little")
    older.intake_file.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="nieuwere versie van DuckDB"):
        open_intake(older)
    with pytest.raises(StoreUnavailable, match="nieuwere versie van DuckDB"):
        connect_readonly(older.intake_file)


def test_a_file_that_is_no_database_says_what_to_do(older: Settings) -> None:
    older.intake_file.write_text("geen database", "utf-8")
    with pytest.raises(StoreUnavailable, match="reservekopie"):
        open_intake(older)


def test_the_newest_form_that_duckdb_writes_is_one_that_it_reads(tmp_path: Path) -> None:
    path = tmp_path / "latest.duckdb"
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{path}' AS latest (STORAGE_VERSION 'latest')")
        connection.execute("CREATE TABLE latest.word (word VARCHAR)")
    assert int.from_bytes(path.read_bytes()[12:20], "little") == NEWEST_STORAGE


@pytest.mark.parametrize(
    ("version", "error", "advice"),
    [
        (SCHEMA_VERSION - 1, OtherSchema, "publish"),
        (SCHEMA_VERSION + 1, NewerSchema, "Werk dit programma bij"),
    ],
)
def test_figures_of_another_program_say_what_to_do(
    version: int, error: type[Exception], advice: str, tmp_path: Path
) -> None:
    settings = at(tmp_path)
    (settings.published / "000001").mkdir(parents=True)
    (settings.published / "current").write_text("000001", "ascii")
    with duckdb.connect(str(settings.published / "000001" / "steering.duckdb")) as file:
        file.execute(f"CREATE TABLE publication AS SELECT {version} AS schema_version")
    with pytest.raises(error, match=advice):
        PublishedFiles(settings).open("steering")


def test_a_new_version_follows_one_that_an_older_program_published(older: Settings) -> None:
    publish(older)
    for path in (older.published / "000001").glob("*.duckdb"):
        path.chmod(0o600)
        with duckdb.connect(str(path)) as file:
            file.execute(f"UPDATE publication SET schema_version = {SCHEMA_VERSION - 1}")
            if path.stem != "exact":  # of which the figures are a view on what is kept
                file.execute("ALTER TABLE observation DROP COLUMN hidden_since")
            file.execute("DROP TABLE policy")
    assert publish(older) == "000002"
    assert PublishedFiles(older).open("steering").version == "000002"
