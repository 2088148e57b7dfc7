"""A purge that is killed, at whatever step, leaves all or nothing; the next one finishes it."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.importing.intake import import_deliveries
from data.importing.outcome import State
from data.purging.purge import purge
from data.schema_intake import KEPT_TABLES
from data.store import open_intake, rows
from settings import Settings
from tests.installation import PROJECT
from tests.integration.killing import killed

_SAMPLES = PROJECT / "data" / "samples"
_TODAY = date.today()  # noqa: DTZ011 - a delivery is received today
_LATER = _TODAY + timedelta(740)
_PURGER = """
from datetime import date
from pathlib import Path
from data.purging.purge import purge
from settings import Settings
home = Path(sys.argv[2])
purge(Settings(home / "home", date.fromisoformat(sys.argv[3]), home / "client.key"), lambda *told: None)
"""
_MOMENTS = (
    "data.purging.purge:_keep:after",
    "data.purging.purge:_remove:after",
    "data.store:copied:after",
    "data.purging.purge:rewritten:after",
    "data.purging.purge:discard:after",
)


def _settings(home: Path) -> Settings:
    return Settings(home / "home", _LATER, home / "client.key")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("used")
    names = ("2022-2024-P12.csv", "2025-H1-P12.csv")
    deliveries = [_SAMPLES / "plan", *(_SAMPLES / "trajecten" / name for name in names)]
    outcomes = import_deliveries(Settings(home / "home", _TODAY, home / "client.key"), deliveries)
    assert {outcome.state for outcome in outcomes} == {State.ACCEPTED}
    return home


@pytest.fixture(scope="module")
def purged(used: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a purge that nobody disturbs leaves."""
    home = tmp_path_factory.mktemp("purged") / "whole"
    shutil.copytree(used, home)
    purge(_settings(home), lambda *_: None)
    return home


def _left(home: Path) -> list[object]:
    """All that remains: records, sums, files, states and how much room the intake takes."""
    settings = _settings(home)
    with open_intake(settings, read_only=True) as intake:
        counted = [rows(intake, f"SELECT count(*) FROM {table.name}") for table in KEPT_TABLES]
        records = rows(intake, "SELECT delivery_period, count(*) FROM trajectory GROUP BY 1 ORDER BY 1")
        states = rows(intake, "SELECT partner, period, state FROM delivery ORDER BY id")
        marks = rows(intake, "SELECT name FROM intake_meta ORDER BY name")
        unused = rows(intake, "SELECT free_blocks FROM pragma_database_size()")[0][0]
    kept = sorted(path.name for path in settings.deliveries.iterdir())
    return [counted, records, states, marks, kept, int(str(unused)) <= 1]


def _records(home: Path) -> int:
    with open_intake(_settings(home), read_only=True) as intake:
        return int(str(rows(intake, "SELECT count(*) FROM trajectory")[0][0]))


@pytest.mark.parametrize("moment", _MOMENTS)
def test_a_killed_purge_is_finished_by_the_next(
    used: Path, purged: Path, tmp_path: Path, moment: str
) -> None:
    home = tmp_path / "killed"
    shutil.copytree(used, home)
    killed(moment, _PURGER, home, _LATER.isoformat())
    assert _records(home) in {_records(used), _records(purged)}
    purge(_settings(home), lambda *_: None)
    assert _left(home) == _left(purged)
    assert list((home / "home" / "work").iterdir()) == []
