"""A Typer application that also says its own words (usage, options, help) in Dutch."""

import re
from collections.abc import Callable
from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

_FORMAT_ERROR = rich_utils.rich_format_error
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


_SENTENCES = tuple(
    (re.compile(english, re.DOTALL), dutch)
    for english, dutch in (
        (r"No such command '(.+?)'\. Did you mean (.+)\?", r"Onbekende opdracht '\1'. Bedoelt u \2?"),
        (r"No such command '(.+?)'\.", r"Onbekende opdracht '\1'."),
        (r"No such option: (\S+) \(Possible options: (.+)\)", r"Onbekende keuze: \1. Bedoelt u \2?"),
        (r"No such option: (\S+) Did you mean (.+)\?", r"Onbekende keuze: \1. Bedoelt u \2?"),
        (r"No such option: (\S+)", r"Onbekende keuze: \1."),
        (r"Missing \w+ '(.+?)'\..*", r"Er ontbreekt: \1."),
        (r"Got unexpected extra argument\(s\) \((.+)\)", r"Te veel opgegeven: \1."),
        (r"Option '(.+)' requires an argument\.", r"Bij \1 ontbreekt de waarde."),
        (
            r"Invalid value for '(.+?)': (?:Value error, )?'(.*)' is not one of (.+)\.",
            r"'\2' kan niet bij \1. Kies uit \3.",
        ),
        (r"Invalid value for '?(.+?)'?: (.+)", r"\1: \2"),
        (r"Invalid value: (.+)", r"\1"),
    )
)


def sentence_in_dutch(message: str) -> str:
    """What Typer says about wrong usage, in Dutch where its words are known."""
    for english, dutch in _SENTENCES:
        if found := english.fullmatch(message):
            return found.expand(dutch)
    return message


def _tell_in_dutch(tell: Callable[[Any], None]) -> Callable[[Any], None]:
    def told(error: Any) -> None:
        sentence = sentence_in_dutch(error.format_message())
        error.format_message = lambda: sentence
        tell(error)

    return told


def _in_dutch(usage: str) -> str:
    plain = re.sub(r"\{([^{}]+)\}(\.\.\.)?", r"\1", usage).replace(" [ARGS]...", "")
    return (
        plain.replace("Usage: ", "Gebruik: ").replace("[OPTIONS]", "[KEUZES]").replace("COMMAND", "OPDRACHT")
    )


def _named_by_us(parameter: TyperArgument | TyperOption, ctx: Any) -> str | None:  # noqa: ARG001 - Typer gives it
    """What stands beside a choice in the help: our word for its value, never the name of a type in Python."""
    return parameter.metavar if isinstance(parameter, TyperOption) else None


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
    setattr(rich_utils, "rich_format_error", _tell_in_dutch(_FORMAT_ERROR))  # noqa: B010 - as the words above
    for kind in (TyperArgument, TyperOption):
        setattr(kind, "display_type_rich", _named_by_us)  # noqa: B010 - as above
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
