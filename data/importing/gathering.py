"""From the files and folders that someone names to deliveries, in the order in which to take them in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Table

from data.importing.carriers import Carrier, Head
from data.importing.carriers.opening import IN_FOLDERS, open_carrier
from data.importing.findings import Finding, UnreadableDelivery
from data.importing.recognition import Kind
from data.importing.sheets import delivered_sheets
from data.importing.statline.observations import OBSERVATIONS, companions, needed

_NOTES = {".md", ".json"}  # what stands beside tables to explain them
_ORDER = {kind: position for position, kind in enumerate(Kind)}


class NothingToImport(ValueError):
    """A named path does not exist or holds nothing to import."""


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a delivery."""

    carrier: Carrier
    head: Head
    table: Table | None
    is_other: bool = False  # named after one table, with the columns of another


@dataclass(frozen=True)
class Delivery:
    """What is taken in or refused as a whole; `findings` were already seen while recognising it."""

    name: str
    paths: tuple[Path, ...]
    kind: Kind | None
    parts: tuple[Part, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


def gathered(paths: Iterable[Path]) -> list[Delivery]:
    """Every delivery among the paths, plan first; the plan tables of one folder are one delivery."""
    opened = [_opened(path) for path in _without_companions(_files(paths))]
    plans: dict[Path, list[Delivery]] = {}
    others = []
    for delivery in opened:
        if delivery.kind is Kind.PLAN:
            plans.setdefault(delivery.paths[0].parent, []).append(delivery)
        else:
            others.append(delivery)
    joined = [_joined(folder, members) for folder, members in plans.items()]
    return sorted([*joined, *others], key=_position)


def _position(delivery: Delivery) -> tuple[int, str]:
    return (_ORDER[delivery.kind] if delivery.kind else len(_ORDER), str(delivery.paths[0]))


def _files(paths: Iterable[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise NothingToImport(f"{path} bestaat niet.")
        inside = list(_inside(path)) if path.is_dir() else [path]
        if not inside:
            raise NothingToImport(f"In {path} staat geen CSV-bestand en geen werkmap.")
        found.update(dict.fromkeys(inside))
    return list(found)


def _without_companions(files: list[Path]) -> list[Path]:
    """The files of codes beside the observations of a StatLine table are part of that table."""
    beside = {each for path in files if path.name == OBSERVATIONS for each in companions(path)}
    return [path for path in files if path not in beside]


def skipped(paths: Iterable[Path]) -> list[Path]:
    """What stands in the folders and is no delivery by its extension; named by itself it would be read."""
    inside = [path for folder in paths if folder.is_dir() for path in _visible(folder)]
    return [path for path in inside if path.suffix.lower() not in {*IN_FOLDERS, *_NOTES}]


def _inside(folder: Path) -> Iterator[Path]:
    return (path for path in _visible(folder) if path.suffix.lower() in IN_FOLDERS)


def _visible(folder: Path) -> Iterator[Path]:
    """Every file but hidden ones and a spreadsheet's lock files."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith((".", "~")) for part in parts):
            yield path


def _opened(path: Path) -> Delivery:
    try:
        carrier = open_carrier(path)
        found, problems = delivered_sheets(carrier, path)
    except UnreadableDelivery as error:
        return Delivery(path.name, (path,), None, findings=_located(error.findings, path))
    except OSError as error:
        finding = Finding(
            "het bestand is niet te lezen", f"Controleer de rechten ({error.strerror}).", file=path.name
        )
        return Delivery(path.name, (path,), None, findings=(finding,))
    kind = min((each.kind for _, each in found), key=lambda kind: _ORDER[kind])
    parts = tuple(Part(carrier, head, each.table, bool(each.findings)) for head, each in found)
    seen = [each.located("", head.sheet) for head, recognised in found for each in recognised.findings]
    findings = _located([*problems, *seen], path)
    if kind is Kind.STATLINE and path.name == OBSERVATIONS:
        return Delivery(f"map {path.absolute().parent.name}", needed(path), kind, parts, findings)
    return Delivery(path.name, (path,), kind, parts, findings)


def _joined(folder: Path, members: list[Delivery]) -> Delivery:
    """The plan tables of one folder as one plan."""
    parts = tuple(part for member in members for part in member.parts)
    findings = tuple(finding for member in members for finding in member.findings)
    paths = tuple(path for member in members for path in member.paths)
    name = f"map {folder.name}" if len(members) > 1 else members[0].name
    return Delivery(name, paths, Kind.PLAN, parts, findings)


def _located(findings: Iterable[Finding], path: Path) -> tuple[Finding, ...]:
    return tuple(finding.located(path.name, finding.sheet) for finding in findings)
