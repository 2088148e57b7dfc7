"""A reservekopie holds everything in one state and puts it back whole, or not at all."""

import json
import shutil
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data.importing.intake import import_deliveries
from data.importing.outcome import State
from data.published import PublishedFiles
from data.publishing import publish
from data.safekeeping.archive import UnusableBackup
from data.safekeeping.backup import CannotBackUp, back_up
from data.safekeeping.restore import CannotRestore, restore
from data.store import open_intake, rows
from domain.audience import parse_audience
from register.store import Register
from register.tokens import issue_token, issued_tokens
from settings import Settings
from tests.installation import PROJECT, TODAY

SAMPLES = PROJECT / "data" / "samples"


def at(folder: Path) -> Settings:
    return Settings(folder / "home", TODAY, folder / "keys" / "client.key")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation with records, figures, a token and settings; no test changes it."""
    settings = at(tmp_path_factory.mktemp("used"))
    outcomes = import_deliveries(settings, [SAMPLES / "plan", SAMPLES / "trajecten" / "2025-H1-P12.csv"])
    assert {outcome.state for outcome in outcomes} == {State.ACCEPTED}
    publish(settings)
    issue_token(Register(settings), parse_audience("steering"), "portaal")
    (settings.home / "settings.toml").write_text("retention_months = 36\n", "utf-8")
    return settings


@pytest.fixture(scope="module")
def kept(used: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("kept") / "kopie.zip"
    back_up(used, target, with_key=False)
    return target


def observations(settings: Settings) -> list[dict[str, object]]:
    return PublishedFiles(settings).open("steering").execute("SELECT * FROM observation ORDER BY ALL")


def stored(settings: Settings) -> list[tuple[object, ...]]:
    with open_intake(settings, read_only=True) as intake:
        return rows(intake, "SELECT * FROM trajectory ORDER BY ALL")


def test_an_empty_home_gets_everything_back(used: Settings, kept: Path, tmp_path: Path) -> None:
    settings = at(tmp_path)
    put = restore(settings, kept)
    assert (put.with_key, put.has_key) == (False, False)
    assert observations(settings) == observations(used)
    assert stored(settings) == stored(used)
    assert [token.note for token in issued_tokens(Register(settings))] == ["portaal"]
    assert (settings.home / "settings.toml").read_text("utf-8") == "retention_months = 36\n"
    deliveries = {path.name for path in used.deliveries.iterdir()}
    assert {path.name for path in settings.deliveries.iterdir()} == deliveries
    assert publish(settings) == "000002"


def test_the_key_stays_out_unless_it_is_asked_for(used: Settings, kept: Path, tmp_path: Path) -> None:
    key = used.key_file.read_bytes().strip()
    assert key not in kept.read_bytes()
    with_key = tmp_path / "met.zip"
    back_up(used, with_key, with_key=True)
    settings = at(tmp_path)
    assert restore(settings, with_key).with_key
    assert settings.key_file.read_bytes().strip() == key
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600
    assert not (settings.home / "client.key").exists()


def test_another_key_is_never_replaced(used: Settings, tmp_path: Path) -> None:
    with_key = tmp_path / "met.zip"
    back_up(used, with_key, with_key=True)
    settings = at(tmp_path)
    settings.key_file.parent.mkdir()
    settings.key_file.write_text("een andere sleutel")
    with pytest.raises(CannotRestore, match="andere sleutel"):
        restore(settings, with_key)
    assert settings.key_file.read_text() == "een andere sleutel"
    assert nothing_left(settings)


def test_a_home_in_use_is_left_alone(kept: Path, tmp_path: Path) -> None:
    settings = at(tmp_path)
    settings.home.mkdir()
    (settings.home / "settings.toml").write_text("", "utf-8")
    with pytest.raises(CannotRestore, match="niet leeg"):
        restore(settings, kept)
    assert [path.name for path in settings.home.iterdir()] == ["settings.toml"]


def test_a_backup_never_replaces_a_file_or_lands_in_the_home(used: Settings, kept: Path) -> None:
    with pytest.raises(CannotBackUp, match="bestaat al"):
        back_up(used, kept, with_key=False)
    with pytest.raises(CannotBackUp, match="buiten"):
        back_up(used, used.home / "kopie.zip", with_key=False)
    with pytest.raises(CannotBackUp, match="geen sleutel"):
        back_up(replace(used, key_file=used.home / "geen.key"), kept.with_name("b.zip"), with_key=True)


def test_a_full_disk_leaves_no_half_backup(
    used: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.safekeeping.archive._copy", full)
    with pytest.raises(OSError, match="No space"):
        back_up(used, tmp_path / "kopie.zip", with_key=False)
    assert list(tmp_path.iterdir()) == []


def damaged(source: Path, target: Path) -> None:
    content = bytearray(source.read_bytes())
    content[len(content) // 3] ^= 0xFF
    target.write_bytes(content)


def cut_off(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes()[:5000])


def beheaded(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes()[9000:])


def something_else(_source: Path, target: Path) -> None:
    target.write_text("geen reservekopie", "utf-8")


def empty(_source: Path, target: Path) -> None:
    target.write_bytes(b"")


def rebuilt(
    target: Path, name: str, content: bytes = b"x", *, listed_as: str | None = None, mode: int = 0, **how: int
) -> None:
    """A small archive with one file, listed in its manifest as asked."""
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    info.compress_type = how.get("compress", zipfile.ZIP_STORED)
    entry = {"path": listed_as or name, "size": how.get("size", len(content)), "sha256": "0" * 64}
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(info, content)
        archive.writestr("manifest.json", json.dumps({"format": how.get("format", 1), "files": [entry]}))


HOSTILE: dict[str, Callable[[Path, Path], None]] = {
    "damaged": damaged,
    "cut off": cut_off,
    "cut off at its beginning": beheaded,
    "something else": something_else,
    "empty": empty,
    "climbs out": lambda _, target: rebuilt(target, "../buiten.txt"),
    "climbs out deeper": lambda _, target: rebuilt(target, "deliveries/../../buiten.txt"),
    "absolute": lambda _, target: rebuilt(target, "/buiten.txt"),
    "with a drive": lambda _, target: rebuilt(target, "C:buiten.txt"),
    "symbolic link": lambda _, target: rebuilt(target, "link", b"/etc/passwd", mode=stat.S_IFLNK | 0o777),
    "device": lambda _, target: rebuilt(target, "apparaat", mode=stat.S_IFCHR | 0o600),
    "bomb": lambda _, t: rebuilt(t, "bom", b"0" * 5_000_000, compress=zipfile.ZIP_DEFLATED),
    "not in the list": lambda _, target: rebuilt(target, "extra", listed_as="intake.duckdb"),
    "another size": lambda _, target: rebuilt(target, "intake.duckdb", size=10**15),
    "another content": lambda _, target: rebuilt(target, "intake.duckdb"),
    "of a later program": lambda _, target: rebuilt(target, "intake.duckdb", format=99),
    "a list that is none": lambda _, target: rebuilt_list(target, "[1, 2"),
    "a list of the wrong shape": lambda _, target: rebuilt_list(target, '{"format": 1, "files": [3]}'),
}


def rebuilt_list(target: Path, text: str) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", text)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_damaged_or_hostile_file_puts_nothing_back(kind: str, kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "kopie.zip"
    HOSTILE[kind](kept, target)
    settings = at(tmp_path)
    with pytest.raises(UnusableBackup):
        restore(settings, target)
    assert nothing_left(settings)
    assert [path.name for path in tmp_path.iterdir()] == ["kopie.zip"]


def test_a_file_twice_in_the_archive_puts_nothing_back(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "kopie.zip"
    shutil.copy(kept, target)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("settings.toml", "today = 2020-01-01")
    with pytest.raises(UnusableBackup):
        restore(at(tmp_path), target)
    assert nothing_left(at(tmp_path))


def nothing_left(settings: Settings) -> bool:
    return not settings.home.exists() and not list(settings.home.parent.glob(".home.*"))
