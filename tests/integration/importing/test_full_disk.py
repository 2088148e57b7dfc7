"""A disk that is full leaves nothing half; on a small disk of its own, where this machine allows one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.importing.outcome import State
from data.store import StoreUnavailable, open_intake, rows
from settings import Settings
from tests.integration.importing.deliveries import installation_in, records, taken_in, write_plan, write_rows

_SIZE = "24m"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk in memory of a few megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk to fill")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", disk], check=False)
    if made.returncode != 0:
        pytest.skip("this machine does not allow a small disk to fill")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def _fill(disk: Path, left: int) -> Path:
    """Leave so many bytes free."""
    ballast = disk / "ballast"
    free = shutil.disk_usage(disk).free
    ballast.write_bytes(bytes(max(free - left, 0)))
    return ballast


def _content(settings: Settings) -> list[tuple[object, ...]]:
    with open_intake(settings, read_only=True) as intake:
        return rows(intake, "SELECT (SELECT count(*) FROM trajectory), (SELECT count(*) FROM delivery)")


@pytest.mark.parametrize("left", [0, 20_000, 400_000])
def test_a_full_disk_takes_in_nothing_and_says_so(small_disk: Path, tmp_path: Path, left: int) -> None:
    settings: Settings = installation_in(small_disk)
    taken_in(settings, write_plan(tmp_path / "plan"))
    path = write_rows(tmp_path / "trajecten.csv", records(8000))
    before = _content(settings)
    ballast = _fill(small_disk, left)
    with pytest.raises(StoreUnavailable, match="De schijf is vol; er is niets opgeslagen"):
        taken_in(settings, path)
    ballast.unlink()
    assert _content(settings) == before
    assert taken_in(settings, path)[0].state is State.ACCEPTED
    assert _content(settings) == [(8000, 2)]
    assert len(list(settings.deliveries.iterdir())) == 2
    assert list((settings.home / "work").iterdir()) == []
