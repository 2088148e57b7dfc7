"""The pages of the plan in a browser: one sheet of paper, long names, and the way from goal to partner."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened, serving
from tests.browser.pages import open_page, stays_within
from tests.builders import (
    Row,
    action,
    ambition,
    contact,
    criterion,
    goal,
    indicator,
    observation,
    partner,
    plan_row,
    published,
)

PLACES = ("/doelen", "/doelen/D1", "/ogsm", "/balans", "/methode/uitval", "/toegankelijkheid")
A4_LANDSCAPE = (841.9, 595.0)  # points
LONG = "Samenwerkende kleinschalige woonvormen voor jongeren in het midden en omstreken"
UNBROKEN = "Verantwoordingsinformatievoorzieningsverbeteringsprogrammamanagementondersteuning"


def printed(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def sheets(paper: bytes) -> list[tuple[float, float]]:
    """The size of every sheet, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", paper)
    return [(round(float(width), 1), round(float(height), 1)) for width, height in boxes]


def long_plan(goals: int) -> list[Row]:
    """A plan in which every name has eighty letters, also one without a space to break at."""
    rows = [ambition(name=LONG, text=f"{LONG} {LONG}"), indicator(name=UNBROKEN), criterion(), contact()]
    rows += [partner(name=LONG), partner("P02", name=UNBROKEN)]
    for place in range(1, goals + 1):
        code = f"D{place}"
        rows.append(goal(code, position=place, name=LONG if place % 2 else UNBROKEN, text=LONG))
        rows.append(plan_row("strategy", code=f"S{place}", goal=code, text=f"{LONG} {UNBROKEN}"))
        rows.append(action(f"AC{place}", goal=code, name=UNBROKEN, owner="P01", strategy=f"S{place}"))
        rows.append(plan_row("responsibility", goal=code, partner="P02", promise=UNBROKEN))
    rows.append(plan_row("agreement", partner="P02", indicator="uitval", valid_from=date(2023, 1, 1),
                         frequency="jaar", informant=UNBROKEN))  # fmt: skip
    rows += [observation(f"{year}", numerator=20, denominator=100) for year in (2023, 2024, 2025)]
    return rows


@pytest.fixture(scope="module")
def long_named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard with nine goals that have the longest names we must bear."""
    home = published(tmp_path_factory.mktemp("long"), long_plan(9))
    with serving(home, tmp_path_factory.mktemp("long-log") / "server.log") as address:
        yield address


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_plan_prints_on_one_a4_landscape(page: Page, language: str) -> None:
    open_page(page, f"/ogsm?taal={language}")
    assert sheets(printed(page)) == [pytest.approx(A4_LANDSCAPE, abs=1)]


def test_nothing_on_the_a4_is_smaller_than_can_be_read_on_paper(page: Page) -> None:
    open_page(page, "/ogsm")
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('.a4 *')]
            .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
            .map((e) => parseFloat(getComputedStyle(e).fontSize)))"""
    )
    assert smallest * 72 / 96 >= 8.4 - 0.01


def test_a_longer_plan_goes_on_on_a_next_sheet_with_its_heads(browser: Browser, long_named: str) -> None:
    with opened(browser, long_named, []) as page:
        open_page(page, "/ogsm")
        page.emulate_media(media="print")
        heads = page.evaluate(
            "[...document.querySelectorAll('.a4 thead')].map((e) => getComputedStyle(e).display)"
        )
        found = sheets(printed(page))
        assert len(found) > 1
        assert set(heads) == {"table-header-group"}
        assert all(size == pytest.approx(A4_LANDSCAPE, abs=1) for size in found)


@pytest.mark.parametrize("width", [1366, 390])
def test_names_of_eighty_letters_stay_within_the_screen(
    browser: Browser, long_named: str, width: int
) -> None:
    with opened(browser, long_named, []) as page:
        page.set_viewport_size({"width": width, "height": 844})
        for place in PLACES:
            open_page(page, place)
            stays_within(page, width)
            assert too_wide(page) == [], place


def too_wide(page: Page) -> list[str]:
    """Texts that run out of their own box; a region that scrolls by itself may be wider than the screen."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('main :is(th, td, dd, dt, p, h1, h2, h3, li)')]
            .filter((e) => e.scrollWidth > e.clientWidth + 2 && e.clientWidth > 0
                && getComputedStyle(e).display !== 'inline')
            .map((e) => e.tagName + ' ' + e.textContent.slice(0, 60))"""
    )
    return found


def test_the_alderman_goes_from_the_goals_to_who_answers_in_two_clicks(page: Page) -> None:
    open_page(page, "/")
    page.get_by_role("link", name="Doelen", exact=True).first.click()
    page.wait_for_url("**/doelen")
    page.locator(".tree-say", has_text="beslist mee over het eigen plan").click()
    page.wait_for_url("**/doelen/D2")
    expect(page.locator("main h1")).to_contain_text("beslist mee over het eigen plan")
    expect(page.get_by_text("Elke jongere schrijft het plan in eigen woorden")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("@gemeente")).first).to_be_visible()
    page.go_back()
    page.wait_for_url("**/doelen")


def test_a_goal_can_be_reached_by_keyboard_alone(page: Page) -> None:
    open_page(page, "/doelen")
    page.locator(".tree-say").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/doelen/D1")
    page.locator("#acties").wait_for()
