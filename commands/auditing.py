"""audit and audit verify: what was done, and whether the record of it is whole."""

from typing import Annotated

import typer

from commands.dutch import add, add_group
from register.audit import BrokenChain, entries, verify
from register.store import Register
from settings import load_settings

_NEWEST = typer.Option("--newest", metavar="AANTAL", help="Hoeveel regels, de nieuwste eerst.", min=1)
_EXPECTED = typer.Option(
    "--expected", metavar="CONTROLEGETAL", help="Een controlegetal van eerder, dat erin moet staan."
)
_LINE = "{:>6}  {:<19}  {:>7}  {:<16}  {}"
_MOMENT = "%Y-%m-%d %H:%M:%S"


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    group = add_group(app, "audit", audit)
    add(group, "verify", verify_audit)


def audit(context: typer.Context, newest: Annotated[int, _NEWEST] = 50) -> None:
    """Laat zien wat er is gedaan: inloggen, meekijken, leveren, publiceren, exporteren."""
    if context.invoked_subcommand is not None:
        return
    typer.echo(_LINE.format("nummer", "wanneer (UTC)", "account", "wat", "waarover"))
    for one in entries(Register(load_settings()), newest=newest):
        who = "-" if one.account is None else str(one.account)
        typer.echo(_LINE.format(one.id, one.at.strftime(_MOMENT), who, one.event, one.about).rstrip())


def verify_audit(expected: Annotated[str | None, _EXPECTED] = None) -> None:
    """Controleer of het logboek heel is; bewaar het controlegetal buiten deze machine."""
    try:
        last = verify(Register(load_settings()), expected)
    except BrokenChain as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if last is None:
        typer.echo("Het logboek is nog leeg.")
        return
    typer.echo(f"Het logboek is heel: {last.id} regels. Controlegetal van de laatste:")
    typer.echo(last.hash)
