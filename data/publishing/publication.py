"""Makes a version: compute, hide per audience, write all files aside, and only then point readers to it.

Killed at any moment, the version that was served stays served: files are written in a folder that no reader
looks into, the folder gets its name in one step when everything in it is on disk, and after that each pointer
is replaced in one step. What a killed publication left behind is removed by the next one.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from data.pointers import (
    POINTERS,
    NothingPublished,
    UnreadablePointer,
    alone,
    current_version,
    folder_of,
    pointing,
    version_names,
)
from data.publishing.aggregation import Progress, compute_figures
from data.publishing.exact import write_exact
from data.publishing.files import Edition, write_base, write_file
from data.publishing.hidden_since import Earlier, mark_hidden_since
from data.publishing.judging import Agreed, Judging, judge_all, judge_masks, judge_own
from data.publishing.masking import make_masks
from data.publishing.openly import judge_for_everybody, round_for_everybody
from data.publishing.others import add_others
from data.publishing.paths import mask_paths
from data.publishing.plan import UnusablePlan, resolve_goals
from data.publishing.policies import load_policies
from data.publishing.protection.last_look import look_at
from data.publishing.release import Reader, load_released, readers
from data.publishing.small_changes import list_small_changes
from data.publishing.threads import for_each
from data.releasing import announce
from data.replacing import make_durable
from data.servable import demanded_of
from data.store import (
    Connection,
    DatabaseError,
    NothingTakenIn,
    StoreUnavailable,
    attach,
    beside,
    is_disk_full,
    open_intake,
    open_workspace,
    rows,
)
from domain.audience import PUBLIC, UnknownAudience, parse_audience
from settings import Settings

ASIDE = ".building"


Serving = Callable[[str], AbstractContextManager[None]]
"""Stands around the moment at which readers get a version, to record that; an error keeps it from them."""


def unrecorded(_version: str) -> AbstractContextManager[None]:
    """For who keeps no record."""
    return nullcontext()


def publish(settings: Settings, progress: Progress | None = None, serving: Serving = unrecorded) -> str:
    """The name of the new version, which partners get from now on, and the others with them or later."""
    tell = progress or silent
    open_intake(settings, read_only=True).close()
    settings.published.mkdir(parents=True, exist_ok=True)
    with alone(settings), explained(settings.published / ASIDE):
        aside = cleared(settings.published)
        version = _next_version(settings)
        _make_files(settings, Edition(aside, version, settings.now, settings.today), tell)
        make_immutable(aside)
        make_durable(aside)
        aside.rename(settings.published / version)
        make_durable(settings.published)
        with serving(version):
            announce(settings, version)
    return version


def _make_files(settings: Settings, edition: Edition, tell: Progress) -> None:
    spill = edition.folder / "spill"
    connection = open_workspace(spill)
    try:
        attach(connection, settings.intake_file, "intake")
        connection.execute("SET search_path = 'memory.main,intake.main'")
        partners = partners_of(connection)
        compute_figures(connection, settings.today, tell)
        resolve_goals(connection)
        demanded = demanded_of(settings)
        load_policies(connection, demanded)
        agreed = judge_all(connection)
        audiences = readers(partners, demanded, public=settings.public)
        with beside(connection) as other, ThreadPoolExecutor(1) as meanwhile:
            exact = meanwhile.submit(write_exact, other, edition)
            write_readers(connection, edition, audiences, agreed, tell, _before(settings))
            exact.result()
            list_small_changes(connection, edition, _before(settings), tell)
    finally:
        connection.close()
    shutil.rmtree(spill, ignore_errors=True)


def write_readers(
    connection: Connection,
    edition: Edition,
    audiences: Sequence[Reader],
    agreed: Sequence[Agreed],
    tell: Progress,
    earlier: Earlier | None,
) -> None:
    """Hide and judge the figures of the workspace, and write the file of every reader."""
    load_released(connection)
    foreseen = make_masks(connection, tell, earlier)
    round_for_everybody(connection, is_asked=any(reader.name == PUBLIC.file for reader in audiences))
    mark_hidden_since(connection, earlier)
    mask_paths(connection, [reader.partner for reader in audiences if reader.partner])
    tell("Beoordelen", 0, len(audiences) + 1)
    judging = judge_masks(connection, agreed)
    add_others(connection, agreed)
    judge_for_everybody(connection, agreed)
    _write_all(connection, edition, audiences, judging, tell)
    look_at(connection, edition, foreseen, tell)


def _write_all(
    connection: Connection, edition: Edition, audiences: Sequence[Reader], judging: Judging, tell: Progress
) -> None:
    bases = {kind: write_base(connection, edition, kind) for kind in {one.kind for one in audiences}}

    def write(own: Connection, reader: Reader) -> str:
        if reader.partner:
            judge_own(own, judging, reader.partner)
        write_file(own, edition, reader, bases[reader.kind])
        return reader.name

    for done, name in enumerate(for_each(connection, write, audiences), start=1):
        tell(f"Geschreven: {name}", done, len(audiences) + 1)
    for base in bases.values():
        base.unlink()
    tell("Geschreven", len(audiences) + 1, len(audiences) + 1)


def _before(settings: Settings) -> Earlier | None:
    """The version that readers see until this one is there."""
    try:
        seen = folder_of(settings, current_version(settings))
    except (NothingPublished, UnreadablePointer):
        return None
    return Earlier(seen, newest=folder_of(settings, version_names(settings)[-1]))


def make_immutable(folder: Path) -> None:
    """Nobody but its owner may read a published file, and nobody may write it: a version never changes."""
    for path in folder.iterdir():
        path.chmod(0o400)


def cleared(published: Path) -> Path:
    """An empty folder aside, and nothing left of publications that were killed."""
    aside = published / ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    with pointing(published):
        for pointer in POINTERS:
            for passing in published.glob(f".{pointer}.*"):
                passing.unlink()
    return aside


def partners_of(connection: Connection) -> list[str]:
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
def explained(aside: Path) -> Iterator[None]:
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


def silent(_what: str, _done: int, _of: int) -> None:
    """Without a listener nothing is told."""
