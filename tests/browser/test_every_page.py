"""Every page for every reader: accessible, on every screen, in one language, within the security policy."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.pages import PAGES, heading, open_page, stays_within

DESK = [address for address in PAGES if "scherm=" not in address]
WIDE, LAPTOP, PHONE = (1920, 1080), (1366, 768), (390, 844)
ENGLISH = re.compile(
    r"\b(the|and|with|this|that|which|value|target|criterion|criteria|baseline|figures?|hidden|measured|"
    r"delivered|agreed|quarter|year|month|half-year|show|source|loading|not|per cent|break|unknown)\b",
    re.IGNORECASE,
)
DUTCH = re.compile(
    r"\b(het|een|niet|waarde|doelen|norm|verborgen|gemeten|geleverd|kwartaal|halfjaar|maand|jaar|bron|"
    r"leveringen|toon|cijfers|redenen|voorlopig|onbekend|trajecten|leeftijdsgroep|hulpvorm)\b",
    re.IGNORECASE,
)


def with_language(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}taal={language}"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def dress(page: Page, size: tuple[int, int], theme: str) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")


def read_aloud(page: Page) -> str:
    """The words of a page with its text alternatives, without what the plan and partners brought along."""
    return str(
        page.evaluate(
            """() => {
                const spoken = [...document.querySelectorAll('[aria-label]')].map((e) => e.ariaLabel);
                const options = [...document.querySelectorAll('option')].map((e) => e.textContent);
                const copy = document.body.cloneNode(true);
                for (const other of copy.querySelectorAll('script, noscript, [lang] [lang]')) other.remove();
                return [copy.textContent, ...spoken, ...options].join(' | ');
            }"""
        )
    )


@pytest.mark.parametrize(
    ("address", "size", "theme"),
    [
        (address, (WIDE, LAPTOP, PHONE)[place % 3], ("light", "dark")[place % 2])
        for place, address in enumerate(PAGES)
    ],
)
def test_a_page_has_no_barriers_that_axe_can_find(
    page: Page, address: str, size: tuple[int, int], theme: str
) -> None:
    dress(page, size, theme)
    open_page(page, address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.exhaustive
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_in_any_dress_has_barriers(page: Page, address: str, language: str) -> None:
    """Sizes and themes change under an open page, as a window and an evening do."""
    open_page(page, with_language(address, language))
    wrong = {}
    for size in (WIDE, LAPTOP, PHONE):
        for theme in ("light", "dark"):
            dress(page, size, theme)
            page.wait_for_timeout(250)  # the figures are drawn again
            found = Axe().run(page)
            if found.violations_count:
                wrong[size, theme] = found.generate_report()
    assert wrong == {}


@pytest.mark.parametrize("address", DESK)
def test_a_phone_never_scrolls_sideways(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        stays_within(page, width)


@pytest.mark.parametrize("address", DESK)
def test_a_page_speaks_one_language_also_in_its_title(page: Page, address: str) -> None:
    open_page(page, address)
    assert ENGLISH.findall(read_aloud(page)) == []
    assert plain(page.title()).startswith(plain(heading(page)))
    open_page(page, with_language(address, "en"))
    assert DUTCH.findall(read_aloud(page)) == []


def test_without_the_small_bundle_the_figures_are_drawn_all_the_same(page: Page) -> None:
    page.route("**/assets/vendor/*.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    open_page(page, "/trends")
    assert page.locator(".main-svg").count() > 0
