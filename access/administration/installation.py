"""The settings in force, as they are: without any secret, and where each can be changed."""

from dataclasses import dataclass

from flask import Response

from access.administration.frame import shown
from data.least_group import least_group
from settings import Settings


@dataclass(frozen=True)
class Installation:
    """The page about the settings."""

    settings: Settings

    def listed(self) -> Response:
        """Every setting by its name, with its value; of a secret only that there is one."""
        return shown("settings", section="settings", rows=_rows(self.settings), groups=_groups(self.settings))


def _rows(settings: Settings) -> list[tuple[str, str | int | bool | None]]:
    """The name in settings.toml, and the value: a switch is True or False, what is not set None."""
    entrance = settings.entrance
    return [
        ("mode", settings.mode or "demo"),
        ("address", entrance.address),
        ("secret_key_file", len(entrance.keys)),
        ("proxies", entrance.proxies),
        ("certificate", entrance.certificate is not None),
        ("idle_minutes", entrance.idle_minutes),
        ("session_hours", entrance.session_hours),
        ("oidc", entrance.elsewhere.issuer if entrance.elsewhere else None),
        ("public", settings.public),
        ("protection", "volledig" if settings.asks_for_proof else "regel"),
        ("min_clients", least_group(settings)),
        ("retention_months", settings.retention_months),
        ("today", settings.today.strftime("%d-%m-%Y")),
    ]


def _groups(settings: Settings) -> list[tuple[str, str]]:
    """The groups of the provider, and what each means here."""
    elsewhere = settings.entrance.elsewhere
    return sorted(elsewhere.groups.items()) if elsewhere else []
