"""A full disk stops a publication in words; readers keep the version they had."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.pointers import current_version, version_names
from data.published import PublishedFiles
from data.publishing import publish
from data.store import StoreUnavailable
from settings import Settings
from tests.integration.publishing.intake import indicator, partner, record, settings_in, taken_in

SIZE = 64_000_000
ROOM = (0, 40_000, 2_000_000, 6_000_000)
"""What is left of the disk: too little for the first file, for what is in it, or for all files together."""


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    """An installation with a few records on a disk of its own, small enough to fill."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mounting, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"No disk can be mounted here: {error}")
    if mounted.returncode != 0:
        pytest.skip(f"No disk can be mounted here: {mounted.stderr.strip()}")
    made = settings_in(disk / "home")
    taken_in(
        made,
        [
            *(indicator("uitval"), indicator("doorlooptijd", unit="dagen")),
            *(partner(f"P0{number}") for number in (1, 2, 3)),
            *(record(f"T{number}", partner=f"P0{number % 3 + 1}") for number in range(60)),
        ],
    )
    yield made
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(folder: Path, room: int) -> Path:
    """A file that leaves `room` bytes on the disk of the folder."""
    filler = folder / "other"
    with filler.open("wb") as file:
        file.write(bytes(max(0, shutil.disk_usage(folder).free - room)))
    return filler


def test_on_a_full_disk_nothing_is_published_and_the_last_version_stays_served(settings: Settings) -> None:
    publish(settings)
    kept = settings.intake_file.read_bytes()
    for room in ROOM:
        filler = fill(settings.home, room)
        with pytest.raises(StoreUnavailable, match="schijf is vol; er is niets gepubliceerd"):
            publish(settings)
        filler.unlink()
        hidden = {path.name for path in settings.published.iterdir() if path.name.startswith(".")}
        assert hidden == {".lock", ".pointers"}
        assert version_names(settings) == [current_version(settings)] == ["000001"]
        reader = PublishedFiles(settings).open("steering")
        assert reader.execute("SELECT version FROM publication") == [{"version": "000001"}]
    assert settings.intake_file.read_bytes() == kept
    assert publish(settings) == "000002"
    assert PublishedFiles(settings).open("steering").version == "000002"
