"""Choosing a reader in a demonstration, as a person does it: by keyboard, in both languages and themes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.pages import look_as


@pytest.mark.parametrize(("language", "theme"), [("nl", "light"), ("en", "dark")])
def test_the_choice_of_a_reader_has_no_barriers(page: Page, language: str, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(f"/kijken-als?taal={language}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_reader_is_chosen_and_seen_on_every_page(page: Page) -> None:
    page.goto("/kijken-als")
    page.get_by_role("button", name="wethouder").focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="u kijkt als wethouder")
    expect(link.first).to_be_visible()
    link.first.click()
    expect(page).to_have_url(re.compile("/kijken-als"))
    look_as(page, "partner:P01")
    page.get_by_role("link", name="Trends", exact=True).first.click()
    page.wait_for_url("**/trends*")
    expect(page.locator("header")).to_contain_text("u kijkt als")
