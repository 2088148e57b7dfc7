"""Puts a reservekopie back into an empty home: everything checked first, then in its place in one step."""

import errno
import fcntl
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.replacing import make_durable
from data.safekeeping.archive import Entry, UnusableBackup, extract, read_manifest
from data.safekeeping.backup import KEY
from data.store import StoreInUse
from settings import Settings

_SPARE = 1.05
_HALF = ".half"


class CannotRestore(ValueError):
    """Nothing was put back; the message says why."""


@dataclass(frozen=True, slots=True)
class Restored:
    """How many files were put back, whether the key came along, and whether a key is there now."""

    files: int
    with_key: bool
    has_key: bool


def restore(settings: Settings, source: Path) -> Restored:
    """Put everything back, or nothing; UnusableBackup when the file is damaged, hostile or something else."""
    if not source.is_file():
        raise CannotRestore(f"{source} bestaat niet.")
    _refuse_used_home(settings)
    settings.home.parent.mkdir(parents=True, exist_ok=True)
    with _alone(settings.home.parent):
        for abandoned in settings.home.parent.glob(f".{settings.home.name}.*{_HALF}"):
            shutil.rmtree(abandoned, ignore_errors=True)  # a run that was killed left it
        aside = Path(tempfile.mkdtemp(f"{_HALF}", f".{settings.home.name}.", settings.home.parent))
        try:
            entries = _extracted(source, aside)
            with_key = _place_key(settings, aside)
            _sync(aside)
            _put_in_place(settings, aside)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return Restored(len(entries), with_key, settings.key_file.exists())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One restore at a time beside one home; the lock goes with the process, also when that is killed."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise StoreInUse("Er wordt al een reservekopie teruggezet; wacht tot dat klaar is.") from error
    finally:
        os.close(handle)


def _refuse_used_home(settings: Settings) -> None:
    if settings.home.exists() and (not settings.home.is_dir() or any(settings.home.iterdir())):
        raise CannotRestore(
            f"{settings.home} is niet leeg. Zet terug in een nieuwe map: kies die met SMARTDASH_HOME."
        )


def _extracted(source: Path, aside: Path) -> list[Entry]:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = read_manifest(archive, source.stat().st_size)
            if sum(entry.size for entry in entries) * _SPARE > shutil.disk_usage(aside).free:
                raise CannotRestore(
                    "Er is te weinig ruimte op de schijf. Maak ruimte en probeer het opnieuw."
                )
            for entry in entries:
                extract(archive, entry, aside / entry.path)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise UnusableBackup("Dit bestand is beschadigd of geen reservekopie. Gebruik een andere.") from error
    except FileExistsError as error:
        raise UnusableBackup("De reservekopie bevat een bestand twee keer. Gebruik een andere.") from error
    except (NotADirectoryError, IsADirectoryError) as error:
        raise UnusableBackup("In de reservekopie is een bestand ook een map. Gebruik een andere.") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # else a place before the beginning of the file
            raise
        raise UnusableBackup("Dit bestand is beschadigd. Gebruik een andere reservekopie.") from error
    return entries


def _place_key(settings: Settings, aside: Path) -> bool:
    """Move a key that came along to where it belongs; another key that is there already is never replaced."""
    came = aside / KEY
    if not came.exists():
        return False
    if settings.key_file.exists():
        if settings.key_file.read_bytes() != came.read_bytes():
            raise CannotRestore(f"In {settings.key_file} staat een andere sleutel. Verplaats die eerst.")
        came.unlink()
        return True
    if settings.key_file.resolve().is_relative_to(settings.home):
        came.rename(aside / settings.key_file.resolve().relative_to(settings.home))
        return True
    settings.key_file.parent.mkdir(parents=True, exist_ok=True)
    half = settings.key_file.with_name(settings.key_file.name + _HALF)
    half.unlink(missing_ok=True)
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(came.read_bytes())
        file.flush()
        os.fsync(file.fileno())
    half.rename(settings.key_file)
    came.unlink()
    return True


def _sync(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        else:
            make_durable(path)
    make_durable(folder)


def _put_in_place(settings: Settings, aside: Path) -> None:
    try:
        aside.replace(settings.home)
    except OSError as error:
        raise CannotRestore(
            f"{settings.home} kan niet worden vervangen, bijvoorbeeld omdat het een koppelpunt is. "
            "Zet terug in een map daarbinnen: kies die met SMARTDASH_HOME."
        ) from error
    make_durable(settings.home.parent)
