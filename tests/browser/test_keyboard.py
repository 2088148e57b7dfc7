"""Every part of a page can be reached and used by keyboard alone, and the focus is always to be seen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import heading, open_page
from tests.browser.test_journeys import press_until_focused

SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return document.activeElement === document.body
    || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== 'none';
}"""
STOPS = 45


def test_the_arrow_keys_walk_through_the_cells_of_the_comparison(page: Page) -> None:
    open_page(page, "/vergelijken")
    first = page.locator(".matrix tbody tr").first.locator("td a").first
    press_until_focused(page, first)
    page.keyboard.press("ArrowDown")
    below = page.locator(".matrix tbody tr").nth(1).locator("td a").first
    expect(below).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".matrix tbody tr").first.locator("th a")).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(".matrix tbody tr").first.locator("a").last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/indicatoren/\w+"))
    expect(page.locator("main")).to_be_focused()


def test_a_goal_is_made_large_and_small_again_by_keyboard(page: Page) -> None:
    open_page(page, "/trends")
    press_until_focused(page, page.get_by_role("link", name="Maak groot").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("groot="))
    expect(page.locator(".trend-large")).to_be_visible(timeout=20_000)
    press_until_focused(page, page.locator(".trend-large .fig-tools a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".trend-large")).to_have_count(0, timeout=20_000)


def test_a_partner_is_found_by_name_and_opened_by_keyboard(page: Page) -> None:
    open_page(page, "/")
    page.keyboard.press("/")
    page.keyboard.type("linde")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_contain_text("‘linde’")
    press_until_focused(page, page.get_by_role("main").get_by_role("link", name="Linde Jeugdzorg").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/partners/P\d+"))


def test_the_table_of_care_paths_is_opened_and_scrolled_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 700, "height": 800})
    open_page(page, "/zorgpaden")
    press_until_focused(page, page.locator("details.twin > summary").first)
    page.keyboard.press("Enter")
    expect(page.locator("details.twin table").first).to_be_visible()
    region = page.locator(".paths .scroll").first
    press_until_focused(page, region)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("element => element.scrollLeft > 0", arg=region.element_handle())


def test_the_projector_is_reached_walked_and_left_by_keyboard(page: Page) -> None:
    open_page(page, "/balans")
    shown = heading(page)
    press_until_focused(page, page.get_by_role("link", name="Groot scherm"))
    page.keyboard.press("Enter")
    expect(page.locator(".proj-place p")).to_contain_text("Scherm 1 van")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".proj-place p")).to_contain_text("Scherm 2 van")
    page.keyboard.press("Escape")
    expect(page.locator("main h1")).to_have_text(shown)


@pytest.mark.parametrize(
    "address", ["/", "/doelen", "/vergelijken", "/trends", "/partners/P01", "/zorgpaden"]
)
def test_the_focus_is_to_be_seen_wherever_it_is(page: Page, address: str) -> None:
    open_page(page, address)
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
