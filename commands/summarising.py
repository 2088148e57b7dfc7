"""samenvatten: the figures that a partner computes at home, so that no record has to leave it."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.dutch import add
from commands.outcomes import print_outcome
from data.importing.gathering import NothingToImport
from data.summarising.outcome import CannotSummarise, Summary
from settings import load_settings

_screen = Console(markup=False, highlight=False, soft_wrap=True)
_errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the command of this module to the application."""
    add(app, "samenvatten", summarise_records)


def summarise_records(
    files: Annotated[
        list[Path], typer.Argument(metavar="TRAJECTEN…", help="Alle bestanden met trajecten, ook de eerdere.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="BESTAND", help="Waar de cijfers komen.")],
    plan: Annotated[
        Path | None,
        typer.Option(metavar="MAP", help="Het plan van de gemeente; anders dat wat is ingelezen."),
    ] = None,
) -> None:
    """Bereken thuis de cijfers uit trajecten, om die te leveren in plaats van de trajecten zelf."""
    from data.summarising.summary import summarise  # heavy, and only needed here

    summary = Summary(())
    try:
        with Progress(console=_errors, transient=True) as progress:
            task = progress.add_task("", total=None)
            summary = summarise(
                load_settings(),
                files,
                output,
                plan,
                lambda what, done, of: progress.update(task, description=what, completed=done, total=of),
            )
    except NothingToImport as error:
        raise typer.BadParameter(str(error)) from error
    except (CannotSummarise, OSError) as error:
        _errors.print(str(error) if isinstance(error, CannotSummarise) else f"{output} is niet te schrijven.")
        raise typer.Exit(1) from error
    for outcome in summary.outcomes:
        if outcome.findings:
            print_outcome(_screen, outcome)
    if summary.is_refused:
        _errors.print("Er is niets geschreven. Verbeter eerst wat hierboven staat.")
        raise typer.Exit(1)
    _tell(summary, output)


def _tell(summary: Summary, output: Path) -> None:
    first, last = summary.half_years[0], summary.half_years[-1]
    span = first if first == last else f"{first} tot en met {last}"
    _screen.print(f"{summary.rows} cijfers van {', '.join(summary.partners)} over {span} staan in {output}.")
    _screen.print("Er staat geen client, traject of datum van een persoon in. Lever dit bestand als cijfers.")
    _screen.print("Kleine aantallen staan er wel in; de gemeente schermt ze af als zij publiceert.")
    if summary.missing:
        _screen.print(f"Let op: deze halfjaren ontbreken: {', '.join(summary.missing)}.")
    if summary.left_out:
        _screen.print(
            f"Niet berekend: {', '.join(summary.left_out)}. Dat kan alleen met trajecten van alle partners."
        )
    _screen.print("Geef een volgende keer ook deze bestanden weer mee: een jaar of looptijd telt ze samen.")
