"""The pages a browser visits, and how it knows that one is ready."""

from playwright.sync_api import Page

from tools.places import places

PAGES = places()
"""Every page there is; a new one is looked at without anybody having to add it here."""


READY = """() => {
  const stage = document.querySelector('.frame.proj');
  const drawn = document.querySelector('main h1') && !document.querySelector('.plot:not(:has(.main-svg))');
  return drawn && !(stage && stage.dataset[innerWidth / innerHeight < 1.7 ? 'narrow' : 'wide']);
}"""
"""All at one moment. On a projector assets/projector.js asks for what is made for this screen after the first
page came: then that must have come too."""


def open_page(page: Page, address: str) -> None:
    """Visit an address and wait until its figures are drawn."""
    page.goto(address)
    ready(page)


def ready(page: Page) -> None:
    """Wait until the figures of this page are drawn, as they are on a screen of this size."""
    page.wait_for_function(READY)


def look_as(page: Page, reader: str) -> None:
    """Choose a reader in the demonstration, by the value of its button."""
    page.goto("/kijken-als")
    page.locator(f"button[value='{reader}']").click()
    page.wait_for_url(lambda address: "/kijken-als" not in address)
    ready(page)


def stays_within(page: Page, width: int) -> None:
    """Wait until nothing needs scrolling sideways: figures are drawn again a moment after a change."""
    page.wait_for_function(f"document.documentElement.scrollWidth <= {width}")


def heading(page: Page) -> str:
    return page.locator("main h1").inner_text()
