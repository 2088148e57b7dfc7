"""demo: synthetic deliveries of any size."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.dutch import add
from data.demo import SAMPLE_CLIENTS, SAMPLE_PARTNERS, SAMPLE_SEED, write_demo

_screen = Console(markup=False, highlight=False, soft_wrap=True)
_errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)

_PARTNERS = typer.Option(min=1, max=999, metavar="AANTAL", help="Aantal partners.")
_CLIENTS = typer.Option(min=1, max=10_000_000, metavar="AANTAL", help="Ongeveer hoeveel cliënten.")
_SEED = typer.Option(min=0, metavar="GETAL", help="Hetzelfde getal geeft dezelfde bestanden.")
_OUTPUT = typer.Option("--output", "-o", metavar="MAP", help="Een nieuwe of lege map.", show_default=False)


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    add(app, "demo", demo)


def demo(
    output: Annotated[Path, _OUTPUT],
    partners: Annotated[int, _PARTNERS] = SAMPLE_PARTNERS,
    clients: Annotated[int, _CLIENTS] = SAMPLE_CLIENTS,
    seed: Annotated[int, _SEED] = SAMPLE_SEED,
) -> None:
    """Schrijf verzonnen leveringen: een plan, trajecten en cijfers. Alles erin is fictief."""
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        _errors.print(f"{output} bestaat al en is niet leeg. Noem een nieuwe of lege map.")
        raise typer.Exit(1)
    try:
        with Progress(console=_errors, transient=True) as bar:
            task = bar.add_task("Leveringen schrijven", total=None)
            write_demo(
                output,
                partners=partners,
                clients=clients,
                seed=seed,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )
    except OSError as error:
        _errors.print(f"Schrijven in {output} lukt niet. Kies een map waarin u mag schrijven.")
        raise typer.Exit(1) from error
    _screen.print(f"Klaar. De leveringen staan in {output}.")
