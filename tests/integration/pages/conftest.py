"""A reader without a browser: asks pages as Dash does and sees their words, links and figures."""

import json
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from settings import Settings
from tests.builders import (
    TODAY,
    Row,
    action,
    agreement,
    ambition,
    contact,
    coverage,
    criterion,
    goal,
    hidden,
    indicator,
    label,
    milestone,
    observation,
    partner,
    plan_row,
    published,
    series_break,
)

OUTPUT = ".._pages_content.children..._pages_store.data.."
PLAN = (
    ambition(),
    goal(),
    goal("D2", position=2, kind="proces", indicator="tevredenheid", name="Tevreden", name_en="Satisfied"),
    indicator(),
    indicator(
        "tevredenheid",
        name="Tevredenheid",
        name_en="Satisfaction",
        unit="cijfer",
        decimals=1,
        computation="tevredenheid",
        sentence="Jongeren geven een {waarde}",
        sentence_en="Young people give {waarde}",
    ),
    criterion(),
    milestone(),
    contact(),
    partner(),
    partner("P02", name="Beuk"),
    agreement(),
    agreement("P01", "tevredenheid"),
    agreement("P02", "uitval"),
    plan_row("responsibility", goal="D1", partner="P01", promise="Elke start krijgt een overdracht"),
    plan_row("partner_context", partner="P01", text="Vooral jongeren na crisisopvang"),
    series_break(),
    action(),
    label("hulpvorm", "02", "Ambulant bij de aanbieder", "Outpatient at the provider"),
    coverage(),
    coverage("P02", delivered=False, kind=None, received_on=None, rows=None),
)
JUDGED = {"lower": 0.13, "upper": 0.28, "status": "undecided", "svd": 0.26, "path": "on_path"}
FIGURES = (
    *(observation(f"{year}-Q{n}", numerator=20, denominator=100 + n, delivered_by=2, expected_from=2,
                  **JUDGED)
      for year in (2024, 2025) for n in (1, 2, 3, 4)),
    observation("2025-H2", numerator=40, denominator=207),
    observation("2025-H2", numerator=31, denominator=150, split="hulpvorm", split_value="02"),
    observation("2025", numerator=80, denominator=410),
    observation("2025", partner="P01", numerator=60, denominator=300),
    observation("2025", partner="P01", numerator=33, denominator=140, split="hulpvorm", split_value="02"),
    hidden("2025", partner="P02"),
)  # fmt: skip


class Reader:
    """What one reader gets from an installation."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def ask(self, address: str) -> TestResponse:
        """The answer to Dash's own request for the page at this address."""
        path, _, search = address.partition("?")
        place = {"id": "_pages_location"}
        body = {
            "output": OUTPUT,
            "outputs": [
                {"id": "_pages_content", "property": "children"},
                {"id": "_pages_store", "property": "data"},
            ],
            "inputs": [
                {**place, "property": "pathname", "value": path},
                {**place, "property": "search", "value": f"?{search}" if search else ""},
            ],
            "changedPropIds": ["_pages_location.pathname"],
        }
        return self.client.post("/_dash-update-component", json=body)

    def page(self, address: str) -> "Page":
        answer = self.ask(address)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return Page(answer.get_json()["response"])


class Page:
    """A page as the browser receives it."""

    def __init__(self, response: dict[str, Any]) -> None:
        self.content = response["_pages_content"]["children"]
        self.title: str = response["_pages_store"]["data"]["title"]
        self.raw = json.dumps(response, ensure_ascii=False)

    @property
    def parts(self) -> Iterator[dict[str, Any]]:
        """Every element of the page, in reading order."""
        yield from elements(self.content)

    @property
    def words(self) -> str:
        """What stands on the page to be read, the text alternatives included."""
        return " | ".join(texts(self.content))

    @property
    def heading(self) -> str:
        return self.of_type("H1")[0]

    def of_type(self, kind: str) -> list[str]:
        """The words of every element of a kind."""
        return [" ".join(texts(inside(part))) for part in self.parts if part["type"] == kind]

    @property
    def links(self) -> list[str]:
        return [
            part["props"]["href"] for part in self.parts if part["type"] == "A" and "href" in part["props"]
        ]

    @property
    def options(self) -> list[tuple[str, str]]:
        """The text and the address of every option of every choice."""
        selects = (part["props"] for part in self.parts if part["type"] == "Select")
        return [(option["label"], option["value"]) for one in selects for option in one["options"]]


def elements(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for one in node:
            yield from elements(one)
    elif isinstance(node, dict) and "props" in node:
        yield node
        yield from elements(inside(node))


def inside(node: dict[str, Any]) -> Any:
    """What an element holds; a frozen tree is thawed to the same shape as Dash's own."""
    if "data-html" in node["props"]:
        thawing = Thawing()
        thawing.feed(node["props"]["data-html"])
        return thawing.root["props"]["children"]
    return node["props"].get("children")


class Thawing(HTMLParser):
    """Reads escaped HTML into the shape in which Dash sends its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.root: dict[str, Any] = {"type": "Div", "props": {"children": []}}
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = {"type": tag.capitalize(), "props": {**dict(attrs), "children": []}}
        self.open[-1]["props"]["children"].append(element)
        if tag not in {"br", "hr", "col"}:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser decides the signature
        self.open.pop()

    def handle_data(self, *words: str) -> None:
        self.open[-1]["props"]["children"].extend(words)


def texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from texts(one)
    elif isinstance(node, dict) and "props" in node:
        yield from (str(node["props"][name]) for name in ("aria-label",) if name in node["props"])
        yield from texts(inside(node))


def reader_of(home: Path) -> Reader:
    from app import create_app

    settings = Settings(home=home, today=TODAY, key_file=home / "client.key")
    return Reader(create_app(settings).server.test_client())


@pytest.fixture
def serve(tmp_path: Path) -> Callable[[Iterable[Row]], Reader]:
    """A reader of an installation that serves just these rows."""
    return lambda rows: reader_of(published(tmp_path, rows))


@pytest.fixture(scope="package")
def small(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader of two goals, two partners and two years."""
    return reader_of(published(tmp_path_factory.mktemp("small"), [*PLAN, *FIGURES]))


@pytest.fixture(scope="package")
def sample(sample_home: Path) -> Reader:
    """A reader of the published samples."""
    return reader_of(sample_home)
