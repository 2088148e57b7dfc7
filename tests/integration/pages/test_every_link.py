"""Every link on every page leads somewhere, for every audience, and never where that reader may not come."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.builders import published
from tests.integration.pages.conftest import FIGURES, PLAN, Page, Reader, reader_of

APOLOGIES = ("kennen wij niet", "Dit ging mis", "niet te lezen", "nog niets gepubliceerd")
ELSEWHERE = ("/kijken-als", "/account", "/afmelden")
OFFICE = "/beheer"
HREF = re.compile(r'<a [^>]*href="([^"]+)"')
ENOUGH = 2  # pages of one kind with the same choices filled in


def looking_as(home: Path, audience: str) -> Reader:
    """A demonstration in which somebody chose this reader."""
    made = reader_of(home)
    with made.client.session_transaction() as session:
        session["reader"] = audience
    return made


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small installation with a file for the steering group and for one partner."""
    audiences = ("steering", "partner-P01")
    return published(tmp_path_factory.mktemp("links"), [*PLAN, *FIGURES], audiences=audiences)


class Kind(NamedTuple):
    """The part of the dashboard, whether a link is about one thing in it, and which choices it fills in."""

    part: str
    one: bool
    choices: frozenset[str]


def kind_of(link: str) -> Kind:
    parts = urlsplit(link)
    first, _, code = parts.path.strip("/").partition("/")
    if parts.path.startswith(OFFICE):  # every part of it is another page
        code, first = "", "/".join(parts.path.split("/")[1:3])
    return Kind(first, bool(code), frozenset(parse_qs(parts.query)))


def links_of(page: Page) -> Iterator[str]:
    yield from inside([*page.links, *(target for _, target in page.options)])


def inside(targets: Iterable[str]) -> Iterator[str]:
    """The links to the dashboard itself, without the place in a page."""
    whole = (link.partition("#")[0] for link in targets)
    yield from (link for link in whole if link.startswith("/") and not link.startswith(ELSEWHERE))


def problem_with(reader: Reader, link: str) -> tuple[str, list[str]]:
    """What is wrong with the answer (empty when nothing is), and the links found on it."""
    answer = reader.client.get(link)
    if answer.status_code == 302 and answer.location == OFFICE:
        return "", [OFFICE]  # the administrator sees no figures
    if answer.status_code != 200:
        return f"HTTP {answer.status_code}", []
    if urlsplit(link).path.startswith("/csv/") or answer.mimetype != "text/html":
        return "", []
    if "react-entry-point" not in answer.text:  # made by the server at once, not by Dash
        return "", list(inside(map(unescape, HREF.findall(answer.text))))
    page = reader.page(link)
    wrong = page.heading if any(said in page.words for said in APOLOGIES) else ""
    return wrong, list(links_of(page))


def walk(reader: Reader, start: str = "/") -> tuple[dict[str, str], Counter[Kind]]:
    """The links that failed, and the kinds there are; two of each are followed, with one choice."""
    waiting, seen = deque([start]), {start}
    wrong: dict[str, str] = {}
    followed: Counter[Kind] = Counter()
    while waiting:
        link = waiting.popleft()
        kind = kind_of(link)
        if followed[kind] == ENOUGH or (len(kind.choices) > 1 and kind.part != "csv"):
            continue
        followed[kind] += 1
        problem, found = problem_with(reader, link)
        wrong |= {link: problem} if problem else {}
        new = [one for one in found if one not in seen]
        seen.update(new)
        waiting.extend(new)
    return wrong, followed


@pytest.mark.parametrize("audience", ["steering", "partner:P01"])
def test_every_link_of_every_page_is_answered(home: Path, audience: str) -> None:
    wrong, kinds = walk(looking_as(home, audience))
    assert wrong == {}
    assert len(kinds) > 20


@pytest.mark.parametrize(
    ("keeper", "pages"),
    [("data_officer", {"plan", "versies"}), ("administrator", {"accounts", "sleutels", "regels", "logboek"})],
)
def test_every_link_of_the_administration_is_answered_for_who_keeps_it(
    home: Path, keeper: str, pages: set[str]
) -> None:
    wrong, kinds = walk(looking_as(home, keeper), OFFICE)
    assert wrong == {}
    assert {f"beheer/{one}" for one in pages} <= {kind.part for kind in kinds}


@pytest.mark.exhaustive
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    "audience", ["steering", "alderman", "partner:P01", "partner:P06", "data_officer", "administrator"]
)
def test_every_link_of_the_samples_is_answered(sample_home: Path, audience: str) -> None:
    reader = looking_as(sample_home, audience)
    wrong, _ = walk(reader, "/" if reader.client.get("/").status_code == 200 else OFFICE)
    assert wrong == {}
