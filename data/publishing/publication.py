"""Makes a version: compute, hide per audience, write all files aside, and only then point readers to it.

Killed at any moment, the version that was served stays served: files are written in a folder that no reader
looks into, the folder gets its name in one step when everything in it is on disk, and after that each pointer
is replaced in one step. What a killed publication left behind is removed by the next one.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from data.published import POINTERS, alone, make_durable, point_to, version_names
from data.publishing.aggregation import Progress, compute_figures
from data.publishing.files import Edition, write_file
from data.publishing.judging import Agreed, judge_all, judge_audience, judge_nothing
from data.publishing.masking import make_masks
from data.publishing.paths import mask_paths
from data.publishing.plan import UnusablePlan, resolve_goals
from data.publishing.release import Reader, choose_every_row, choose_rows, load_released, readers
from data.store import (
    Connection,
    DatabaseError,
    NothingTakenIn,
    StoreUnavailable,
    attach,
    is_disk_full,
    open_intake,
    open_workspace,
    rows,
)
from domain.audience import UnknownAudience, parse_audience
from settings import Settings

_ASIDE = ".building"


def publish(settings: Settings, progress: Progress | None = None) -> str:
    """The name of the new version, which readers get from now on."""
    tell = progress or _silent
    open_intake(settings, read_only=True).close()
    settings.published.mkdir(parents=True, exist_ok=True)
    with alone(settings), _explained(settings.published / _ASIDE):
        aside = _cleared(settings.published)
        version = _next_version(settings)
        _make_files(settings, Edition(aside, version, settings.now, settings.today), tell)
        _make_immutable(aside)
        make_durable(aside)
        aside.rename(settings.published / version)
        make_durable(settings.published)
        point_to(settings, version)
    return version


def _make_files(settings: Settings, edition: Edition, tell: Progress) -> None:
    spill = edition.folder / "spill"
    connection = open_workspace(spill)
    try:
        attach(connection, settings.intake_file, "intake")
        connection.execute("SET search_path = 'memory.main,intake.main'")
        partners = _partners(connection)
        compute_figures(connection, settings.today, tell)
        resolve_goals(connection)
        agreed = judge_all(connection)
        _write_all(connection, edition, readers(partners), agreed, tell)
    finally:
        connection.close()
    shutil.rmtree(spill, ignore_errors=True)


def _write_all(
    connection: Connection,
    edition: Edition,
    audiences: Sequence[Reader],
    agreed: Sequence[Agreed],
    tell: Progress,
) -> None:
    load_released(connection)
    make_masks(connection)
    mask_paths(connection, [reader.partner for reader in audiences if reader.partner])
    for done, reader in enumerate(audiences):
        tell(f"Schrijven: {reader.name}", done, len(audiences) + 1)
        choose_rows(connection, reader)
        judge_audience(connection, agreed, reader.partner)
        threshold = reader.policy.min_denominator
        write_file(connection, edition, reader.name, partner=reader.partner, min_clients=threshold)
    tell("Schrijven: exact", len(audiences), len(audiences) + 1)
    choose_every_row(connection)
    judge_nothing(connection)
    write_file(connection, edition, "exact", partner=None, min_clients=0)
    tell("Geschreven", len(audiences) + 1, len(audiences) + 1)


def _make_immutable(folder: Path) -> None:
    """Nobody but its owner may read a published file, and nobody may write it: a version never changes."""
    for path in folder.iterdir():
        path.chmod(0o400)


def _cleared(published: Path) -> Path:
    """An empty folder aside, and nothing left of publications that were killed."""
    aside = published / _ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    for pointer in POINTERS:
        for passing in published.glob(f".{pointer}.*"):
            passing.unlink()
    return aside


def _partners(connection: Connection) -> list[str]:
    """The codes of the plan's partners; UnusablePlan when one cannot name a file."""
    if not rows(connection, "SELECT 1 FROM indicator LIMIT 1"):
        raise NothingTakenIn("Er is nog geen plan ingelezen. Begin met: python manage.py import MAP")
    codes = [str(code) for (code,) in rows(connection, "SELECT p.code FROM partner AS p ORDER BY p.code")]
    for code in codes:
        try:
            parse_audience(f"partner:{code}")
        except UnknownAudience as error:
            raise UnusablePlan(
                f"Partnercode '{code}' kan niet. Gebruik alleen letters en cijfers."
            ) from error
    return codes


def _next_version(settings: Settings) -> str:
    taken = version_names(settings)
    return f"{int(taken[-1]) + 1 if taken else 1:06d}"


@contextmanager
def _explained(aside: Path) -> Iterator[None]:
    """A full disk in words, and no longer filled by us; the version that was served stays served."""
    try:
        yield
    except (DatabaseError, OSError, StoreUnavailable) as error:
        if not is_disk_full(error.__cause__ or error):
            raise
        shutil.rmtree(aside, ignore_errors=True)
        raise StoreUnavailable(
            "De schijf is vol; er is niets gepubliceerd. Maak ruimte en probeer het opnieuw."
        ) from error


def _silent(_what: str, _done: int, _of: int) -> None:
    """Without a listener nothing is told."""
