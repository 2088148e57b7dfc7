"""A backup or restore that is killed, at whatever step, leaves nothing half and can be repeated."""

import shutil
from pathlib import Path

import pytest

from data.safekeeping.backup import back_up
from data.safekeeping.restore import restore
from settings import Settings
from tests.installation import TODAY
from tests.integration.importing.deliveries import taken_in, write_plan
from tests.integration.killing import files_in, killed

_RESTORER = """
from datetime import date
from pathlib import Path
from data.safekeeping.restore import restore
from settings import Settings
folder = Path(sys.argv[2])
settings = Settings(folder / "home", date(2026, 11, 1), folder / "keys" / "client.key")
restore(settings, Path(sys.argv[3]))
"""
_BACKER = """
from datetime import date
from pathlib import Path
from data.safekeeping.backup import back_up
from settings import Settings
folder = Path(sys.argv[2])
settings = Settings(folder / "home", date(2026, 11, 1), folder / "keys" / "client.key")
back_up(settings, Path(sys.argv[3]), with_key=True)
"""
_RESTORING = "data.safekeeping.restore"


def _at(folder: Path) -> Settings:
    return Settings(folder / "home", TODAY, folder / "keys" / "client.key")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("used")
    taken_in(_at(folder), write_plan(folder / "plan"))
    (folder / "keys").mkdir()
    (folder / "keys" / "client.key").write_text("f" * 64)
    return folder


@pytest.fixture(scope="module")
def kept(used: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("kept") / "kopie.zip"
    back_up(_at(used), target, with_key=True)
    return target


@pytest.mark.parametrize(
    "moment",
    [
        f"{_RESTORING}:_extracted:before",
        f"{_RESTORING}:extract:after",
        f"{_RESTORING}:_extracted:after",
        f"{_RESTORING}:_place_key:after",
        f"{_RESTORING}:_sync:after",
        f"{_RESTORING}:_put_in_place:before",
    ],
)
def test_a_killed_restore_leaves_an_empty_home_and_can_be_repeated(
    kept: Path, tmp_path: Path, moment: str
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    killed(moment, _RESTORER, folder, kept)
    assert not (folder / "home").exists()
    found = restore(_at(folder), kept)
    assert files_in(folder) == {f"home/{name}" for name in files_in(folder / "home")} | {"keys/client.key"}
    assert found.has_key
    assert (folder / "keys" / "client.key").read_text() == "f" * 64


def test_a_restore_killed_at_the_last_step_is_whole(kept: Path, tmp_path: Path) -> None:
    whole, folder = tmp_path / "whole", tmp_path / "new"
    for each in (whole, folder):
        each.mkdir()
    restore(_at(whole), kept)
    killed(f"{_RESTORING}:_put_in_place:after", _RESTORER, folder, kept)
    assert files_in(folder) == files_in(whole)


@pytest.mark.parametrize("moment", ["write_archive:before", "write_archive:after"])
def test_a_killed_backup_leaves_no_reservekopie_and_can_be_repeated(
    used: Path, tmp_path: Path, moment: str
) -> None:
    source, target = tmp_path / "source", tmp_path / "kopie.zip"
    shutil.copytree(used, source)
    killed(f"data.safekeeping.backup:{moment}", _BACKER, source, target)
    assert not target.exists()
    left = sorted(tmp_path.glob("*.half"))
    elsewhere = tmp_path / "elders" / "kopie.zip"
    elsewhere.parent.mkdir()
    kept = back_up(_at(source), elsewhere, with_key=True)
    assert ([kept.removed] if kept.removed else []) == left
    assert [path.name for path in tmp_path.rglob("kopie*")] == ["kopie.zip"]
    assert back_up(_at(source), target, with_key=True).removed is None
    assert not (source / "home" / ".reservekopie").exists()
    assert list((source / "home" / "work").iterdir()) == []
