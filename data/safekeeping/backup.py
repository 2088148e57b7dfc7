"""Makes a reservekopie of a whole installation, in one state, while nothing is taken in or published."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.importing.workplace import workplace
from data.pointers import alone
from data.replacing import make_durable
from data.safekeeping.archive import write_archive
from data.store import attach, copied, open_intake, open_workspace
from settings import Settings

KEY = "client.key"
REGISTER = "register.sqlite"
_HALF = ".half"
_NOTE = ".reservekopie"  # in the home: where a reservekopie is being written
_LEFT_OUT = (
    "work",
    "intake.duckdb",
    "intake.duckdb.wal",
    "intake.duckdb.tmp",
    REGISTER,
    f"{REGISTER}-wal",
    f"{REGISTER}-shm",
)


class CannotBackUp(ValueError):
    """No reservekopie was made; the message says why."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was kept: how many files, of how many bytes together, and whether the key is among them."""

    files: int
    size: int
    with_key: bool
    removed: Path | None = None  # what was left of an earlier one that was cut off


def back_up(settings: Settings, target: Path, *, with_key: bool) -> Backup:
    """Write the reservekopie to the file `target`, whole or not at all."""
    _refuse_place(settings, target, with_key=with_key)
    settings.published.mkdir(parents=True, exist_ok=True)
    half = target.with_name(target.name + _HALF)
    with alone(settings):
        removed = _without_abandoned(settings)
        note = settings.home / _NOTE
        try:
            note.write_text(str(half.absolute()), "utf-8")
            with workplace(settings) as folder, _databases(settings, folder) as files:
                files |= dict(_as_they_are(settings))
                if with_key:
                    files[KEY] = settings.key_file
                entries = write_archive(half, sorted(files.items()))
                half.replace(target)
                make_durable(target.parent)
        finally:
            half.unlink(missing_ok=True)
            note.unlink(missing_ok=True)
    return Backup(len(entries), sum(entry.size for entry in entries), with_key, removed)


def _without_abandoned(settings: Settings) -> Path | None:
    """Remove what a killed run left, wherever it wrote: it holds everything, and nobody would look for it."""
    note = settings.home / _NOTE
    if not note.is_file():
        return None
    half = Path(note.read_text("utf-8"))
    if half.suffix != _HALF or not half.is_file():
        return None
    half.unlink()
    return half


def _refuse_place(settings: Settings, target: Path, *, with_key: bool) -> None:
    if not settings.home.is_dir() or not any(settings.home.iterdir()):
        raise CannotBackUp(f"In {settings.home} staat nog niets.")
    if with_key and not settings.key_file.is_file():
        raise CannotBackUp(f"Er is geen sleutel in {settings.key_file}.")
    if target.exists():
        raise CannotBackUp(f"{target} bestaat al. Noem een nieuw bestand.")
    if not target.parent.is_dir():
        raise CannotBackUp(f"De map {target.parent} bestaat niet.")
    if target.resolve().is_relative_to(settings.home):
        raise CannotBackUp(f"Kies een plaats buiten {settings.home}, het liefst op een andere schijf.")


@contextmanager
def _databases(settings: Settings, folder: Path) -> Iterator[dict[str, Path]]:
    """Consistent copies of what others may write to; until the end nothing can be taken in."""
    files = {}
    with open_workspace(folder / "spill") as connection:
        if settings.intake_file.exists():
            open_intake(settings).close()  # an unfinished or older one is brought in order
            attach(connection, settings.intake_file, "intake")
            files["intake.duckdb"] = folder / "intake.duckdb"
            copied(connection, "intake", files["intake.duckdb"])
        register = settings.home / REGISTER
        if register.exists():
            files[REGISTER] = folder / REGISTER
            with (
                closing(sqlite3.connect(register)) as source,
                closing(sqlite3.connect(files[REGISTER])) as copy,
            ):
                source.backup(copy)
        yield files


def _as_they_are(settings: Settings) -> Iterator[tuple[str, Path]]:
    """Everything else in the home; what is hidden or belongs to one run stays out, and so does the key."""
    for path in sorted(settings.home.rglob("*")):
        inside = path.relative_to(settings.home)
        if inside.parts[0] in _LEFT_OUT or any(part.startswith(".") for part in inside.parts):
            continue
        if path.is_file() and not path.is_symlink() and path.resolve() != settings.key_file.resolve():
            yield inside.as_posix(), path
