"""An import that is killed, at whatever moment, leaves whole deliveries or nothing of them."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from data.importing import examination
from data.importing.findings import Finding
from data.importing.outcome import State
from data.store import Connection, open_intake, rows
from settings import Settings
from tests.installation import PROJECT, installation
from tests.integration.importing.deliveries import record, records, taken_in, write_rows
from tests.integration.importing.workbooks import write_workbook
from tests.integration.killing import killed

_ROWS = 3000
_IMPORTER = """
import sys
from pathlib import Path
from data.importing.intake import import_deliveries
from settings import load_settings
print("ready", flush=True)
for path in sys.argv[1:]:
    outcome = import_deliveries(load_settings(), [Path(path)])[0]
    print(outcome.state.value, Path(path).stem, flush=True)
"""


def _deliveries(folder: Path, number: int) -> list[Path]:
    """One file a half-year, each of its own size."""
    periods = [f"{2020 + index // 2}-H{index % 2 + 1}" for index in range(number)]
    return [
        write_rows(
            folder / f"{period}.csv",
            records(_ROWS + index, leverperiode=period, begindatum=f"{period[:4]}-01-02"),
        )
        for index, period in enumerate(periods)
    ]


def _killed_after(seconds: float, home: Path, paths: list[Path]) -> list[str]:
    """Import the files one by one in a process of its own, kill it, and return what it had acknowledged."""
    importer = subprocess.Popen(
        [sys.executable, "-c", _IMPORTER, *map(str, paths)],
        cwd=PROJECT,
        env={
            **os.environ,
            **installation(home),
            "SMARTDASH_KEY_FILE": str(home.parent / "key" / "client.key"),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    with importer as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        told = process.stdout.read().splitlines()
    return [line.split()[1] for line in told if line.startswith("accepted")]


def _assert_whole(settings: Settings, acknowledged: set[str]) -> None:
    with open_intake(settings) as intake:
        stored = rows(intake, "SELECT delivery_period, count(*) FROM trajectory GROUP BY ALL ORDER BY ALL")
        accepted = rows(
            intake,
            "SELECT period, rows FROM delivery WHERE kind = 'trajecten' AND state = 'accepted' ORDER BY ALL",
        )
        kept = rows(intake, "SELECT stored_as, sha256 FROM delivery WHERE kind = 'trajecten'")
    assert stored == accepted
    assert acknowledged <= {str(period) for period, _ in accepted}
    for name, sha256 in kept:
        assert hashlib.sha256((settings.deliveries / str(name)).read_bytes()).hexdigest() == sha256


def _survives(settings: Settings, folder: Path, moments: list[float]) -> None:
    paths = _deliveries(folder, 8)
    acknowledged: set[str] = set()
    for moment in moments:
        acknowledged |= set(_killed_after(moment, settings.home, paths))
        _assert_whole(settings, acknowledged)
    outcomes = taken_in(settings, *paths)
    assert {outcome.state for outcome in outcomes} <= {State.ACCEPTED, State.KNOWN}
    _assert_whole(settings, {path.stem for path in paths})
    assert len(list(settings.deliveries.iterdir())) == len(paths) + 1  # and the plan: no orphans are left
    assert list((settings.home / "work").iterdir()) == []


def test_a_killed_import_leaves_no_half_delivery(planned: Settings, tmp_path: Path) -> None:
    _survives(planned, tmp_path / "in", [index * 0.13 for index in range(8)])


@pytest.mark.exhaustive
@pytest.mark.timeout(900)
def test_an_import_killed_at_many_moments_leaves_no_half_delivery(planned: Settings, tmp_path: Path) -> None:
    chosen = random.Random(20261101)
    _survives(planned, tmp_path / "in", [chosen.uniform(0, 1.5) for _ in range(72)])


_CHECKER = """
from datetime import date
from pathlib import Path
from data.importing.intake import import_deliveries
from settings import Settings
home = Path(sys.argv[2])
settings = Settings(home / "home", date(2026, 11, 1), home / "key" / "client.key")
import_deliveries(settings, [Path(sys.argv[3])])
"""


@pytest.mark.parametrize("name", ["trajecten.csv", "trajecten.xlsx"])
def test_what_was_about_to_be_refused_is_gone_after_a_crash_too(
    planned: Settings, tmp_path: Path, name: str
) -> None:
    bad = [record(client="iemand@voorbeeld.example", informant="cliënt")]
    path = tmp_path / name
    if path.suffix == ".xlsx":
        write_workbook(path, Blad1=bad)
    else:
        write_rows(path, bad, encoding="cp1252")
    killed("data.importing.content:examined:before", _CHECKER, tmp_path, path)
    work = planned.home / "work"
    assert [copy.suffix for copy in work.rglob("*.csv")] == [".csv"]  # the working copy of the one killed
    (planned.home / "intake.duckdb.tmp").mkdir()  # where an earlier release had rows that did not fit
    assert [outcome.state for outcome in taken_in(planned, write_rows(tmp_path / "P01.csv", [record()]))] == [
        State.ACCEPTED
    ]
    assert list(work.iterdir()) == []
    assert not (planned.home / "intake.duckdb.tmp").exists()
    assert len(list(planned.deliveries.iterdir())) == 2  # the plan and the good one


def test_rows_that_do_not_fit_in_memory_go_where_they_are_cleared_away(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def examined(session: Connection, *given: Any, **named: Any) -> list[Finding]:
        asked.append(str(rows(session, "SELECT current_setting('temp_directory')")[0][0]))
        return examination.examined(session, *given, **named)

    monkeypatch.setattr("data.importing.content.examined", examined)
    taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record()]))
    assert [Path(place).parent for place in asked] == [planned.home / "work"]


def test_any_command_clears_away_what_a_killed_one_left(planned: Settings, tmp_path: Path) -> None:
    killed(
        "data.importing.content:examined:before",
        _CHECKER,
        tmp_path,
        write_rows(tmp_path / "t.csv", [record()]),
    )
    assert list((planned.home / "work").iterdir())
    environment = {**os.environ, **installation(planned.home)}
    subprocess.run([sys.executable, "manage.py", "versions"], cwd=PROJECT, env=environment, check=True)
    assert list((planned.home / "work").iterdir()) == []
