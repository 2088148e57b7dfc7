"""Every state a page can be in has no barriers: empty, hidden, failed, coming, lost, no longer the newest."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import duckdb
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from components.text import say
from tests.browser.conftest import opened, serving
from tests.browser.pages import open_page
from tests.browser.test_every_page import LAPTOP, PHONE, WIDE, dress, with_language
from tests.builders import hidden, published
from tests.integration.pages.conftest import FIGURES, PLAN
from tools.places import places

Served = Callable[[str], str]
Dress = tuple[str, tuple[int, int], str]

PAGES = [one for one in places() if "?" not in one and one not in ("/bestaat-niet", "/partners/P06")]
KNOWN = {"/indicatoren/jeugdhulpgebruik": "/indicatoren/tevredenheid"}
"""The small plan has no figure of all inhabitants."""
STATES = ("empty", "hidden", "failed")
DRESSES: list[Dress] = [
    (language, size, theme)
    for language in ("nl", "en")
    for size in (WIDE, LAPTOP, PHONE)
    for theme in ("light", "dark")
]
HIDDEN = [
    hidden(row.values["period"], **{key: row.values[key] for key in ("partner", "split", "split_value")
                                    if row.values.get(key)})
    for row in FIGURES
]  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The address of a dashboard in which every page is in one state."""
    with ExitStack() as running:

        @cache
        def address_of(state: str) -> str:
            folder = tmp_path_factory.mktemp(state)
            return running.enter_context(serving(home_in(state, folder / "home"), folder / "server.log"))

        yield address_of


def home_in(state: str, folder: Path) -> Path:
    """An installation without figures, with hidden ones only, or with a file of which a table got lost."""
    home = published(
        folder, [*PLAN, *(HIDDEN if state == "hidden" else FIGURES if state == "failed" else ())]
    )
    if state == "failed":
        (file,) = (home / "published").rglob("steering.duckdb")
        with duckdb.connect(str(file)) as broken:
            broken.execute("DROP TABLE goal")
            broken.execute("DROP TABLE indicator")
            broken.execute("DROP TABLE partner")
    return home


def look(browser: Browser, dashboard: str, address: str, worn: Dress) -> None:
    """Open a page in one dress and ask axe about it."""
    language, size, theme = worn
    with opened(browser, dashboard, []) as page:
        dress(page, size, theme)
        open_page(page, with_language(KNOWN.get(address, address), language))
        without_barriers(page)


def held(page: Page, what: str) -> list[Route]:
    """The requests that wait for an answer from now on."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(what, hold)
    return waiting


def without_barriers(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    ("address", "state", "worn"),
    [
        (address, STATES[place % len(STATES)], DRESSES[5 * place % len(DRESSES)])
        for place, address in enumerate(PAGES)
    ],
    ids=str,
)
def test_a_page_without_its_figures_has_no_barriers(
    browser: Browser, served: Served, address: str, state: str, worn: Dress
) -> None:
    look(browser, served(state), address, worn)


@pytest.mark.exhaustive
@pytest.mark.parametrize("worn", DRESSES, ids=lambda worn: f"{worn[0]}-{worn[1][0]}-{worn[2]}")
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("address", PAGES)
def test_no_state_of_any_page_in_any_dress_has_barriers(
    browser: Browser, served: Served, state: str, address: str, worn: Dress
) -> None:
    look(browser, served(state), address, worn)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_that_breaks_says_what_to_do_and_gives_a_number(
    browser: Browser, served: Served, language: str
) -> None:
    number = {"nl": "Geef dan dit nummer door: ", "en": "pass on this number: "}[language]
    with opened(browser, served("failed"), []) as page:
        open_page(page, with_language("/trends", language))
        said = page.locator("main").inner_text()
        assert number in said
        assert len(said.partition(number)[2].split(".")[0].strip()) == 8
        assert page.get_by_role("main").get_by_role("link").count() == 1


@pytest.mark.parametrize(("language", "size", "theme"), [DRESSES[1], DRESSES[4], DRESSES[9], DRESSES[10]])
def test_what_is_told_above_a_page_has_no_barriers(
    breaking_page: Page, language: str, size: tuple[int, int], theme: str
) -> None:
    page = breaking_page
    dress(page, size, theme)
    page.route("**/versie", lambda route: route.fulfill(body="999999", content_type="text/plain"))
    open_page(page, with_language("/doelen", language))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".notice[data-kind=stale]")).to_be_visible()
    without_barriers(page)
    page.locator(".notice button").last.click()
    waiting = held(page, "**/_dash-update-component*")
    page.evaluate("document.querySelector('main a[href]').click()")
    expect(page.locator(".notice[data-kind=loading]")).to_be_visible()
    without_barriers(page)
    for route in waiting:
        route.abort()
    expect(page.locator(".notice[data-kind=lost]")).to_be_visible()
    without_barriers(page)


@pytest.mark.parametrize(("language", "theme"), [("nl", "light"), ("en", "dark")])
def test_a_first_page_that_is_still_coming_has_no_barriers(
    breaking_page: Page, language: str, theme: str
) -> None:
    dress(breaking_page, LAPTOP, theme)
    waiting = held(breaking_page, "**/_dash-layout*")
    breaking_page.goto(with_language("/trends", language))
    expect(breaking_page.get_by_role("status")).to_have_text(say("page.loading", language))
    breaking_page.wait_for_function("window.dash_component_api")  # Dash has taken over by now
    expect(breaking_page.get_by_role("status")).to_have_text(say("page.loading", language))
    without_barriers(breaking_page)
    for route in waiting:
        route.continue_()
