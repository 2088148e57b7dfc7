"""Everything that one audience is served: every page, download and answer of the interface."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import product
from pathlib import Path
from urllib.parse import unquote

from access import reader as readers
from access.reader import Role
from api.downloads import ANSWERS
from api.resources import RESOURCES
from domain.audience import Audience
from register.store import Register
from register.tokens import issue_token
from tests.integration.leaks.planted import PARTNERS
from tests.integration.pages.conftest import Reader, elements, inside, reader_of
from tests.integration.publishing.intake import settings_in

Served = tuple[str, str]
"""What was asked, and the bytes of the answer as text."""

_START = ("/", "/methode", "/partners/P09", "/partners/P99", "/nergens", "/indicatoren/uitval?partner=P10")
_MOST_PAGES = 100
_INDICATORS = (None, "uitval", "tevredenheid")
_PERIODS = (None, "2025", "2025-Q2", "2023/2026")
_BESIDE = (None, "P01", "P03", "P09")


@dataclass(frozen=True)
class Inside:
    """A door through which one reader has come in."""

    found: readers.Reader
    demonstration: bool = False

    def reader(self) -> readers.Reader:
        return self.found


def everything(home: Path, audience: Audience, *, pages: int = _MOST_PAGES) -> Iterator[Served]:
    """All of it, as this audience gets it, in each role that reads the same file."""
    roles = (Role.PARTNER,) if audience.partner else (Role.STEERING, Role.ALDERMAN, Role.DATA_OFFICER)
    reader = reader_of(home)
    downloads = {_download(*chosen) for chosen in product(ANSWERS, _INDICATORS, _BESIDE, _PERIODS)}
    for role in roles:
        known = readers.Reader(role, audience.partner, audience.partner)
        reader.client.application.extensions[readers.EXTENSION] = Inside(known)
        start = _START if role is roles[0] else ("/",)
        yield from _pages(reader, start, downloads, pages if role is roles[0] else 1)
    for address in sorted(downloads):
        yield address, reader.client.get(address).get_data(as_text=True)
    yield from _interface(home, audience, reader)


def _pages(reader: Reader, start: Sequence[str], downloads: set[str], most: int) -> Iterator[Served]:
    """Every page that a link or a choice leads to, from the first ones on."""
    waiting, seen = list(start), set(start)
    for _ in range(most):
        if not waiting:
            return
        address = waiting.pop(0)
        yield f"GET {address}", reader.client.get(address).get_data(as_text=True)
        asked = reader.ask(address)
        answer = asked.get_data(as_text=True)
        yield address, _thawed(answer)
        if not asked.is_json:
            continue  # a door that stays closed for this reader, as to the page of another partner
        for link in _links(json.loads(answer)["response"]):
            if link.startswith("/csv/"):
                downloads.add(link)
            elif link.startswith("/") and "taal=" not in link and link not in seen:
                seen.add(link)
                waiting.append(link)


def _links(response: dict[str, dict[str, object]]) -> Iterator[str]:
    for output in response.values():
        for part in elements(output.get("children")):
            props = part["props"]
            if isinstance(props.get("href"), str):
                yield unquote(props["href"]).partition("#")[0]
            for option in props.get("options", []):
                yield str(option["value"])
            if "data-html" in props:
                yield from _links({"frozen": {"children": inside(part)}})


def _download(question: str, indicator: str | None, partner: str | None, period: str | None) -> str:
    chosen = {"indicator": indicator, "partner": partner, "periode": period, "uitsplitsing": "hulpvorm"}
    return f"/csv/{question}?" + "&".join(f"{key}={value}" for key, value in chosen.items() if value)


def _interface(home: Path, audience: Audience, reader: Reader) -> Iterator[Served]:
    """Every list in both carriers to its last page, with every filter, and what is said about it all."""
    register = Register(settings_in(home))
    token = issue_token(register, audience)
    headers = {"Authorization": f"Bearer {token}"}
    fixed = ["/health", "/api/v1/openapi.json", "/api/v1/version", "/api/v1/nothing", "/api/v1/goals?x=1"]
    filters = [f"/api/v1/observations?{choice}" for choice in _filters()]
    waiting = [
        *fixed,
        *filters,
        *(f"/api/v1/{one.name}?format={kind}" for one in RESOURCES for kind in ("json", "csv")),
    ]
    while waiting:
        address = waiting.pop(0)
        answer = reader.client.get(address, headers=headers)
        yield address, answer.get_data(as_text=True) + str(answer.headers)
        following = answer.headers.get("Link")
        if following:
            waiting.append(following.partition(">")[0].lstrip("<"))


def _filters() -> Iterator[str]:
    yield from (f"partner={code}" for code in PARTNERS)
    yield from (
        "partner=null",
        "split=null",
        "period_kind=month",
        "period=2025-02",
        "period=2025-Q2&indicator=uitval",
    )
    yield from ("split_value=12", "split=hulpvorm&split_value=12", "period=onzin", "partner=P99")


def _thawed(answer: str) -> str:
    """Frozen parts travel as escaped HTML inside JSON."""
    return unescape(answer)
