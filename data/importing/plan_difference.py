"""What a new plan would change beside the plan in force, before it is taken in; nothing is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Table

from data.contract import fields, sheet
from data.importing.content import read
from data.importing.findings import Finding
from data.importing.gathering import gathered
from data.importing.recognition import Kind
from data.importing.storing import Received, store_plan
from data.importing.workplace import workplace
from data.schema import PLAN_TABLES
from data.store import Connection, attach, copy_plan, quoted, rows, scratch_intake
from settings import Settings

_IN_FORCE = "in_force"
_NO_PLAN = Finding("dit is geen plan", "Kies de werkmap, of alle CSV-bestanden, van een plan.")


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One cell of a row that stays: the header, and its content before and after."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SheetDifference:
    """What changes in one sheet; a row is named by the values that identify it."""

    sheet: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[tuple[str, tuple[ChangedCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """What is wrong with the new plan, and what it changes; nothing changes where it would be refused."""

    findings: tuple[Finding, ...]
    is_refused: bool
    sheets: tuple[SheetDifference, ...]


def plan_difference(settings: Settings, paths: Iterable[Path]) -> PlanDifference:
    """The difference that taking in these files, which are one plan, would make."""
    found = gathered(paths)
    with workplace(settings) as folder, scratch_intake(folder) as scratch:
        copy_plan(scratch, settings)
        if len(found) != 1 or found[0].kind is not Kind.PLAN:
            return PlanDifference((_NO_PLAN,), is_refused=True, sheets=())
        content = read(scratch, found[0], folder, settings.today)
        if content.refused:
            return PlanDifference(content.findings, is_refused=True, sheets=())
        store_plan(scratch, content.tables, Received(1, Kind.PLAN, found[0].name, "", ""))
        if settings.intake_file.exists():
            attach(scratch, settings.intake_file, _IN_FORCE)
        compared = (_sheet_difference(scratch, table, settings) for table in PLAN_TABLES)
        sheets = tuple(one for one in compared if one.added or one.removed or one.changed)
        return PlanDifference(content.findings, is_refused=False, sheets=sheets)


def _sheet_difference(scratch: Connection, table: Table, settings: Settings) -> SheetDifference:
    is_first = not settings.intake_file.exists()
    before = {} if is_first else _by_key(scratch, table, f"{_IN_FORCE}.")
    after = _by_key(scratch, table, "")
    changed = tuple((key, _changed_cells(before[key], after[key])) for key in after if key in before)
    return SheetDifference(
        sheet(table),
        tuple(key for key in after if key not in before),
        tuple(key for key in before if key not in after),
        tuple((key, cells) for key, cells in changed if cells),
    )


def _by_key(scratch: Connection, table: Table, where: str) -> dict[str, Mapping[str, str]]:
    """The rows by what identifies them, every cell as text under its header."""
    contract = fields(table)
    listed = ", ".join(map(quoted, contract))
    found = rows(scratch, f"SELECT {listed} FROM {where}{quoted(table.name)} ORDER BY row_number")
    headers = [field.header for field in contract.values()]
    keys = [field.header for field in contract.values() if field.key]
    texts = [dict(zip(headers, map(_text, row), strict=True)) for row in found]
    return {" · ".join(row[key] for key in keys if row[key]): row for row in texts}


def _changed_cells(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[ChangedCell, ...]:
    return tuple(
        ChangedCell(header, before[header], after[header])
        for header in after
        if before[header] != after[header]
    )


def _text(cell: object) -> str:
    """A cell as it would be delivered."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return f"{int(cell)}" if cell.is_integer() else f"{cell}".replace(".", ",")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
