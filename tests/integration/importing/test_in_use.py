"""Two commands at once: the second waits a while, and then says so in a way that a script understands."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import manage
from data.importing.outcome import State
from data.store import StoreInUse
from settings import Settings
from tests.installation import PROJECT, installation
from tests.integration.importing.deliveries import record, taken_in, write_rows

_HOLDER = """
import sys, time
from data.store import open_intake
from settings import load_settings
with open_intake(load_settings(), read_only=sys.argv[2] == "reads"):
    print("held", flush=True)
    time.sleep(float(sys.argv[1]))
"""


@contextmanager
def _held(settings: Settings, seconds: float, how: str = "writes") -> Iterator[None]:
    """Another command has the intake open for so long."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(seconds), how],
        cwd=PROJECT,
        env={**os.environ, **installation(settings.home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield
        process.kill()


@pytest.mark.parametrize("how", ["writes", "reads"])
def test_importing_waits_for_another_command_to_finish(planned: Settings, tmp_path: Path, how: str) -> None:
    with _held(planned, 1.0, how):
        outcomes = taken_in(planned, write_rows(tmp_path / "P01.csv", [record()]))
    assert [outcome.state for outcome in outcomes] == [State.ACCEPTED]


def test_importing_does_not_wait_for_ever(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.PATIENCE", 0.0)
    with (
        _held(planned, 60),
        pytest.raises(StoreInUse, match=r"intake\.duckdb is in gebruik door een andere opdracht"),
    ):
        taken_in(planned, write_rows(tmp_path / "P01.csv", [record()]))


@pytest.mark.parametrize("command", ["import", "check"])
def test_a_script_can_tell_a_wrong_moment_from_a_wrong_file(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    path = write_rows(tmp_path / "P01.csv", [record(hulpvorm="99")])
    for name, value in installation(planned.home).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("data.store.PATIENCE", 0.0)
    monkeypatch.setattr("manage.os.umask", int)
    monkeypatch.setattr(sys, "argv", ["manage.py", command, str(path)])
    with _held(planned, 60), pytest.raises(SystemExit) as ended:
        manage.main()
    assert ended.value.code == 3
    with pytest.raises(SystemExit) as ended:
        manage.main()
    assert ended.value.code == 1
