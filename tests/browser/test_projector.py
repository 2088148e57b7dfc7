"""The keys of a page on a projector, and sizes that can be read from six metres."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import PAGES, heading, open_page, ready, stays_within

HD, LAPTOP, BROAD, OLD, PHONE = (1920, 1080), (1366, 768), (1280, 800), (1024, 768), (390, 844)
TOO_SMALL = """() => {
  const limit = innerHeight * 0.0328;
  const words = document.createTreeWalker(document.querySelector('.proj'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const holder = words.currentNode.parentElement;
    const seen = words.currentNode.textContent.trim() && holder.checkVisibility({ visibilityProperty: true });
    if (!seen || holder.closest('.sr, dialog, sup, sub, .hoverlayer')) continue;
    if (parseFloat(getComputedStyle(holder).fontSize) < limit) found.push(words.currentNode.textContent);
  }
  return found;
}"""
PLACES = (
    "/?scherm=projector",
    "/?scherm=projector&figuur=2",
    "/indicatoren/uitval?scherm=projector",
    "/indicatoren/uitval?scherm=projector&figuur=2",
    "/indicatoren/uitval?scherm=projector&figuur=3",
    "/vergelijken?scherm=projector&figuur=2",
    "/trends?scherm=projector&figuur=2",
    "/partners?scherm=projector&figuur=2",
)
TABLED = (
    "/?scherm=projector&figuur=2",
    "/doelen?scherm=projector&figuur=2",
    "/doelen?scherm=projector&figuur=4",
    "/ogsm?scherm=projector&figuur=2",
    "/ogsm?scherm=projector&figuur=7",
    "/balans?scherm=projector&figuur=2",
    "/zorgpaden?scherm=projector&figuur=3",
    "/vergelijken?scherm=projector&figuur=3",
    "/partners/P01?scherm=projector&figuur=2",
)
FEW = {"/doelen": 12, "/ogsm": 12, "/balans": 8, "/vergelijken": 10, "/partners/P01": 10}
WORDS_CUT = """() => {
  const named = 'main, .proj-screen, .proj-side, .proj-table, .proj-table :is(th, td)';
  const parts = [...document.querySelectorAll(named)];
  const tall = (part) => part.scrollHeight > part.clientHeight + 2;
  const wide = (part) => part.scrollWidth > part.clientWidth + 2;
  return parts.filter((part) => tall(part) || wide(part)).map((part) => part.className + part.textContent);
}"""

WORDS_BROKEN = """() => {
  const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const node = words.currentNode;
    if (!node.parentElement.closest('.proj-table, h1') || node.parentElement.closest('.sr')) continue;
    for (const word of node.textContent.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = [...range.getClientRects()].map((one) => Math.round(one.top));
      if (new Set(tops).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


def project(page: Page, address: str, size: tuple[int, int] = HD) -> None:
    """Open the screens that are made for this size, as assets/projector.js does."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(
        page, address.replace("scherm=projector", "scherm=projector-4x3") if size in (BROAD, OLD) else address
    )


def place(page: Page) -> str:
    return page.locator(".proj-place p").inner_text()


def test_the_keys_walk_through_the_screens_and_the_address_keeps_the_place(page: Page) -> None:
    project(page, "/trends?scherm=projector")
    last = place(page).rpartition(" ")[2]
    for key, number in (
        ("ArrowRight", "2"), ("PageDown", "3"), ("ArrowLeft", "2"), ("PageUp", "1"), ("End", last),
        ("ArrowRight", last), ("Home", "1"),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect(page.locator(".proj-place p")).to_have_text(f"Scherm {number} van {last}")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("figuur=2"))
    expect(page.locator(".proj-place p")).to_have_text(f"Scherm 2 van {last}")
    shown = heading(page)
    open_page(page, page.url)
    assert heading(page) == shown
    page.go_back()
    expect(page.locator(".proj-place p")).to_have_text(f"Scherm 1 van {last}")


def test_b_blanks_the_screen_and_any_key_brings_it_back(page: Page) -> None:
    project(page, "/trends?scherm=projector")
    page.keyboard.press("b")
    expect(page.locator(".proj-blank")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".proj-blank")).to_have_count(0)
    assert place(page).startswith("Scherm 1 ")


def test_a_question_mark_explains_the_keys_and_esc_closes_it_first(page: Page) -> None:
    project(page, "/trends?scherm=projector&periode=2025")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("volledig scherm")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/trends\?periode=2025$"))


def test_f_fills_the_screen(page: Page) -> None:
    project(page, "/trends?scherm=projector")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")


def test_a_desk_page_leads_to_its_projector_and_keeps_every_choice(page: Page) -> None:
    open_page(page, "/indicatoren/uitval?partner=P01&periode=2025")
    page.get_by_role("link", name="Groot scherm").click()
    expect(page.locator(".proj-foot")).to_contain_text("2025")
    for key in ("partner=P01", "periode=2025", "scherm=projector"):
        expect(page).to_have_url(re.compile(key))


def test_an_old_screen_gets_what_fits_beside_each_other_there_and_a_new_one_the_rest_again(
    page: Page,
) -> None:
    project(page, "/balans?scherm=projector&figuur=2")
    many = int(place(page).rpartition(" ")[2])
    page.set_viewport_size({"width": OLD[0], "height": OLD[1]})
    expect(page).to_have_url(re.compile(r"scherm=projector-4x3&figuur=2$"))
    expect(page.locator(".proj[data-wide]")).to_have_count(1)
    assert int(place(page).rpartition(" ")[2]) > many
    assert page.evaluate(TOO_SMALL) == []
    page.set_viewport_size({"width": HD[0], "height": HD[1]})
    expect(page.locator(".proj-place p")).to_have_text(f"Scherm 2 van {many}")


@pytest.mark.parametrize("address", [f"{path}?scherm=projector" for path in FEW])
def test_the_plan_and_its_balance_take_a_few_screens_each_with_its_title(page: Page, address: str) -> None:
    project(page, address, LAPTOP)
    last = int(place(page).rpartition(" ")[2])
    assert 2 < last <= FEW[address.partition("?")[0]]
    for number in range(2, last + 1):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".proj-place p")).to_have_text(f"Scherm {number} van {last}")
        assert heading(page)
        assert all(page.locator(".proj-foot > div").first.locator("p").all_inner_texts())


@pytest.mark.parametrize(
    ("address", "size"),
    [
        *((address, size) for address in PLACES for size in (HD, OLD)),
        *((address, (HD, LAPTOP)[number % 2]) for number, address in enumerate(TABLED)),
        *((address, BROAD) for address in ("/doelen/D1?scherm=projector", *TABLED[7:])),
    ],
)
def test_everything_on_a_projector_fits_and_can_be_read_at_the_back(
    page: Page, address: str, size: tuple[int, int]
) -> None:
    project(page, address, size)
    fits(page, size)
    assert page.evaluate(WORDS_CUT) + page.evaluate(WORDS_BROKEN) == []


@pytest.mark.parametrize("address", PLACES)
def test_a_phone_that_opens_it_shows_the_screen_above_the_foot_with_a_way_back(
    page: Page, address: str
) -> None:
    project(page, address, PHONE)
    stays_within(page, PHONE[0])
    boxes = [page.locator(part).bounding_box() for part in (".proj-screen", ".proj-foot")]
    (screen, foot) = (box for box in boxes if box is not None)
    assert page.locator(".proj-screen").evaluate("one => one.scrollHeight") <= screen["height"] + 2
    assert screen["y"] + screen["height"] <= foot["y"]
    expect(page.locator(".proj-back")).to_be_visible()


@pytest.mark.exhaustive
@pytest.mark.parametrize("address", [address for address in PAGES if "scherm=" not in address])
@pytest.mark.parametrize("size", [HD, OLD])
def test_every_screen_of_every_page_fits_a_projector(page: Page, address: str, size: tuple[int, int]) -> None:
    last, number, wrong = 1, 1, {}
    while number <= last:
        project(page, f"{address}{'&' if '?' in address else '?'}scherm=projector&figuur={number}", size)
        if not page.locator(".proj-place").count():
            return  # what stands where no page is has no figures
        last = int(place(page).rpartition(" ")[2])
        for one in (size, LAPTOP) if size == HD else (size,):
            page.set_viewport_size({"width": one[0], "height": one[1]})
            ready(page)
            fits(page, one)
            wrong[number, one] = page.evaluate(WORDS_CUT) + page.evaluate(WORDS_BROKEN)
        number += 1
    assert {where: cut for where, cut in wrong.items() if cut} == {}


def fits(page: Page, size: tuple[int, int]) -> None:
    """The title, the words and the foot are large enough and within the screen."""
    assert heading(page)
    assert page.evaluate(TOO_SMALL) == []
    foot = page.locator(".proj-foot").bounding_box()
    assert foot is not None
    assert foot["y"] + foot["height"] <= size[1]
    main = page.evaluate(
        "(() => { const m = document.querySelector('main'); return m.scrollHeight - m.clientHeight; })()"
    )
    assert main <= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
