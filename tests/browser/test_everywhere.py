"""What every page does: searching, going back, keeping still, printing, saving, and telling what is wrong."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages import PAGES, heading, open_page

STEADY = [address for address in PAGES if "projector" not in address]
SIZES = ((1366, 768), (390, 844), (1920, 1080))
A4_WIDTH = 703  # CSS pixels between the margins of a sheet
A4_SIDEWAYS = 1032
OVER_THE_EDGE = """[...document.querySelectorAll('.matrix .cell')]
    .filter((cell) => cell.scrollWidth > cell.parentElement.clientWidth + 1)
    .map((cell) => cell.textContent)"""
FARTHEST = """Math.max(0, ...[...document.querySelectorAll('main .figure, main .plot, main svg.main-svg')]
    .map((part) => part.getBoundingClientRect().right))"""
COVERED = """[...document.querySelectorAll('main .figure')].filter((tile) => {
    const [picture, foot] = ['svg.main-svg', '.fig-foot'].map((part) => tile.querySelector(part));
    return picture && foot && picture.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1;
}).length"""
HEADS = """[...document.querySelectorAll('main table:not(.twin table) thead')]
    .map((head) => getComputedStyle(head).display)"""


def test_search_is_reached_with_one_key_and_leads_to_the_page_of_what_was_found(page: Page) -> None:
    open_page(page, "/trends?periode=2025")
    page.keyboard.press("/")
    expect(page.locator("input[name=q]:visible")).to_be_focused()
    page.keyboard.type("UÍTVAL")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_contain_text("‘UÍTVAL’")
    expect(page).to_have_url(re.compile("/zoeken.*periode=2025"))
    page.get_by_role("main").get_by_role("link", name="Uitval", exact=True).first.click()
    expect(page).to_have_url(re.compile("periode=2025"))
    expect(page.locator("main h1")).not_to_contain_text("‘UÍTVAL’")


def test_a_phone_searches_from_its_menu(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, "/")
    page.get_by_text("Menu", exact=True).click()
    page.locator(".nav-panel input[name=q]").fill("uitval")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_contain_text("‘uitval’")
    expect(page.locator(".nav-panel")).to_be_hidden()


def test_back_and_forward_go_through_the_choices_that_were_made(page: Page) -> None:
    open_page(page, "/indicatoren/uitval")
    first = heading(page)
    page.get_by_role("combobox", name="Periode").select_option(index=4)
    expect(page).to_have_url(re.compile("periode="))
    expect(page.locator("main h1")).not_to_have_text(first)
    second = heading(page)
    page.go_back()
    expect(page.locator("main h1")).to_have_text(first)
    page.go_forward()
    expect(page.locator("main h1")).to_have_text(second)


def test_a_chosen_partner_goes_along_through_a_page_that_does_not_use_it(page: Page) -> None:
    open_page(page, "/indicatoren/uitval?partner=P01&uitsplitsing=verwijzer")
    page.get_by_role("link", name="Methode").first.click()
    page.get_by_role("link", name="Trends").first.click()
    expect(page).to_have_url(re.compile("/trends.*partner=P01.*uitsplitsing=verwijzer"))


def test_a_newer_publication_is_told_quietly_and_shown_when_asked(page: Page) -> None:
    page.route("**/versie", lambda route: route.fulfill(body="999999", content_type="text/plain"))
    open_page(page, "/trends")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    notice = page.get_by_role("status").filter(has_text="Er is een nieuwe publicatie.")
    expect(notice).to_be_visible()
    notice.get_by_role("button", name="Sluit").click()
    expect(notice).to_be_hidden()


def test_the_version_that_is_shown_is_no_news(page: Page) -> None:
    open_page(page, "/trends")
    with page.expect_response("**/versie") as asked:
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert asked.value.text() == page.locator(".frame").get_attribute("data-version")
    expect(page.locator(".notice")).to_be_hidden()


def test_a_page_that_does_not_come_says_so_and_can_be_tried_again(breaking_page: Page) -> None:
    page = breaking_page
    open_page(page, "/")
    page.route("**/_dash-update-component*", lambda route: route.abort())
    page.get_by_role("link", name="Trends").first.click()
    expect(page.get_by_role("status")).to_contain_text("De pagina kon niet worden geladen.")
    page.unroute("**/_dash-update-component*")
    page.get_by_role("button", name="Probeer het opnieuw").click()
    expect(page).to_have_url(re.compile("/trends"))
    expect(page.locator("main .figure").first).to_be_visible()


def test_a_slow_page_says_that_it_is_coming(page: Page) -> None:
    waiting: list[Route] = []
    open_page(page, "/")

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/_dash-update-component*", hold)
    page.get_by_role("link", name="Trends").first.click()
    expect(page.get_by_role("status")).to_contain_text("De pagina wordt geladen")
    for route in waiting:
        route.continue_()
    expect(page.locator(".notice")).to_be_hidden()


def test_an_address_without_a_page_is_an_error_to_a_machine_and_friendly_to_a_reader(page: Page) -> None:
    for address in ("/bestaat-niet", "/indicatoren/bestaat-niet", "/?periode=gisteren"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404
        expect(page.get_by_role("link", name="Naar het overzicht")).to_be_visible()


def test_a_figure_can_be_saved_as_a_picture_that_tells_its_own_story(page: Page) -> None:
    open_page(page, "/indicatoren/uitval")
    title = page.locator(".fig-title").first.inner_text()
    told = page.locator('figure.figure [role="img"]').first.get_attribute("aria-label")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Download SVG").first.click()
    assert saving.value.suggested_filename.endswith(".svg")
    picture = saving.value.path().read_text("utf-8")
    said = " ".join(re.findall(r">([^<>]+)<", picture)).replace("\u00a0", " ")
    for words in (
        title.replace("\u00a0", " "),
        "Bron: leveringen",
        "n = ",
        "publicatie",
        "Fictieve gegevens",
    ):
        assert words in said
    assert picture.startswith("<svg")
    assert told
    assert f'role="img" aria-label="{told}"' in picture
    assert "#ffffff" in picture


@pytest.mark.parametrize(
    ("address", "size"), [(address, SIZES[place % 3]) for place, address in enumerate(STEADY)]
)
def test_nothing_jumps_while_a_page_comes(page: Page, address: str, size: tuple[int, int]) -> None:
    stays_where_it_is(page, address, size)


@pytest.mark.exhaustive
@pytest.mark.parametrize("address", STEADY)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_on_any_screen(page: Page, address: str, size: tuple[int, int]) -> None:
    stays_where_it_is(page, address, size)


def stays_where_it_is(page: Page, address: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(
        """window.jumps = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });"""
    )
    open_page(page, address)
    page.wait_for_timeout(200)
    assert page.evaluate("window.jumps") < 0.1


@pytest.mark.parametrize("address", STEADY)
def test_a_page_prints_complete_within_the_width_of_a_sheet(page: Page, address: str) -> None:
    open_page(page, address)
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": A4_WIDTH, "height": 1000})
    page.wait_for_function(f"{FARTHEST} <= {A4_WIDTH + 1}")
    page.wait_for_function(f"{COVERED} === 0")
    assert page.locator(".nav-main, .under-tools, .fig-tools").filter(visible=True).count() == 0
    assert set(page.evaluate(HEADS)) <= {"table-header-group"}
    assert page.locator("main h1").is_visible()


def test_the_comparison_prints_without_words_over_each_other(page: Page) -> None:
    open_page(page, "/vergelijken")
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": A4_SIDEWAYS, "height": 700})
    page.wait_for_function(
        f"document.querySelector('.matrix').getBoundingClientRect().right <= {A4_SIDEWAYS}"
    )
    assert page.evaluate(OVER_THE_EDGE) == []


def test_twelve_partners_stand_beside_each_other_on_a_wide_screen(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_page(page, "/vergelijken")
    frame = page.locator(".scroll:has(.matrix)").first
    assert frame.locator("thead th").count() == 14  # what it is about, all together, and the others besides
    assert frame.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
