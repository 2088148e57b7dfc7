"""An installation of the dashboard for tests: its environment, its command line, a lock between processes."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 1)


def installation(home: Path) -> dict[str, str]:
    """The environment of an installation in `home`, on the day the samples are made for."""
    return {
        "SMARTDASH_HOME": str(home),
        "SMARTDASH_KEY_FILE": str(home / "client.key"),
        "SMARTDASH_TODAY": TODAY.isoformat(),
    }


def manage(*arguments: str, home: Path) -> str:
    """What `manage.py` prints in the installation of `home`; raises when it does not succeed."""
    answer = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env={**os.environ, **installation(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@contextmanager
def exclusive(lock: Path) -> Iterator[None]:
    """One test process at a time; the lock goes with the process, also when it is killed."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def samples_home(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the published samples, made once for all processes of a run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    home, ready = shared / name, shared / f"{name}.ready"
    with exclusive(shared / f"{name}.lock"):
        if not ready.exists():
            manage("samples", home=home)
            ready.touch()
    return home
