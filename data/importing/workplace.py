"""Files on their way in: working copies that never outlive a run, and deliveries kept as received.

A working copy may hold what is about to be refused, so what an interrupted run left is removed by the next.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from data.store import Connection, rows
from settings import Settings

_CHUNK = 1 << 20
_LOCK = "lock"
_WORK = "work"


@contextmanager
def workplace(settings: Settings) -> Iterator[Path]:
    """A folder for working copies, gone at the end; what an interrupted run left is removed first."""
    parent = settings.home / _WORK
    parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        with _one_at_a_time(parent):  # a folder that has no lock yet would look abandoned
            _remove_abandoned(parent)
            folder = Path(tempfile.mkdtemp(dir=parent))
            lock = held.enter_context((folder / _LOCK).open("w"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def remove_abandoned(settings: Settings) -> None:
    """Remove the working copies of runs that were killed; any command does so first, whatever it is for."""
    parent = settings.home / _WORK
    if parent.is_dir():
        with _one_at_a_time(parent):
            _remove_abandoned(parent)


def _remove_abandoned(parent: Path) -> None:
    """A folder whose lock nobody holds belongs to a run that has ended."""
    for folder in parent.iterdir():
        try:
            with (folder / _LOCK).open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue


def remove_orphans(settings: Settings, intake: Connection) -> None:
    """Remove what a stopped run left: kept files that no delivery speaks of, and rows that did not fit."""
    shutil.rmtree(settings.intake_file.with_name(f"{settings.intake_file.name}.tmp"), ignore_errors=True)
    if not settings.deliveries.is_dir():
        return
    kept = {str(name) for (name,) in rows(intake, "SELECT DISTINCT stored_as FROM delivery")}
    for path in settings.deliveries.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def fingerprint(paths: tuple[Path, ...]) -> str:
    """The sha256 of the file; of several files, that of their names and contents."""
    if len(paths) == 1:
        return _sha256(paths[0])
    listed = "\n".join(f"{path.name} {_sha256(path)}" for path in sorted(paths, key=lambda path: path.name))
    return hashlib.sha256(listed.encode()).hexdigest()


def keep(settings: Settings, paths: tuple[Path, ...], delivery_id: int, sha256: str) -> str:
    """Keep the files as received, safely on disk; the name under which they are kept."""
    stem = f"{delivery_id:06d}-{sha256[:8]}"
    name = stem if len(paths) > 1 else stem + paths[0].suffix.lower()
    settings.deliveries.mkdir(parents=True, exist_ok=True)
    target = settings.deliveries / name
    try:
        if len(paths) == 1:
            _copy(paths[0], target)
        else:
            target.mkdir()
            for path in paths:
                _copy(path, target / path.name)
            _sync_folder(target)
        _sync_folder(settings.deliveries)
    except OSError:
        discard(settings, name)
        raise
    return name


def discard(settings: Settings, name: str) -> None:
    """Remove a kept delivery that was not taken in after all."""
    target = settings.deliveries / name
    if target.is_dir():
        shutil.rmtree(target, ignore_errors=True)
    else:
        target.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as original, target.open("wb") as copy:
        shutil.copyfileobj(original, copy, _CHUNK)
        copy.flush()
        os.fsync(copy.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
