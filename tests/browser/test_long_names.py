"""Names of eighty characters: nothing overlaps, nothing is cut off, and no screen scrolls sideways."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import opened, serving
from tests.browser.pages import open_page
from tests.builders import Row, published
from tests.integration.pages.conftest import FIGURES, PLAN

LONG = "Samenwerkingsverband Gezinsondersteuning en Jeugdhulpverlening Haarlemmermeer-Zd"
NAMES = ("name", "name_en", "role", "sector")
WIDTHS = (1920, 1366, 390, 320)
ADDRESSES = (
    "/",
    "/doelen",
    "/doelen/D1",
    "/indicatoren/uitval",
    "/indicatoren/uitval?partner=P01",
    "/vergelijken",
    "/trends",
    "/balans",
    "/partners",
    "/partners/P01",
    "/zoeken?q=samenwerkingsverband",
)
CUT = """() => [...document.querySelectorAll('header *, .under *, main *, footer *')].filter((part) => {
  const style = getComputedStyle(part);
  const clips = ['hidden', 'clip'].includes(style.overflowX);
  const spared = part.closest('select, input, .sr, .plot, [class*=scroll]') || part.tagName === 'svg';
  const isForReadingAloud = style.clipPath !== 'none';
  const isSeen = part.checkVisibility() && !spared && !isForReadingAloud;
  return clips && isSeen && part.scrollWidth > part.clientWidth + 1;
}).map((part) => part.className + ': ' + part.textContent.slice(0, 60))"""
OVERLAPPING = """() => {
  const groups = [[...document.querySelectorAll(
    '.top .brand, .nav-main a, .me > *, .nav-small > summary, .context > *, .search, .to-projector, '
    + '.trail li, .choices > *, main h1')]];
  for (const plot of document.querySelectorAll('.plot')) {
    groups.push([...plot.querySelectorAll('.annotation-text')]);
  }
  const found = [];
  for (const group of groups) {
    const seen = group.filter((part) => part.checkVisibility());
    const boxes = seen.map((part) => [part, part.getBoundingClientRect()]);
    boxes.forEach(([one, a], place) => boxes.slice(place + 1).forEach(([other, b]) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const both = [one, other].map((part) => part.textContent.slice(0, 40));
      if (wide > 2 && tall > 3) found.push(both.join(' | '));
    }));
  }
  return found;
}"""


def lengthened(row: Row) -> Row:
    """The same row with a name of eighty characters, still different from the others by its end."""
    code = str(row.values.get("code", ""))
    long = {key: LONG[: 80 - len(code)] + code for key in NAMES if row.values.get(key)}
    return replace(row, values={**row.values, **long})


@pytest.fixture(scope="module")
def long_names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard in which everything has the longest name there can be."""
    folder = tmp_path_factory.mktemp("long")
    home = published(folder / "home", [*map(lengthened, PLAN), *FIGURES])
    with serving(home, folder / "server.log") as address:
        yield address


@pytest.fixture
def shown(browser: Browser, long_names: str) -> Iterator[Page]:
    troubles: list[str] = []
    with opened(browser, long_names, troubles) as page:
        yield page
    assert troubles == []


def test_the_names_are_as_long_as_they_are_said_to_be() -> None:
    lengths = {
        len(value) for row in map(lengthened, PLAN) for key, value in row.values.items() if key in NAMES
    }
    assert lengths == {80}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_longest_names_fit_on_every_screen(shown: Page, address: str) -> None:
    wrong: dict[int, object] = {}
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 900})
        open_page(shown, address)
        shown.wait_for_timeout(200)
        sideways = shown.evaluate("document.documentElement.scrollWidth") > width
        found = [
            *(["scrolls sideways"] if sideways else []),
            *shown.evaluate(CUT),
            *shown.evaluate(OVERLAPPING),
        ]
        if found:
            wrong[width] = found
    assert wrong == {}
