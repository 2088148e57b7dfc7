"""The settings of one installation, read from the environment and from `settings.toml` in its home."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from platformdirs import user_config_path

PROJECT = Path(__file__).resolve().parent


class UnusableSetting(ValueError):
    """A setting has a value that cannot be used; the message says which and how to mend it."""


@dataclass(frozen=True)
class Settings:
    """Where the data lives, which day it is, and which limits apply."""

    home: Path
    today: date
    key_file: Path
    public: bool = False  # whether the interface answers without a token, from the public file
    retention_months: int = 24  # how long records stay after their half-year became final

    @property
    def now(self) -> datetime:
        """This moment on the day that the settings say it is, to the second."""
        return datetime.combine(self.today, datetime.now().astimezone().time().replace(microsecond=0))

    @property
    def intake_file(self) -> Path:
        return self.home / "intake.duckdb"

    @property
    def deliveries(self) -> Path:
        return self.home / "deliveries"

    @property
    def published(self) -> Path:
        return self.home / "published"


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force; the environment goes before `settings.toml` in the home."""
    env = os.environ if environment is None else environment
    home = Path(env.get("SMARTDASH_HOME") or PROJECT / "data" / "local").expanduser().resolve()
    written = _read_file(home / "settings.toml")
    key_file = env.get("SMARTDASH_KEY_FILE") or written.get("key_file")
    return Settings(
        home=home,
        today=_day(env.get("SMARTDASH_TODAY") or written.get("today")),
        key_file=Path(str(key_file)) if key_file else user_config_path("smartdash") / "client.key",
        public=_switch("public", env.get("SMARTDASH_PUBLIC") or written.get("public")),
        retention_months=_months(env.get("SMARTDASH_RETENTION_MONTHS") or written.get("retention_months")),
    )


def _read_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise UnusableSetting(f"{path.name} is geen geldig TOML-bestand: {error}") from error


def _switch(name: str, value: object) -> bool:
    text = str(value or "nee").lower()
    if text not in ("ja", "true", "nee", "false"):
        raise UnusableSetting(f"De instelling {name} is '{value}'. Schrijf ja of nee.")
    return text in ("ja", "true")


def _months(value: object) -> int:
    if value is None:
        return Settings.retention_months
    if not str(value).isdecimal():
        raise UnusableSetting(
            f"De instelling retention_months is '{value}'. Schrijf een heel aantal maanden."
        )
    return int(str(value))


def _day(value: object) -> date:
    if value is None:
        return date.today()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise UnusableSetting(f"SMARTDASH_TODAY is '{value}'. Schrijf een datum als 2026-11-01.") from error
