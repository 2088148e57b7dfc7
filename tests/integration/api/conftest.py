"""An interface on a small publication of two partners, with a token for each reader."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api import register_api
from data.published import PublishedFiles
from domain.audience import parse_audience
from register.store import Register
from register.tokens import issue_token, issued_tokens
from settings import Settings
from tests.builders import (
    TODAY,
    Row,
    ambition,
    goal,
    hidden,
    indicator,
    label,
    observation,
    partner,
    plan_row,
    publication,
    published,
    write_file,
)

PLAN = (
    ambition(),
    goal(),
    indicator(),
    indicator("tevredenheid", unit="cijfer", computation="tevredenheid", direction="hoger"),
    partner(),
    partner("P02", name="Beuk", named=False),
    plan_row("partner_context", partner="P02", text="Vooral jongeren na crisisopvang"),
    label("hulpvorm", "02", "Ambulant"),
)
TOGETHER = (
    observation("2026-H1", numerator=22.0, denominator=120.0),
    observation("2025", numerator=40.0, denominator=200.0),
    observation("2025", numerator=8.0, denominator=40.0, split="hulpvorm", split_value="02"),
    observation("2025", indicator="tevredenheid", value=7.25, n=48, sd=1.5, clients=48, records=50),
)
JUDGED = {"lower": 0.0586, "upper": 0.2471, "status": "undecided", "strong": False, "svd": 0.312}
SERIES = {"path": "undecided", "movement": "no_change", "small": False}
FIRST = (
    observation(
        "2026-H1", partner="P01", numerator=6.0, denominator=48.0, provisional=True, **JUDGED, **SERIES
    ),
)
SECOND = (hidden("2026-H1", partner="P02"),)


@dataclass
class Interface:
    """An installation with its interface, and a way to ask it something as somebody."""

    home: Path
    server: Flask
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def register(self) -> Register:
        return Register(settings_of(self.home))

    def token(self, audience: str) -> str:
        """A token for the audience, the same at every call."""
        if audience not in self.tokens:
            self.tokens[audience] = issue_token(self.register, parse_audience(audience))
        return self.tokens[audience]

    def client(self) -> FlaskClient:
        return self.server.test_client()

    def ask(self, address: str, audience: str | None = "steering", **sent: Any) -> TestResponse:
        headers = dict(sent.pop("headers", {}))
        if audience:
            headers["Authorization"] = f"Bearer {self.token(audience)}"
        return self.client().get(address, headers=headers, **sent)

    def rows(self, address: str, audience: str = "steering") -> list[dict[str, Any]]:
        answer = self.ask(address, audience)
        assert answer.status_code == 200, answer.text
        rows: list[dict[str, Any]] = said(answer)["rows"]
        return rows


def said(answer: TestResponse) -> dict[str, Any]:
    """What an answer in JSON says."""
    content = answer.get_json()
    assert isinstance(content, dict)
    return content


def settings_of(home: Path, *, public: bool = False) -> Settings:
    return Settings(home=home, today=TODAY, key_file=home / "client.key", public=public)


def serving(home: Path, *, public: bool = False) -> Interface:
    """The interface of whatever is published in this home."""
    server = Flask("interface", static_folder=None)
    settings = settings_of(home, public=public)
    register_api(server, PublishedFiles(settings), settings)
    return Interface(home, server)


def publish_rows(home: Path, version: str, **audiences: tuple[Row, ...]) -> None:
    """A version with these rows for each audience beside the plan: partner_P01 becomes partner-P01."""
    published(home, (), audiences=(), version=version)
    for audience, rows in audiences.items():
        name = audience.replace("_", "-", 1)
        about = publication(version=version, audience=name)
        write_file(home / "published" / version / f"{name}.duckdb", [about, *PLAN, *rows])


@pytest.fixture(scope="session")
def two_partners(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once per run, so never change it."""
    home = tmp_path_factory.mktemp("two-partners")
    steering, first = (*TOGETHER, *FIRST, *SECOND), (*TOGETHER, *FIRST)
    publish_rows(home, "000001", steering=steering, partner_P01=first)
    issued_tokens(Register(settings_of(home)))  # makes the register, which takes longest
    return home


@pytest.fixture
def interface(two_partners: Path, tmp_path: Path) -> Interface:
    return serving(shutil.copytree(two_partners, tmp_path / "home"))
