"""planverschil: what a new plan would change, before it is taken in."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from commands.dutch import add
from data.importing.findings import Level, printable
from data.importing.gathering import NothingToImport
from data.importing.plan_difference import PlanDifference, SheetDifference, plan_difference
from settings import load_settings

_screen = Console(markup=False, highlight=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the command of this module to the application."""
    add(app, "planverschil", tell_difference)


def tell_difference(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="BESTAND|MAP…", help="De werkmap of de CSV-bestanden van een plan."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Voor een ander programma.")] = False,
) -> None:
    """Zeg wat een nieuw plan zou veranderen, zonder het in te lezen."""
    try:
        found = plan_difference(load_settings(), files)
    except NothingToImport as error:
        raise typer.BadParameter(str(error)) from error
    if as_json:
        typer.echo(json.dumps(_plain(found), ensure_ascii=False))
    else:
        _print(found)
    if found.is_refused:
        raise typer.Exit(1)


def _plain(found: PlanDifference) -> dict[str, object]:
    said = [
        {"sentence": one.sentence, "is_warning": one.level is Level.WARNING, "file": printable(one.file)}
        for one in found.findings
    ]
    sheets = [asdict(one) for one in found.sheets]
    return {"is_refused": found.is_refused, "findings": said, "sheets": sheets}


def _print(found: PlanDifference) -> None:
    for finding in found.findings:
        warns = "let op, " if finding.level is Level.WARNING else ""
        _screen.print(f"- {warns}{finding.sentence}")
    if found.is_refused:
        _screen.print("Dit plan zou worden geweigerd.")
        return
    if not found.sheets:
        _screen.print("Dit plan verandert niets.")
    for one in found.sheets:
        _print_sheet(one)


def _print_sheet(found: SheetDifference) -> None:
    _screen.print(f"{found.sheet}:")
    for key in found.added:
        _screen.print(f"  + {printable(key)}")
    for key in found.removed:
        _screen.print(f"  - {printable(key)}")
    for key, cells in found.changed:
        told = "; ".join(f"{cell.column}: '{cell.before}' wordt '{cell.after}'" for cell in cells)
        _screen.print(f"  ~ {printable(key)}: {printable(told)}")
