"""The pages a browser visits, and how it knows that one is ready."""

from playwright.sync_api import Page

from tools.places import places

PAGES = places()
"""Every page there is; a new one is looked at without anybody having to add it here."""


def open_page(page: Page, address: str) -> None:
    """Visit an address and wait until its figures are drawn."""
    page.goto(address)
    page.wait_for_selector("main h1")
    page.wait_for_selector(".plot:not(:has(.main-svg))", state="detached")


def heading(page: Page) -> str:
    return page.locator("main h1").inner_text()
