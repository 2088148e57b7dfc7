"""token, token list and token revoke: who may ask the interface for published figures."""

from typing import Annotated

import typer

from commands.dutch import add, add_group
from data.published import PublishedFiles
from data.store import StoreUnavailable
from domain.audience import Audience, UnknownAudience, parse_audience
from register.store import Register
from register.tokens import issue_token, issued_tokens, revoke_token
from settings import load_settings

_AUDIENCE = typer.Option(
    "--audience", metavar="LEZER", help="steering, partner:CODE of public.", show_default=False
)
_NOTE = typer.Option("--note", metavar="TEKST", help="Waar de sleutel voor is.", show_default=False)
_LINE = "{:>6}  {:<24}  {:<16}  {:<16}  {}"
_MOMENT = "%Y-%m-%d %H:%M"
_LONGEST_NOTE = 200


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    group = add_group(app, "token", token)
    add(group, "list", list_tokens)
    add(group, "revoke", revoke)


def token(
    context: typer.Context,
    audience: Annotated[str | None, _AUDIENCE] = None,
    note: Annotated[str | None, _NOTE] = None,
) -> None:
    """Maak een sleutel waarmee een ander programma de gepubliceerde cijfers opvraagt."""
    if context.invoked_subcommand is not None:
        return
    reader = _reader(audience)
    if note is not None and len(note) > _LONGEST_NOTE:
        raise typer.BadParameter(f"Houd de notitie op {_LONGEST_NOTE} tekens.", param_hint="--note")
    settings = load_settings()
    try:
        PublishedFiles(settings).open(reader.file)
    except StoreUnavailable:
        typer.echo(f"Let op: er zijn nog geen cijfers gepubliceerd voor {reader.code}.", err=True)
    secret = issue_token(Register(settings), reader, note)
    typer.echo("Bewaar deze sleutel goed: hij is hierna niet meer op te vragen.", err=True)
    typer.echo(secret)


def list_tokens() -> None:
    """Laat zien welke sleutels er zijn gemaakt; de sleutels zelf zijn nergens bewaard."""
    typer.echo(_LINE.format("nummer", "lezer", "gemaakt (UTC)", "ingetrokken", "notitie").rstrip())
    for one in issued_tokens(Register(load_settings())):
        revoked = one.revoked_at.strftime(_MOMENT) if one.revoked_at else "-"
        made = one.created_at.strftime(_MOMENT)
        typer.echo(_LINE.format(one.id, one.audience, made, revoked, one.note or "").rstrip())


def revoke(number: Annotated[int, typer.Argument(metavar="NUMMER", show_default=False)]) -> None:
    """Trek een sleutel in; vanaf nu opent hij niets meer."""
    if not revoke_token(Register(load_settings()), number):
        typer.echo(f"Er is geen geldige sleutel met nummer {number}. Bekijk ze met: token list", err=True)
        raise typer.Exit(1)
    typer.echo(f"Sleutel {number} is ingetrokken.")


def _reader(audience: str | None) -> Audience:
    explain = "Kies voor wie de sleutel is: steering, partner:CODE of public."
    if audience is None:
        raise typer.BadParameter(explain, param_hint="--audience")
    try:
        return parse_audience(audience)
    except UnknownAudience as error:
        raise typer.BadParameter(f"'{audience}' is geen lezer. {explain}", param_hint="--audience") from error
