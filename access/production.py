"""What a dashboard on a network needs before it opens, and how it is told about HTTPS and proxies."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from register.accounts import can_sign_in
from register.store import Register
from settings import Entrance, Settings, UnusableSetting


class NotReady(UnusableSetting):
    """The dashboard may not be opened yet; the message says everything that is missing."""


def check_ready(settings: Settings, register: Register) -> None:
    """NotReady with all that is missing at once, each with how to mend it."""
    missing = what_is_missing(settings, register)
    if missing:
        lines = "\n".join(f"- {one}" for one in missing)
        raise NotReady(f"Het dashboard kan nog niet open (mode = production). Er ontbreekt:\n{lines}")


def what_is_missing(settings: Settings, register: Register) -> list[str]:
    """What must be arranged before readers may come in."""
    entrance = settings.entrance
    missing = []
    if not entrance.keys:
        missing.append(
            "een geheime sleutel: zet SMARTDASH_SECRET_KEY of secret_key_file;"
            " maak er een met: python -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    if urlsplit(entrance.address or "").scheme != "https" or not urlsplit(entrance.address or "").hostname:
        missing.append("het adres voor lezers: zet address op https://… (SMARTDASH_ADDRESS)")
    if not entrance.proxies and not (entrance.certificate and entrance.certificate_key):
        missing.append(
            "HTTPS: zet proxies op het aantal proxy's dat ervoor staat,"
            " of certificate en certificate_key op de bestanden"
        )
    if entrance.elsewhere is None and not can_sign_in(register):
        missing.append("een account: python manage.py user add NAAM --role administrator")
    return missing


def configure(server: Flask, entrance: Entrance) -> None:
    """Cookies for HTTPS only, the names we answer to, and how many proxies are believed."""
    place = urlsplit(entrance.address or "")
    server.config.update(
        SECRET_KEY=entrance.keys[0],
        SECRET_KEY_FALLBACKS=list(entrance.keys[1:]),
        SESSION_COOKIE_NAME="__Host-smartdash",
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_PATH="/",
        PREFERRED_URL_SCHEME="https",
        TRUSTED_HOSTS=[str(place.hostname)],
    )
    if entrance.proxies:
        count = entrance.proxies
        server.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            server.wsgi_app, x_for=count, x_proto=count, x_host=count, x_prefix=0
        )


def limits(entrance: Entrance) -> tuple[timedelta, timedelta]:
    """How long a session lasts without being used, and at most."""
    return timedelta(minutes=entrance.idle_minutes), timedelta(hours=entrance.session_hours)
