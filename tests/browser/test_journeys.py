"""What readers come for, with a mouse and with a keyboard alone."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import heading, open_page


def press_until_focused(page: Page, target: Locator, key: str = "Tab", limit: int = 80) -> None:
    """Walk with the keyboard to an element; a reader who cannot use a mouse has no other way."""
    for _ in range(limit):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {target}")


def test_the_steering_group_goes_from_goal_to_indicator_to_partner_and_back(page: Page) -> None:
    open_page(page, "/")
    page.locator(".goal-say a").first.click()
    expect(page).to_have_url(re.compile(r"/indicatoren/\w+"))
    expect(page.locator(".facts")).to_be_visible()
    conclusion = heading(page)
    page.locator("select").first.select_option(label="Linde Jeugdzorg")
    expect(page.locator("main h1")).to_contain_text("Linde Jeugdzorg")
    page.get_by_role("link", name="Partners").first.click()
    page.get_by_role("region", name=re.compile("^Partners")).get_by_role(
        "link", name="Linde Jeugdzorg"
    ).click()
    expect(page.locator("main h1")).to_contain_text("voldoet Linde Jeugdzorg")
    for _ in range(3):
        page.go_back()
    expect(page.locator("main h1")).to_have_text(conclusion)
    page.go_back()
    expect(page.locator(".goal").first).to_be_visible()


def test_the_same_way_can_be_gone_by_keyboard_alone(page: Page) -> None:
    open_page(page, "/")
    press_until_focused(page, page.locator(".goal-say a").first)
    page.keyboard.press("Enter")
    expect(page.locator(".facts")).to_be_visible()
    expect(page.locator("main")).to_be_focused()
    conclusion = heading(page)
    press_until_focused(page, page.get_by_role("link", name=re.compile("^Bekijk per partner")))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/partners\?.*indicator="))
    expect(page.locator("main")).to_be_focused()
    press_until_focused(page, page.get_by_role("main").get_by_role("link", name="Linde Jeugdzorg").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/partners/P\d+"))
    expect(page.locator("main h1")).to_contain_text("Linde Jeugdzorg")
    expect(page.locator("main")).to_be_focused()
    for _ in range(2):
        page.go_back()  # Alt and the arrow left are keys of the window; a browser without one is deaf to them
    expect(page.locator("main h1")).to_have_text(conclusion)
    page.go_back()
    expect(page.locator(".goal").first).to_be_visible()


def test_a_partner_is_chosen_by_keyboard_and_the_choice_keeps_the_focus(page: Page) -> None:
    open_page(page, "/indicatoren/uitval")
    press_until_focused(page, page.locator("select").first)
    page.keyboard.type("Linde")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_contain_text("Linde Jeugdzorg")
    expect(page.locator("select").first).to_be_focused()
    page.go_back()
    expect(page.locator("main h1")).not_to_contain_text("Linde Jeugdzorg")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page) -> None:
    open_page(page, "/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_choice_is_an_address_that_opens_the_same_view_for_someone_else(page: Page) -> None:
    open_page(page, "/indicatoren/uitval")
    page.locator("""select[id*='"name":"per"']""").select_option(label="halfjaar")
    expect(page).to_have_url(re.compile("per=halfjaar"))
    expect(page.locator("main")).to_contain_text("per halfjaar")
    shown = heading(page)
    open_page(page, page.url)
    expect(page.locator("main h1")).to_have_text(shown)


def test_the_other_language_keeps_the_view(page: Page) -> None:
    open_page(page, "/vergelijken?periode=2025")
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(re.compile("periode=2025"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("main h1")).to_contain_text("For most figures with a criterion")
    expect(page).to_have_title(re.compile("fictional figures"))


def test_the_figures_behind_a_chart_can_be_read_and_downloaded(page: Page) -> None:
    open_page(page, "/indicatoren/uitval")
    page.get_by_text("Laat de cijfers als tabel zien").first.click()
    expect(page.get_by_role("row").nth(1)).to_be_visible()
    with page.expect_download() as saving:
        page.get_by_role("link", name="Download CSV").first.click()
    assert saving.value.suggested_filename.endswith(".csv")
    assert ";" in saving.value.path().read_text("utf-8-sig").splitlines()[0]


def test_a_phone_finds_every_page_through_the_menu(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, "/")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Trends").click()
    expect(page).to_have_url(re.compile("/trends"))
    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Trends")).to_be_hidden()


def test_an_unknown_address_leads_back_to_the_overview(page: Page) -> None:
    open_page(page, "/indicatoren/bestaat-niet")
    page.get_by_role("link", name="Naar het overzicht").click()
    expect(page.locator(".goal").first).to_be_visible()
