"""import, check, template, definitief and gegevenswoordenboek: deliveries on their way in."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TaskID

from commands.dutch import add
from commands.outcomes import print_outcome
from commands.recording import record_deliveries, serving
from data.importing.dictionary import dictionary
from data.importing.final import CannotBeFinal, mark_final
from data.importing.findings import printable
from data.importing.gathering import NothingToImport, skipped
from data.importing.intake import Report, check_deliveries, import_deliveries
from data.importing.outcome import Outcome, State
from data.importing.recognition import Kind
from data.importing.templates import TEMPLATE_KINDS, TemplateExists, write_template
from data.whole import whole
from settings import Settings, load_settings

_screen = Console(markup=False, highlight=False, soft_wrap=True)
_errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)

Files = Annotated[
    list[Path], typer.Argument(metavar="BESTAND|MAP…", help="Bestanden, of mappen met alles wat erin staat.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    add(app, "import", take_in)
    add(app, "check", check)
    add(app, "template", template)
    add(app, "definitief", make_final)
    add(app, "gegevenswoordenboek", data_dictionary)


def take_in(
    files: Files,
    publish_after: Annotated[
        bool, typer.Option("--publish", help="Publiceer daarna een nieuwe versie van de cijfers.")
    ] = False,
) -> None:
    """Lees leveringen in, het plan eerst; elk bestand in zijn geheel of helemaal niet."""
    settings = load_settings()
    outcomes = _run(import_deliveries, settings, files)
    record_deliveries(settings, outcomes)
    if publish_after:
        from data.publishing import publish  # heavy, and rarely asked for here

        version = publish(settings, serving=serving(settings))
        _screen.print(f"Versie {version} is gepubliceerd.")
    _finish(outcomes)


def check(files: Files) -> None:
    """Zeg wat er mis is met leveringen, zonder iets op te slaan."""
    _finish(_run(check_deliveries, load_settings(), files))


def template(
    kind: Annotated[Kind, typer.Argument(metavar="SOORT", help="plan, trajecten of cijfers.")],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="BESTAND", help="Waar: een .csv (voor een plan een map) of een .xlsx."
        ),
    ],
) -> None:
    """Schrijf een leeg sjabloon om in te vullen."""
    if kind not in TEMPLATE_KINDS:
        _errors.print("Een StatLine-tabel vult u niet in: download hem bij CBS en lees hem zo in.")
        raise typer.Exit(1)
    try:
        _screen.print(f"Het sjabloon staat in {write_template(kind, output)}.")
    except (TemplateExists, OSError) as error:
        _errors.print(str(error) if isinstance(error, TemplateExists) else f"{output} is niet te schrijven.")
        raise typer.Exit(1) from error


def data_dictionary(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="BESTAND", help="Waar.")],
) -> None:
    """Schrijf het gegevenswoordenboek: elke tabel en kolom die geleverd kan worden."""
    try:
        with whole(output) as half:
            half.write_text(dictionary(), encoding="utf-8")
    except OSError as error:
        _errors.print(f"{output} is niet te schrijven.")
        raise typer.Exit(1) from error


def make_final(
    period: Annotated[str, typer.Argument(metavar="PERIODE", help="Het halfjaar, zoals 2025-H1.")],
    partner: Annotated[
        str | None, typer.Option(metavar="CODE", help="Alleen voor deze partner; anders voor alle.")
    ] = None,
) -> None:
    """Merk de cijfers van een halfjaar als definitief."""
    try:
        code = mark_final(load_settings(), period, partner)
    except CannotBeFinal as error:
        _errors.print(str(error))
        raise typer.Exit(1) from error
    _screen.print(f"{code} is definitief voor {partner or 'alle partners'}.")


def _run(
    work: Callable[[Settings, Iterable[Path], Report], list[Outcome]], settings: Settings, files: list[Path]
) -> list[Outcome]:
    """Do the work under a progress bar, then say what became of each delivery."""
    with Progress(console=_errors, transient=True) as progress:
        task = progress.add_task("", total=None)
        try:
            outcomes = work(settings, files, lambda *where: _show(progress, task, *where))
        except NothingToImport as error:
            raise typer.BadParameter(str(error)) from error
    for outcome in outcomes:
        print_outcome(_screen, outcome)
    for path in skipped(files):
        _screen.print(
            f"{printable(str(path))} is overgeslagen: geen .csv en geen werkmap. "
            "Is het een levering? Noem dan het bestand zelf."
        )
    return outcomes


def _show(progress: Progress, task: TaskID, name: str, number: int, total: int) -> None:
    progress.update(task, description=name, completed=number, total=total)


def _finish(outcomes: list[Outcome]) -> None:
    if any(outcome.state is State.REFUSED for outcome in outcomes):
        raise typer.Exit(1)
