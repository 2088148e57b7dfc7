"""The administration in a browser: without barriers, without scrolling sideways, by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.pages import look_as, open_page, ready

PLACES = {
    "administrator": ("", "/accounts", "/sleutels", "/regels", "/instellingen", "/logboek?controle=1"),
    "data_officer": ("", "/plan", "/versies", "/versies/000001"),
}


@pytest.mark.parametrize("role", PLACES)
@pytest.mark.parametrize(("language", "theme", "width"), [("nl", "light", 1366), ("en", "dark", 390)])
def test_the_administration_has_no_barriers_and_never_scrolls_sideways(
    page: Page, role: str, language: str, theme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 844})
    look_as(page, role)
    for place in PLACES[role]:
        page.goto(f"/beheer{place}{'&' if '?' in place else '?'}taal={language}")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{place}: {found.generate_report()}"
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), place


def test_who_keeps_the_versions_finds_the_administration_from_any_page(page: Page) -> None:
    look_as(page, "data_officer")
    open_page(page, "/trends")
    page.get_by_role("link", name="Beheer", exact=True).first.click()
    page.wait_for_url("**/beheer")
    page.get_by_role("link", name="Versies").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/beheer/versies")
    page.get_by_role("link", name="Naar de cijfers").click()
    page.wait_for_url(lambda address: "/beheer" not in address)
    ready(page)
