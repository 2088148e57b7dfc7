"""A dashboard in production on a small publication, an account for every role, and browsers that sign in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyotp
import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from access import rates
from access.reader import EXTENSION as DOOR
from access.reader import Role
from access.session_door import SECRET, SessionDoor
from register import passwords, second_factor
from register.accounts import add_account, find_account
from register.store import Register
from register.tables import account
from settings import Entrance, Settings
from tests.builders import TODAY, publication, published, write_file
from tests.integration.pages.conftest import FIGURES, OUTPUT, PLAN

ADDRESS = "https://dashboard.example"
PASSWORD = "een-lang-wachtwoord"
ENTRANCE = Entrance(address=ADDRESS, keys=(b"k" * 40,), proxies=1)
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
APP = re.compile(r"<code>([A-Z2-7]{32})</code>")
P01 = tuple(row for row in FIGURES if row.values.get("partner") in {None, "P01"})
P02 = tuple(row for row in FIGURES if row.values.get("partner") in {None, "P02"})


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Hashing and counting slow people down on purpose; here it is only asked whether they are done."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", quick)
        patch.setattr(passwords, "_NOBODY", quick.hash("nobody"))
        for name in ("INSIDE", "OUTSIDE", "FORMS"):
            patch.setattr(rates, name, "100000 per minute")
        yield


class Browser:
    """A browser at the office: over HTTPS, with the cookies of one reader."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, place: str, **sent: Any) -> TestResponse:
        return self.client.get(place, base_url=ADDRESS, **sent)

    def post(self, place: str, **sent: Any) -> TestResponse:
        return self.client.post(place, base_url=ADDRESS, **sent)

    def send(self, place: str, fields: dict[str, str], *, of: str, **headers: str) -> TestResponse:
        """Fill in the form that stands on the page `of`."""
        found = TOKEN.search(self.get(of).text)
        assert found, of
        sent = {"Referer": f"{ADDRESS}{of}", "Origin": ADDRESS, **headers}
        return self.client.post(
            place, data={"csrf_token": found[1], **fields}, headers=sent, base_url=ADDRESS
        )

    def enrol(self) -> TestResponse:
        """Put the second factor of the page in an app, and type what it shows."""
        page = self.get("/inloggen/instellen").text
        found, secret = TOKEN.search(page), APP.search(page)
        assert found
        assert secret
        return self.post(
            "/inloggen/instellen",
            data={"csrf_token": found[1], "code": pyotp.TOTP(secret[1]).now()},
            headers={"Referer": f"{ADDRESS}/inloggen/instellen", "Origin": ADDRESS},
        )

    def ask(self, place: str, **headers: str) -> TestResponse:
        """What Dash's own callback answers for the page at this address."""
        path, _, search = place.partition("?")
        location = {"id": "_pages_location"}
        body = {
            "output": OUTPUT,
            "outputs": [
                {"id": "_pages_content", "property": "children"},
                {"id": "_pages_store", "property": "data"},
            ],
            "inputs": [
                {**location, "property": "pathname", "value": path},
                {**location, "property": "search", "value": f"?{search}" if search else ""},
            ],
            "changedPropIds": ["_pages_location.pathname"],
        }
        return self.callback(body, **headers)

    def callback(self, body: Any, **headers: str) -> TestResponse:
        return self.client.post(
            "/_dash-update-component", json=body, headers={"Origin": ADDRESS, **headers}, base_url=ADDRESS
        )

    def sign_in(self, name: str, password: str = PASSWORD) -> TestResponse:
        fields = {"name": name, "password": password}
        return self.send("/inloggen", fields, of="/inloggen")


@dataclass
class Office:
    """One installation in production."""

    settings: Settings
    server: Flask
    register: Register

    def browser(self) -> Browser:
        return Browser(self.server.test_client())

    def signed_in(self, role: Role | None, partner: str = "P01") -> Browser:
        """A browser with a session of this role; of nobody for None."""
        browser = self.browser()
        if role is not None:
            self.begin_session(browser, self.name(role, partner))
        return browser

    def begin_session(self, browser: Browser, name: str) -> str:
        door: SessionDoor = self.server.extensions[DOOR]
        secret = door._sessions.begin(find_account(self.register, name).id)
        with browser.client.session_transaction(base_url=ADDRESS) as cookie:
            cookie[SECRET] = secret
        return secret

    def name(self, role: Role, partner: str = "P01") -> str:
        return f"{role}-{partner}".lower() if role is Role.PARTNER else str(role)

    def add(self, name: str, role: Role = Role.STEERING) -> int:
        return add_account(self.register, name, role, PASSWORD, "P01" if role is Role.PARTNER else None)

    def give_app(self, name: str) -> None:
        """Let this account have an app whose code of now was not used yet."""
        number, secret = find_account(self.register, name).id, second_factor.begin()
        assert second_factor.confirm(self.register, number, secret, pyotp.TOTP(secret).now())
        with self.register.writing() as connection:
            connection.execute(update(account).where(account.c.id == number).values(totp_step=None))

    def code(self, name: str) -> str:
        """The digits that the app of this account shows now."""
        with self.register.reading() as connection:
            kept = connection.execute(
                select(account.c.totp_sealed).where(account.c.name == name)
            ).scalar_one()
        return pyotp.TOTP(self.register.seal.open(kept)).now()


def office_in(home: Path, entrance: Entrance = ENTRANCE) -> Office:
    """Open the dashboard on what is published in this home."""
    from app import create_app

    settings = Settings(
        home=home, today=TODAY, key_file=home / "client.key", mode="production", entrance=entrance
    )
    return Office(settings, create_app(settings).server, Register(settings))


def prepared(home: Path) -> Path:
    """A publication for the steering group and two partners, with an account for each role."""
    published(home, [*PLAN, *FIGURES])
    for code, rows in (("P01", P01), ("P02", P02)):
        name = f"partner-{code}"
        file = home / "published" / "000001" / f"{name}.duckdb"
        write_file(file, [publication(audience=name), *PLAN, *rows])
    register = Register(Settings(home=home, today=TODAY, key_file=home / "client.key"))
    for role in Role:
        places: list[str | None] = ["P01", "P02"] if role is Role.PARTNER else [None]
        for place in places:
            name = f"{role}-{place}".lower() if place else str(role)
            add_account(register, name, role, PASSWORD, place)
    return home


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory, quick_passwords: None) -> Office:
    """Shared: a test that changes an account makes one of its own."""
    return office_in(prepared(tmp_path_factory.mktemp("office")))
