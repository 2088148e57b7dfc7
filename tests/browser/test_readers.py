"""What an alderman and a partner come for, with a mouse and with a keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import look_as, ready
from tests.browser.test_journeys import press_until_focused
from tests.browser.test_projector import HD, WORDS_BROKEN, WORDS_CUT, fits, place, project

OTHERS = ("Acacia", "Beuk", "Berk", "Linde", "Wilg", "Hazelaar", "Vlier", "Populier")


def worrying(page: Page) -> Locator:
    """The first goal that lags behind on its path."""
    behind = page.locator(".status", has_text=re.compile("^Achter"))
    line = page.locator(".goal-lines tr").filter(has=behind).first
    return line.locator("th a")


def test_an_alderman_sees_every_goal_without_scrolling(page: Page) -> None:
    look_as(page, "alderman")
    expect(page.locator(".goal-lines tbody tr:not(.group)")).to_have_count(14)
    last = page.locator(".goal-lines tbody tr").last.bounding_box()
    assert last is not None
    assert last["y"] + last["height"] <= 768


def test_an_alderman_finds_the_goal_that_worries_her_in_two_clicks(page: Page) -> None:
    look_as(page, "alderman")
    goal = worrying(page)
    name = goal.inner_text()
    goal.click()
    expect(page).to_have_url(re.compile(r"/doelen/\w+"))
    expect(page.locator("main")).to_contain_text(name)
    expect(page.locator("main")).to_contain_text("@gemeente.example")
    page.locator("main table a[href*='/indicatoren/']").first.click()
    expect(page).to_have_url(re.compile(r"/indicatoren/\w+"))


def test_an_alderman_finds_it_by_keyboard_alone(page: Page) -> None:
    look_as(page, "alderman")
    goal = worrying(page)
    name = goal.inner_text()
    press_until_focused(page, goal)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/doelen/\w+"))
    expect(page.locator("main")).to_contain_text(name)


def compare(page: Page) -> None:
    """What stands on the page of the own indicator: the own point by name, every other one without."""
    expect(page.locator("main")).to_contain_text("Esdoorn Jeugd en Gezin")
    said = page.locator("body").inner_text()
    assert not [name for name in OTHERS if name in said]


def test_a_partner_compares_itself_with_the_unnamed_others(page: Page) -> None:
    look_as(page, "partner:P03")
    page.locator("main table").get_by_role("link", name="Uitval", exact=True).click()
    expect(page).to_have_url(re.compile(r"/indicatoren/uitval.*partner=P03"))
    expect(page.locator("main")).to_contain_text("Alle partners samen")
    compare(page)


def test_a_partner_does_so_by_keyboard_alone(page: Page) -> None:
    look_as(page, "partner:P03")
    press_until_focused(page, page.locator("main table").get_by_role("link", name="Uitval", exact=True))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/indicatoren/uitval"))
    expect(page.locator("main")).to_be_focused()
    compare(page)


def test_a_partner_has_no_way_to_the_page_of_another(breaking_page: Page) -> None:
    look_as(breaking_page, "partner:P03")
    answer = breaking_page.goto("/partners/P01")
    assert answer is not None
    assert answer.status == 403
    assert not [name for name in OTHERS if name in breaking_page.locator("body").inner_text()]


@pytest.mark.parametrize("reader", ["alderman", "partner:P03"])
def test_the_start_of_a_reader_fits_a_projector(page: Page, reader: str) -> None:
    look_as(page, reader)
    project(page, "/?scherm=projector")
    last = int(place(page).rpartition(" ")[2])
    assert 2 < last <= 8
    for number in range(2, last + 1):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".proj-place p")).to_have_text(f"Scherm {number} van {last}")
        ready(page)
        fits(page, HD)
        assert page.evaluate(WORDS_CUT) + page.evaluate(WORDS_BROKEN) == []
