"""Makes versions again that show more than the policies in force allow, from the exact file of each.

A version that is too loose is served to nobody from the moment the policy is stricter. It is made anew aside,
and takes the place of the old one in one step when all of it is on disk; then the old one is removed.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from data.pointers import alone, folder_of, version_names
from data.publishing import publication
from data.publishing.aggregation import Progress
from data.publishing.exact import has_kept, open_kept
from data.publishing.files import Edition
from data.publishing.hidden_since import Earlier
from data.publishing.judging.agreed import read_agreed
from data.publishing.policies import load_policies
from data.publishing.publication import (
    ASIDE,
    Serving,
    cleared,
    explained,
    make_immutable,
    partners_of,
    unrecorded,
    write_readers,
)
from data.publishing.release import EXACT, readers
from data.replacing import make_durable
from data.servable import demanded_of, is_looser_version
from data.store import StoreUnavailable, connect_readonly, open_workspace
from domain.audience import PUBLIC
from settings import Settings

_EXACT = f"{EXACT.name}.duckdb"
_MADE = "SELECT p.published_at, p.today FROM publication AS p"
_HIDDEN = "SELECT count(*) FROM observation AS o WHERE o.hidden_since = $today"


@dataclass(frozen=True)
class Remade:
    """One version that was made again, and how many figures of the steering group that hid."""

    version: str
    hidden: int


def publish(settings: Settings, progress: Progress | None = None, serving: Serving = unrecorded) -> str:
    """The name of the new version; what is too loose by now is made again first."""
    if settings.published.is_dir():
        republish(settings, progress)
    return publication.publish(settings, progress, serving)


def republish(settings: Settings, progress: Progress | None = None) -> list[Remade]:
    """Make every version again that shows what is hidden by now, oldest first; says which."""
    tell = progress or publication.silent
    if not settings.published.is_dir():
        return []
    with alone(settings), explained(settings.published / ASIDE):
        _remove_replaced(settings)
        return [
            _remade(settings, name, tell)
            for name in version_names(settings)
            if is_looser_version(settings, name) and has_kept(folder_of(settings, name) / _EXACT)
        ]


def _remade(settings: Settings, name: str, tell: Progress) -> Remade:
    aside, folder = cleared(settings.published), folder_of(settings, name)
    _make_again(settings, name, aside, tell)
    os.link(folder / _EXACT, aside / _EXACT)
    make_immutable(aside)
    make_durable(aside)
    aside.rename(settings.published / _next_to(folder))
    make_durable(settings.published)
    _remove_replaced(settings)
    return Remade(name, _newly_hidden(settings, name))


def _next_to(folder: Path) -> str:
    name, _, times = folder.name.partition("~")
    return f"{name}~{int(times or 0) + 1}"


def _remove_replaced(settings: Settings) -> None:
    """Remove what was made again; who still reads it does so to the end."""
    for name in version_names(settings):
        current = folder_of(settings, name)
        for folder in (settings.published / name, *settings.published.glob(f"{name}~*")):
            if folder != current and folder.is_dir():
                shutil.rmtree(folder)


def _make_again(settings: Settings, name: str, aside: Path, tell: Progress) -> None:
    folder = folder_of(settings, name)
    edition = _edition(settings, name, aside)
    spill = aside / "spill"
    connection = open_workspace(spill)
    try:
        open_kept(connection, folder / _EXACT)
        demanded = demanded_of(settings)
        load_policies(connection, demanded)
        earlier = Earlier(folder, settings.today)
        for_everybody = (folder / f"{PUBLIC.file}.duckdb").exists()
        found = readers(partners_of(connection), demanded, public=for_everybody)
        write_readers(connection, edition, found, read_agreed(connection), tell, earlier)
    finally:
        connection.close()
    shutil.rmtree(spill, ignore_errors=True)


def _edition(settings: Settings, name: str, aside: Path) -> Edition:
    """As it was, but for when it was made again."""
    exact = connect_readonly(folder_of(settings, name) / _EXACT)
    try:
        made = exact.execute(_MADE).fetchone()
    finally:
        exact.close()
    if made is None:
        raise StoreUnavailable(f"Versie {name} is niet opnieuw te maken: haar precieze cijfers ontbreken.")
    return Edition(aside, name, made[0], made[1], settings.now)


def _newly_hidden(settings: Settings, name: str) -> int:
    steering = connect_readonly(folder_of(settings, name) / "steering.duckdb")
    try:
        found = steering.execute(_HIDDEN, {"today": settings.today}).fetchone()
    finally:
        steering.close()
    return int(found[0]) if found else 0
