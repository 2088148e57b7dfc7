"""The sentence behind a sign is reached without a mouse: by keyboard, by a tap, and by who hears the page."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import look_as, open_page
from tests.browser.test_journeys import press_until_focused

PLACES = ["/", "/doelen", "/trends", "/vergelijken", "/balans", "/partners/P01"]
UNREAD = """[...document.querySelectorAll('main .status[title], main .cell[title], main .told-all')]
    .filter((sign) => {
      const read = sign.querySelector('.sr');
      return !read || !read.textContent.endsWith(sign.title);
    }).map((sign) => sign.outerHTML.slice(0, 200))"""
TOO_SMALL = """[...document.querySelectorAll('main .told')]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.getBoundingClientRect(), one.parentElement.textContent.slice(0, 60)])
    .filter(([box]) => box.width < 24 || box.height < 24)
    .map(([box, said]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${said}`)"""
WITHIN = """([...document.querySelectorAll('.told-say')].every((bubble) => {
    const box = bubble.getBoundingClientRect();
    return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
}))"""


@pytest.mark.parametrize("address", PLACES)
def test_whoever_hears_the_page_hears_the_sentence_of_every_sign(page: Page, address: str) -> None:
    open_page(page, address)
    assert page.locator("main [title]:has(.sr)").count()
    assert page.evaluate(UNREAD) == []


@pytest.mark.parametrize("address", PLACES)
@pytest.mark.parametrize("width", [1366, 390])
def test_a_sign_is_large_enough_to_tap(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_page(page, address)
    assert page.evaluate(TOO_SMALL) == []


def test_the_keyboard_opens_the_sentence_of_a_sign_and_escape_closes_it(page: Page) -> None:
    open_page(page, "/")
    sign = page.locator(".goal .status").first
    press_until_focused(page, sign.locator("button"))
    bubble = page.locator(".told-say")
    expect(bubble).to_have_text(sign.get_attribute("title") or "")
    assert page.evaluate(WITHIN)
    page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    expect(sign.locator("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bubble).to_be_visible()
    page.keyboard.press("Tab")
    expect(bubble).to_have_text(page.locator(".goal .status").nth(1).get_attribute("title") or "")


def test_the_arrow_keys_tell_of_every_cell_of_the_comparison_all_that_is_said(page: Page) -> None:
    open_page(page, "/vergelijken")
    cell = page.locator(".matrix .cell[title]").first
    press_until_focused(page, cell.locator("a"))
    expect(page.locator(".told-say")).to_have_text(cell.get_attribute("title") or "")


def test_a_finger_opens_the_sentence_and_a_tap_elsewhere_closes_it(browser: Browser, dashboard: str) -> None:
    context = browser.new_context(
        base_url=dashboard, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    open_page(page, "/")
    sign = page.locator(".goal .status").first
    sign.tap()
    bubble = page.locator(".told-say")
    expect(bubble).to_have_text(sign.get_attribute("title") or "")
    assert page.evaluate(WITHIN)
    page.locator("main h1").tap()
    expect(bubble).to_be_hidden()
    open_page(page, "/vergelijken")
    cell = page.locator(".matrix .cell[title]").first
    cell.tap(position={"x": 4, "y": 4})
    expect(bubble).to_have_text(cell.get_attribute("title") or "")
    context.close()


def test_the_sentence_leaves_with_the_page_and_no_projector_has_buttons_in_it(page: Page) -> None:
    open_page(page, "/")
    page.locator(".goal .status button").first.click()
    expect(page.locator(".told-say")).to_be_visible()
    page.get_by_role("link", name="Trends").first.press("Enter")
    expect(page.locator(".told-say")).to_be_hidden()
    for figure in range(2, 6):
        open_page(page, f"/?scherm=projector&figuur={figure}")
        expect(page.locator(".told")).to_have_count(0)


def test_an_alderman_hears_and_sees_where_every_series_goes(page: Page) -> None:
    look_as(page, "alderman")
    lines = page.locator(".goal-lines tbody tr:not(.group)")
    expect(lines.locator("td:nth-child(6) .status")).to_have_count(lines.count())
    assert page.evaluate(UNREAD) == []
