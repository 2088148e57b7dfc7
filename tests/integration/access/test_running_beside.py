"""What the administration starts beside the server goes on by itself, and what takes too long is stopped."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from access.administration import running
from access.administration.running import CameTooEarly, TookTooLong, answered
from data.pointers import alone
from settings import Settings
from tests.builders import TODAY
from tests.installation import PROJECT

_DYING = """
import os, signal, sys
from datetime import date
from pathlib import Path
from access.administration.running import begin
from settings import Settings
home = Path(sys.argv[1])
begin(Settings(home=home, today=date(2026, 11, 1), key_file=home / "client.key"), "versions")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, today=TODAY, key_file=tmp_path / "client.key")


def test_a_command_goes_on_when_the_worker_that_began_it_is_killed(settings: Settings) -> None:
    died = subprocess.run([sys.executable, "-c", _DYING, str(settings.home)], cwd=PROJECT, check=False)
    assert died.returncode < 0
    log, until = settings.home / "beheer.log", time.monotonic() + 60
    while "nog niets gepubliceerd" not in log.read_text("utf-8"):
        assert time.monotonic() < until
        time.sleep(0.2)


def test_a_command_says_whether_it_succeeded_and_what_it_found(settings: Settings) -> None:
    assert answered(settings, "token", "list")[0]
    assert answered(settings, "token", "revoke", "7") == (False, "")


def test_a_command_that_takes_too_long_or_comes_too_early_is_told_apart(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.published.mkdir()
    with alone(settings), pytest.raises(CameTooEarly):
        answered(settings, "republish")
    monkeypatch.setattr(running, "PATIENCE", 0.05)
    with pytest.raises(TookTooLong):
        answered(settings, "token", "list")
