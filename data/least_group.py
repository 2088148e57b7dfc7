"""The smallest group that others may read about: the setting, or more where the administrator asked for more.

The decision is a file in the home, so that every worker and command follows it from the next question on.
"""

import tomllib
from pathlib import Path

from data.replacing import replace_text
from data.store import StoreUnavailable
from settings import Settings

_KEY = "min_clients"


def least_group(settings: Settings) -> int:
    """The number of clients in force; StoreUnavailable when the decision cannot be read."""
    file = _file(settings)
    try:
        decided = int(tomllib.loads(file.read_text("utf-8"))[_KEY])
    except FileNotFoundError:
        return settings.min_clients
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreUnavailable(
            f"{file.name} is onleesbaar. Verwijder het bestand en neem het besluit opnieuw in /beheer/regels."
        ) from error
    return max(settings.min_clients, decided)


def decide_least_group(settings: Settings, least_clients: int) -> None:
    """From now on nothing is served or made that shows a smaller group; all of the file or none."""
    replace_text(_file(settings), f"{_KEY} = {least_clients}\n")


def _file(settings: Settings) -> Path:
    return settings.home / "policy.toml"
