"""demo and samples: synthetic deliveries of any size, and the committed set on a first start."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.dutch import add
from commands.recording import record_deliveries, serving
from data.demo.sample_set import SAMPLES, fix_the_day, holds_own_deliveries
from data.demo.size import SAMPLE_CLIENTS, SAMPLE_PARTNERS, SAMPLE_SEED
from data.importing.intake import import_deliveries
from data.importing.outcome import Outcome, State
from data.pointers import NothingPublished
from data.published import PublishedFiles
from data.servable import NewerSchema, OtherSchema
from data.whole import whole
from domain.audience import STEERING
from settings import Settings, load_settings

_screen = Console(markup=False, highlight=False, soft_wrap=True)
_errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)

_PARTNERS = typer.Option(min=1, max=999, metavar="AANTAL", help="Aantal partners.")
_CLIENTS = typer.Option(min=1, max=10_000_000, metavar="AANTAL", help="Ongeveer hoeveel cliënten.")
_SEED = typer.Option(min=0, metavar="GETAL", help="Hetzelfde getal geeft dezelfde bestanden.")
_OUTPUT = typer.Option("--output", "-o", metavar="MAP", help="Een nieuwe of lege map.", show_default=False)


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    add(app, "demo", demo)
    add(app, "samples", samples)


def demo(
    output: Annotated[Path, _OUTPUT],
    partners: Annotated[int, _PARTNERS] = SAMPLE_PARTNERS,
    clients: Annotated[int, _CLIENTS] = SAMPLE_CLIENTS,
    seed: Annotated[int, _SEED] = SAMPLE_SEED,
) -> None:
    """Schrijf verzonnen leveringen: een plan, trajecten en cijfers. Alles erin is fictief."""
    from data.demo.writing import write_demo  # numpy; no other command needs it

    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        _errors.print(f"{output} bestaat al en is niet leeg. Noem een nieuwe of lege map.")
        raise typer.Exit(1)
    try:
        with Progress(console=_errors, transient=True) as bar, whole(output) as half:
            task = bar.add_task("Leveringen schrijven", total=None)
            write_demo(
                half,
                partners=partners,
                clients=clients,
                seed=seed,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )
    except OSError as error:
        _errors.print(f"Schrijven in {output} lukt niet. Kies een map waarin u mag schrijven.")
        raise typer.Exit(1) from error
    _screen.print(f"Klaar. De leveringen staan in {output}.")


def samples() -> None:
    """Lees de voorbeeldgegevens in en publiceer ze, als er nog niets is gepubliceerd."""
    settings = load_settings()
    try:
        version = PublishedFiles(settings).open(STEERING.file).version
    except NothingPublished:
        _start(settings)
    except NewerSchema:
        raise
    except OtherSchema:
        _publish_again(settings)
    else:
        _screen.print(f"Versie {version} is gepubliceerd; de voorbeeldgegevens zijn niet nodig.")


def _start(settings: Settings) -> None:
    if holds_own_deliveries(settings):
        _screen.print("Er zijn eigen leveringen ingelezen. Toon ze met: python manage.py publish")
        return
    fix_the_day(settings)
    _screen.print("Voorbeeldgegevens inlezen en publiceren; dit duurt een minuut en gebeurt één keer.")
    version = _take_in_and_publish(load_settings())
    _screen.print(f"Versie {version} is gepubliceerd, met fictieve gegevens.")


def _publish_again(settings: Settings) -> None:
    from data.publishing import publish  # heavy, and rarely asked for here

    _screen.print("Het programma is vernieuwd; de cijfers worden opnieuw gepubliceerd.")
    version = publish(settings, serving=serving(settings))
    _screen.print(f"Versie {version} is gepubliceerd.")


def _take_in_and_publish(settings: Settings) -> str:
    from data.publishing import publish  # heavy, and only a first start needs it

    with Progress(console=_errors, transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        outcomes = import_deliveries(settings, [SAMPLES], show)
        _accept(outcomes)
        record_deliveries(settings, outcomes)
        return publish(settings, show, serving(settings))


def _accept(outcomes: list[Outcome]) -> None:
    refused = [outcome for outcome in outcomes if outcome.state is State.REFUSED]
    for outcome in refused:
        _errors.print(f"{outcome.name}: geweigerd. {' '.join(each.sentence for each in outcome.findings)}")
    if refused:
        raise typer.Exit(1)
