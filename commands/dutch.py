"""A Typer application that also says its own words (usage, options, help) in Dutch."""

from collections.abc import Callable
from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

_HELP = "Toon deze uitleg en stop."
_WORDS = {
    "ARGUMENTS_PANEL_TITLE": "Wat u opgeeft",
    "OPTIONS_PANEL_TITLE": "Keuzes",
    "COMMANDS_PANEL_TITLE": "Opdrachten",
    "ERRORS_PANEL_TITLE": "Verkeerd gebruik",
    "ABORTED_TEXT": "Afgebroken.",
    "DEFAULT_STRING": "[standaard: {}]",
    "REQUIRED_LONG_STRING": "[verplicht]",
    "RICH_HELP": "Typ [blue]'{command_path} {help_option}'[/] voor uitleg.",
}


def _in_dutch(usage: str) -> str:
    return (
        usage.replace("Usage: ", "Gebruik: ").replace("[OPTIONS]", "[KEUZES]").replace("COMMAND", "OPDRACHT")
    )


class _DutchCommand(TyperCommand):
    """A command whose usage and help option are Dutch."""

    def get_usage(self, ctx: Any) -> str:
        return _in_dutch(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _explained(super().get_help_option(ctx))


class _DutchGroup(TyperGroup):
    """The list of commands, in Dutch."""

    def get_usage(self, ctx: Any) -> str:
        return _in_dutch(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _explained(super().get_help_option(ctx))


def _explained(option: Any) -> Any:
    if option is not None:
        option.help = _HELP
    return option


def dutch_app(explanation: str) -> typer.Typer:
    """An application without commands yet; bad usage exits with 2."""
    for name, word in _WORDS.items():
        setattr(rich_utils, name, word)
    app = typer.Typer(
        help=explanation,
        cls=_DutchGroup,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    app.callback(cls=_DutchGroup, help=explanation)(_always_a_list_of_commands)
    return app


def _always_a_list_of_commands() -> None:
    """Without this, Typer would run an application of one command without its name."""


def add(app: typer.Typer, name: str, command: Callable[..., None]) -> None:
    """Register the function as a command; its docstring is the help that people read."""
    app.command(name, cls=_DutchCommand)(command)


def add_group(app: typer.Typer, name: str, command: Callable[..., None]) -> typer.Typer:
    """Register the function as a command that has commands of its own; it runs before any of those."""
    group = typer.Typer(cls=_DutchGroup)
    group.callback(cls=_DutchGroup, invoke_without_command=True)(command)
    app.add_typer(group, name=name)
    return group
