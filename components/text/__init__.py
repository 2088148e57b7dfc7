"""The words of the product, Dutch first, in one file per language; keys are English."""

import string
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


class Language(StrEnum):
    """A language a reader can choose; the value stands in addresses and in the `lang` of a page."""

    NL = "nl"
    EN = "en"

    @property
    def other(self) -> "Language":
        return Language.EN if self is Language.NL else Language.NL


class UnknownText(KeyError):
    """No text has this key."""


def say(key: str, language: str, **values: object) -> str:
    """The text `table.name` with its {placeholders} filled; UnknownText for an unknown key."""
    return template(key, language).format(**values)


def template(key: str, language: str) -> str:
    """The text with its {placeholders} still open."""
    try:
        return texts(language)[key]
    except KeyError:
        raise UnknownText(f"{key} ({language})") from None


def placeholders(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@cache
def texts(language: str) -> dict[str, str]:
    """All texts of one language by dotted key."""
    tables = tomllib.loads((_FOLDER / f"{Language(language)}.toml").read_text("utf-8"))
    return dict(_flattened(tables))


def _flattened(table: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, entry in table.items():
        if isinstance(entry, dict):
            found += _flattened(entry, f"{prefix}{name}.")
        else:
            found.append((f"{prefix}{name}", str(entry)))
    return found
