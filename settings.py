"""The settings of one installation, read from the environment and from `settings.toml` in its home."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from platformdirs import user_config_path

PROJECT = Path(__file__).resolve().parent
_SHORTEST_KEY = 32


class UnusableSetting(ValueError):
    """A setting has a value that cannot be used; the message says which and how to mend it."""


@dataclass(frozen=True)
class Elsewhere:
    """An OpenID provider that says who somebody is, and which groups mean which role."""

    issuer: str
    client: str
    secret: str
    groups: Mapping[str, str]  # the provider's name of a group, and steering, partner:P01 and so on
    claim: str = "groups"
    trusts_second_factor: bool = False  # whether the provider asks for one itself


@dataclass(frozen=True)
class Entrance:
    """How readers reach us in production; in a demonstration nothing of it is needed."""

    address: str | None = None  # as readers type it: https://dashboard.gemeente.example
    keys: tuple[bytes, ...] = ()  # the first signs, the others still verify
    proxies: int = 0  # how many of our own proxies stand before us
    certificate: Path | None = None
    certificate_key: Path | None = None
    idle_minutes: int = 30
    session_hours: int = 10
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True)
class Settings:
    """Where the data lives, which day it is, and which limits apply."""

    home: Path
    today: date
    key_file: Path
    public: bool = False  # whether the interface answers without a token, from the public file
    min_clients: int = 10  # figures about fewer clients are hidden from others; never less than this
    retention_months: int = 24  # how long records stay after their half-year became final
    protection: str | None = None  # regel or volledig; nothing said is volledig in production only
    mode: str | None = None  # demo or production; nothing said is a demo, with sample data only
    entrance: Entrance = field(default_factory=Entrance)

    @property
    def is_production(self) -> bool:
        return self.mode == "production"

    @property
    def asks_for_proof(self) -> bool:
        """Whether nothing is published without the proof that what is hidden cannot be computed back."""
        return self.is_production if self.protection is None else self.protection == "volledig"

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
        min_clients=_least_clients(_number("min_clients", env, written, Settings.min_clients)),
        retention_months=_number("retention_months", env, written, Settings.retention_months),
        protection=_protection(env.get("SMARTDASH_PROTECTION") or written.get("protection")),
        mode=_mode(env.get("SMARTDASH_MODE") or written.get("mode")),
        entrance=_entrance(env, written),
    )


def _entrance(env: Mapping[str, str], written: Mapping[str, object]) -> Entrance:
    def said(name: str) -> str | None:
        found = env.get(f"SMARTDASH_{name.upper()}") or written.get(name)
        return str(found) if found else None

    certificate, certificate_key = said("certificate"), said("certificate_key")
    return Entrance(
        address=said("address"),
        keys=_keys(env.get("SMARTDASH_SECRET_KEY"), said("secret_key_file")),
        proxies=_number("proxies", env, written, Entrance.proxies),
        certificate=Path(certificate).expanduser() if certificate else None,
        certificate_key=Path(certificate_key).expanduser() if certificate_key else None,
        idle_minutes=_number("idle_minutes", env, written, Entrance.idle_minutes),
        session_hours=_number("session_hours", env, written, Entrance.session_hours),
        elsewhere=_elsewhere(written.get("oidc"), said("oidc_secret")),
    )


def _elsewhere(table: object, secret: str | None) -> Elsewhere | None:
    if table is None:
        return None
    if not isinstance(table, dict) or not isinstance(table.get("groups"), dict):
        raise UnusableSetting("De instelling oidc is een tabel met issuer, client en groups.")
    missing = [name for name in ("issuer", "client") if not table.get(name)]
    if missing or not secret:
        names = ", ".join(
            [*(f"oidc.{name}" for name in missing), *([] if secret else ["SMARTDASH_OIDC_SECRET"])]
        )
        raise UnusableSetting(f"Voor inloggen met OpenID Connect ontbreekt: {names}.")
    return Elsewhere(
        issuer=str(table["issuer"]).rstrip("/"),
        client=str(table["client"]),
        secret=secret,
        groups={str(group): str(role) for group, role in table["groups"].items()},
        claim=str(table.get("claim") or Elsewhere.claim),
        trusts_second_factor=_switch("oidc.trusts_second_factor", table.get("trusts_second_factor")),
    )


def _keys(given: str | None, file: str | None) -> tuple[bytes, ...]:
    """One key a line, the newest first; a key shorter than 32 characters is refused."""
    try:
        text = given or (Path(file).expanduser().read_text("utf-8") if file else "")
    except OSError as error:
        raise UnusableSetting(f"Het bestand van secret_key_file is niet te lezen: {file}.") from error
    keys = tuple(line.strip().encode() for line in text.splitlines() if line.strip())
    if any(len(key) < _SHORTEST_KEY for key in keys):
        raise UnusableSetting(f"Een geheime sleutel is korter dan {_SHORTEST_KEY} tekens. Maak een langere.")
    return keys


def _protection(value: object) -> str | None:
    if value is None or str(value) in ("regel", "volledig"):
        return None if value is None else str(value)
    raise UnusableSetting(f"De instelling protection is '{value}'. Schrijf regel of volledig.")


def _mode(value: object) -> str | None:
    if value not in (None, "demo", "production"):
        raise UnusableSetting(f"De instelling mode is '{value}'. Schrijf demo of production.")
    return str(value) if value else None


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


def _least_clients(asked: int) -> int:
    """A stricter threshold is a setting, a looser one is not."""
    if asked < Settings.min_clients:
        raise UnusableSetting(
            f"De instelling min_clients is {asked}. Schrijf {Settings.min_clients} of hoger."
        )
    return asked


def _number(name: str, env: Mapping[str, str], written: Mapping[str, object], default: int) -> int:
    value = env.get(f"SMARTDASH_{name.upper()}") or written.get(name)
    if value is None:
        return default
    if not str(value).isdecimal():
        raise UnusableSetting(f"De instelling {name} is '{value}'. Schrijf een heel getal.")
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
