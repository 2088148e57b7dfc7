"""user and its commands: who may come in, as what, and letting somebody in again."""

import sys
from getpass import getpass
from typing import Annotated

import typer

from commands.dutch import add, add_group
from domain.role import Role
from register.accounts import (
    Account,
    UnknownAccount,
    UnusableAccount,
    accounts,
    add_account,
    change_role,
    disable,
    reset,
    unlock,
)
from register.passwords import UnusablePassword, made
from register.store import Register
from settings import load_settings

_NAME = typer.Argument(
    metavar="NAAM", help="Waarmee iemand inlogt, zoals een e-mailadres.", show_default=False
)
_ROLE = typer.Option("--role", metavar="ROL", help=f"Een van: {', '.join(Role)}.", show_default=False)
_PARTNER = typer.Option("--partner", metavar="CODE", help="De code van de partner, bij de rol partner.")
_ASK = typer.Option("--ask", help="Vraag om een wachtwoord; anders wordt er een gemaakt en één keer getoond.")
_LINE = "{:<32}  {:<24}  {:<12}  {:<10}  {}"
_MOMENT = "%Y-%m-%d %H:%M"


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    group = add_group(app, "user", user)
    add(group, "add", add_user)
    add(group, "list", list_users)
    add(group, "role", give_role)
    add(group, "disable", disable_user)
    add(group, "reset", reset_user)
    add(group, "unlock", unlock_user)


def user(context: typer.Context) -> None:
    """Beheer wie mag inloggen: add, list, role, disable, reset, unlock."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def add_user(
    name: Annotated[str, _NAME],
    role: Annotated[Role, _ROLE],
    partner: Annotated[str | None, _PARTNER] = None,
    ask: Annotated[bool, _ASK] = False,
) -> None:
    """Maak een account."""
    password = _password(ask=ask)
    try:
        add_account(_register(), name, role, password, partner)
    except (UnusableAccount, UnusablePassword) as error:
        _stop(str(error))
    _tell(password, made_here=not ask)
    if role.needs_second_factor:
        typer.echo("Bij de eerste keer inloggen wordt een app voor codes ingesteld.", err=True)


def list_users() -> None:
    """Laat zien wie er een account heeft."""
    typer.echo(_LINE.format("naam", "rol", "staat", "tweede", "laatst ingelogd (UTC)"))
    for one in accounts(_register()):
        role = f"{one.role}:{one.partner}" if one.partner else str(one.role)
        last = one.signed_in_at.strftime(_MOMENT) if one.signed_in_at else "-"
        second = "ja" if one.has_second_factor else "-"
        typer.echo(_LINE.format(one.name, role, _state(one), second, last))


def give_role(
    name: Annotated[str, _NAME],
    role: Annotated[Role, _ROLE],
    partner: Annotated[str | None, _PARTNER] = None,
) -> None:
    """Geef een account een andere rol; wie is ingelogd moet dat opnieuw doen."""
    try:
        change_role(_register(), name, role, partner)
    except UnknownAccount:
        _unknown(name)
    except UnusableAccount as error:
        _stop(str(error))
    typer.echo(f"{name} is nu {role}.")


def disable_user(name: Annotated[str, _NAME]) -> None:
    """Sluit een account af en log het overal uit; user reset opent het weer."""
    try:
        disable(_register(), name)
    except UnknownAccount:
        _unknown(name)
    typer.echo(f"{name} kan niet meer inloggen.")


def reset_user(name: Annotated[str, _NAME], ask: Annotated[bool, _ASK] = False) -> None:
    """Open een account weer met een nieuw wachtwoord; de app voor codes wordt opnieuw ingesteld."""
    password = _password(ask=ask)
    try:
        reset(_register(), name, password)
    except UnknownAccount:
        _unknown(name)
    except UnusablePassword as error:
        _stop(str(error))
    _tell(password, made_here=not ask)


def unlock_user(name: Annotated[str, _NAME]) -> None:
    """Laat iemand na te veel pogingen meteen weer proberen; wachtwoord en app blijven."""
    try:
        unlock(_register(), name)
    except UnknownAccount:
        _unknown(name)
    typer.echo(f"{name} mag weer proberen in te loggen.")


def _register() -> Register:
    return Register(load_settings())


def _password(*, ask: bool) -> str:
    """Never an argument: those stand in the list of processes and in the history of the shell."""
    if not ask:
        return made()
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first, second = getpass("Wachtwoord: "), getpass("Nog een keer: ")
    if first != second:
        _stop("De twee wachtwoorden zijn niet gelijk.")
    return first


def _tell(password: str, *, made_here: bool) -> None:
    typer.echo("Het account is klaar.", err=True)
    if made_here:
        typer.echo("Geef dit wachtwoord door; het is hierna niet meer op te vragen.", err=True)
        typer.echo(password)


def _state(one: Account) -> str:
    if one.disabled_at:
        return "afgesloten"
    return "op slot" if one.is_locked else "open"


def _unknown(name: str) -> None:
    _stop(f"Er is geen account met de naam '{name}'. Bekijk ze met: user list")


def _stop(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
