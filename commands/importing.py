"""import, check, template, definitief and gegevenswoordenboek: deliveries on their way in."""

from typing import Annotated

import typer
from rich.console import Console

from commands.dutch import add
from data.importing.final import CannotBeFinal, mark_final
from settings import load_settings

_screen = Console(markup=False, highlight=False, soft_wrap=True)
_errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    add(app, "definitief", make_final)


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
