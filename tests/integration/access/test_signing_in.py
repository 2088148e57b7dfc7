"""Signing in and out: password, second factor, lock-out, and what a forger gets."""

from datetime import datetime, timedelta

import pytest

from access.reader import Role
from register import second_factor, sessions
from register.accounts import account_numbered, change_role, disable, find_account, reset
from register.attempts import signed_in_with_password
from register.audit import Event, entries
from register.locks import MOST_FAILURES
from tests.integration.access.conftest import ADDRESS, PASSWORD, TOKEN, Browser, Office


def is_inside(browser: Browser) -> bool:
    return browser.get("/account").status_code == 200


def test_a_password_opens_the_door_and_leads_to_the_page_that_was_asked(office: Office) -> None:
    office.add("lezer.1")
    browser = office.browser()
    sent_away = browser.get("/trends?taal=en").headers["Location"]
    assert sent_away.startswith("/inloggen?verder=%2Ftrends")
    browser.get(sent_away)
    arrived = browser.sign_in("Lezer.1 ")
    assert (arrived.status_code, arrived.headers["Location"]) == (303, "/trends?taal=en")
    assert is_inside(browser)


@pytest.mark.parametrize(
    "onward", ["https://elders.example", "//elders.example", "/\\elders.example", "%2f%2felders"]
)
def test_nobody_is_led_to_another_site_after_signing_in(office: Office, onward: str) -> None:
    office.add(f"verder{abs(hash(onward))}")
    browser = office.browser()
    browser.get("/inloggen", query_string={"verder": onward})
    assert browser.sign_in(f"verder{abs(hash(onward))}").headers["Location"] == "/"


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(office: Office) -> None:
    office.add("bekend")
    wrong, unknown = (office.browser().sign_in(name, "iets anders lang") for name in ("bekend", "onbekend"))
    assert wrong.status_code == unknown.status_code == 401
    assert TOKEN.sub("", wrong.text) == TOKEN.sub("", unknown.text)


def test_the_cookie_is_for_this_host_over_https_only_and_out_of_reach_of_scripts(office: Office) -> None:
    office.add("koek")
    cookie = office.browser().sign_in("koek").headers["Set-Cookie"]
    assert cookie.startswith("__Host-smartdash=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie


def test_signing_in_leaves_nothing_of_the_cookie_before_it(office: Office) -> None:
    office.add("fixatie")
    browser = office.browser()
    before = TOKEN.search(browser.get("/inloggen").text)
    browser.sign_in("fixatie")
    after = TOKEN.search(browser.get("/account").text)
    assert before
    assert after
    with browser.client.session_transaction(base_url=ADDRESS) as cookie:
        assert set(cookie) <= {"session", "csrf_token"}


def test_a_form_without_its_token_or_from_elsewhere_changes_nothing(office: Office) -> None:
    office.add("csrf")
    browser = office.browser()
    office.begin_session(browser, "csrf")
    bare = browser.post("/uitloggen", headers={"Origin": ADDRESS, "Referer": f"{ADDRESS}/account"})
    assert bare.status_code == 400
    for headers in (
        {"Origin": "https://elders.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Referer": "https://elders.example/"},
    ):
        assert browser.send("/uitloggen", {}, of="/account", **headers).status_code in {400, 403}
    other = office.browser()
    office.begin_session(other, "steering")
    token = TOKEN.search(other.get("/account").text)
    assert token
    forged = browser.post(
        "/uitloggen",
        data={"csrf_token": token[1]},
        headers={"Origin": ADDRESS, "Referer": f"{ADDRESS}/account"},
    )
    assert forged.status_code == 400
    assert is_inside(browser)


def test_a_data_officer_sets_up_a_second_factor_before_anything_opens(office: Office) -> None:
    office.add("officier", Role.DATA_OFFICER)
    browser = office.browser()
    assert browser.sign_in("officier").headers["Location"] == "/inloggen/instellen"
    assert browser.get("/").status_code == 302
    page = browser.get("/inloggen/instellen")
    assert "<svg" in page.text
    assert "style=" not in page.text
    wrong = browser.send("/inloggen/instellen", {"code": "000000"}, of="/inloggen/instellen")
    assert wrong.status_code == 401
    done = browser.enrol()
    assert done.status_code == 200
    assert done.text.count("<li><code>") == 10
    assert is_inside(browser)


@pytest.fixture
def guarded(office: Office, request: pytest.FixtureRequest) -> tuple[str, list[str]]:
    """An administrator with an app and recovery codes."""
    name = f"beheer.{abs(hash(request.node.name))}"
    number = office.add(name, Role.ADMINISTRATOR)
    office.give_app(name)
    return name, second_factor.new_recovery_codes(office.register, number)


def test_a_code_of_the_app_opens_once(office: Office, guarded: tuple[str, list[str]]) -> None:
    name, _ = guarded
    code = office.code(name)
    for inside in (True, False):
        browser = office.browser()
        assert browser.sign_in(name).headers["Location"] == "/inloggen/code"
        browser.send("/inloggen/code", {"code": code}, of="/inloggen/code")
        assert is_inside(browser) is inside


def test_a_recovery_code_opens_once(office: Office, guarded: tuple[str, list[str]]) -> None:
    name, codes = guarded
    for inside in (True, False):
        browser = office.browser()
        browser.sign_in(name)
        browser.send("/inloggen/code", {"code": codes[0].upper()}, of="/inloggen/code")
        assert is_inside(browser) is inside


def test_the_step_of_the_second_factor_opens_for_nobody_without_the_password(office: Office) -> None:
    answer = office.browser().get("/inloggen/code")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/inloggen")


def test_ten_failures_close_an_account_for_all_workers_until_the_administrator_opens_it(
    office: Office,
) -> None:
    number = office.add("slot")
    for _ in range(MOST_FAILURES):
        assert signed_in_with_password(office.register, "slot", "fout") is None
    assert account_numbered(office.register, number).is_locked
    assert office.browser().sign_in("slot").status_code == 401
    events = [one.event for one in entries(office.register) if one.account == number]
    assert Event.LOCKED in events
    reset(office.register, "slot", PASSWORD)
    assert office.browser().sign_in("slot").status_code == 303


def test_wrong_codes_count_as_failures_too(office: Office, guarded: tuple[str, list[str]]) -> None:
    name, codes = guarded
    browser = office.browser()
    browser.sign_in(name)
    for _ in range(MOST_FAILURES):
        browser.client.post(
            "/inloggen/code",
            data={"code": "123456", "csrf_token": token_of(browser)},
            headers={"Referer": f"{ADDRESS}/inloggen/code"},
            base_url=ADDRESS,
        )
    assert find_account(office.register, name).is_locked
    browser.post("/inloggen/code", data={"code": codes[1], "csrf_token": ""})
    assert not is_inside(browser)


def token_of(browser: Browser) -> str:
    found = TOKEN.search(browser.get("/inloggen/code").text) or TOKEN.search(browser.get("/inloggen").text)
    return found[1] if found else ""


def test_signing_out_ends_the_session_and_not_only_the_cookie(office: Office) -> None:
    office.add("uit")
    browser, copy = office.browser(), office.browser()
    secret = office.begin_session(browser, "uit")
    with copy.client.session_transaction(base_url=ADDRESS) as cookie:
        cookie["session"] = secret
    assert is_inside(copy)
    browser.send("/uitloggen", {}, of="/account")
    assert not is_inside(copy)


def test_signing_out_everywhere_ends_every_session(office: Office) -> None:
    office.add("overal")
    first, second = office.browser(), office.browser()
    office.begin_session(first, "overal")
    office.begin_session(second, "overal")
    first.send("/uitloggen/overal", {}, of="/account")
    assert not is_inside(first)
    assert not is_inside(second)


def test_who_is_closed_or_gets_another_role_is_out_at_once(office: Office) -> None:
    browsers = [office.browser(), office.browser()]
    for name, browser in zip(("dicht", "anders"), browsers, strict=True):
        office.add(name)
        office.begin_session(browser, name)
    disable(office.register, "dicht")
    change_role(office.register, "anders", Role.PARTNER, "P02")
    assert [is_inside(browser) for browser in browsers] == [False, False]
    assert office.browser().sign_in("dicht").status_code == 401


def test_a_session_ends_when_unused_and_in_any_case_after_some_hours(office: Office) -> None:
    number = office.add("klok")
    moment = datetime(2026, 11, 1, 9, 0)  # noqa: DTZ001 - the register keeps UTC without saying so
    clock = [moment]
    kept = sessions.Sessions(
        office.register, idle=timedelta(minutes=30), longest=timedelta(hours=8), clock=lambda: clock[0]
    )
    idle, busy, unattended = kept.begin(number), kept.begin(number), kept.begin(number)
    for minutes in range(20, 481, 20):
        clock[0] = moment + timedelta(minutes=minutes)
        assert kept.find(busy), minutes
        assert bool(kept.find(unattended, by_reader=False)) == (minutes <= 20), minutes
    clock[0] += timedelta(minutes=1)
    assert kept.find(busy) is None
    assert kept.find(idle) is None


def test_somebody_whose_session_is_over_reads_why(office: Office) -> None:
    browser = office.browser()
    with browser.client.session_transaction(base_url=ADDRESS) as cookie:
        cookie["session"] = "voorbij"
    sent_away = browser.get("/").headers["Location"]
    assert "U was een tijd weg" in browser.get(sent_away).text
    assert browser.ask("/").status_code == 401


def test_a_changed_password_ends_the_other_sessions(office: Office) -> None:
    office.add("wissel")
    here, there = office.browser(), office.browser()
    office.begin_session(here, "wissel")
    office.begin_session(there, "wissel")
    short = {"password": PASSWORD, "new_password": "kort"}
    assert here.send("/account/wachtwoord", short, of="/account").status_code == 400
    long = {"password": PASSWORD, "new_password": "een ander lang wachtwoord"}
    assert here.send("/account/wachtwoord", long, of="/account").status_code == 200
    assert is_inside(here)
    assert not is_inside(there)


def test_an_administrator_looks_as_a_partner_read_only_and_on_the_record(office: Office) -> None:
    number = office.add("kijker", Role.ADMINISTRATOR)
    browser = office.browser()
    office.begin_session(browser, "kijker")
    assert browser.get("/").headers["Location"] == "/beheer"
    browser.send("/account/kijken-als", {"reader": "partner:P02"}, of="/account")
    page = browser.ask("/partners/P02")
    assert page.status_code == 200
    assert "kijker kijkt als P02" in page.get_data(as_text=True)
    assert browser.ask("/partners/P01").status_code == 403
    change = {"password": PASSWORD, "new_password": "een ander lang wachtwoord"}
    assert browser.send("/account/wachtwoord", change, of="/account").status_code == 403
    looked = [one for one in entries(office.register) if one.account == number]
    assert (looked[0].event, looked[0].about) == (Event.LOOKED_AS, "partner:P02")
    browser.send("/account/kijken-als", {"reader": ""}, of="/account")
    assert browser.ask("/partners/P02").status_code == 403


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_looks_as_somebody_else(office: Office, role: Role) -> None:
    browser = office.signed_in(role)
    answer = browser.send("/account/kijken-als", {"reader": "partner:P02"}, of="/account")
    assert answer.status_code == 403


@pytest.mark.parametrize("wanted", ["administrator", "public", "partner:", "partner:../x", "stuurgroep"])
def test_nobody_can_be_looked_as_who_has_no_figures(office: Office, wanted: str) -> None:
    browser = office.signed_in(Role.ADMINISTRATOR)
    answer = browser.send("/account/kijken-als", {"reader": wanted}, of="/account")
    assert answer.status_code == 400


@pytest.mark.parametrize("page", ["/inloggen", "/inloggen?taal=en"])
def test_a_page_before_the_dashboard_needs_no_script_and_no_style_of_its_own(
    office: Office, page: str
) -> None:
    text = office.browser().get(page).text
    assert "<script" not in text
    assert "style=" not in text


def test_who_takes_figures_along_stands_on_the_record_and_who_was_refused_does_not(office: Office) -> None:
    number = office.add("export")
    browser = office.browser()
    office.begin_session(browser, "export")
    assert browser.get("/csv/verloop?indicator=uitval").status_code == 200
    assert browser.get("/csv/onbekend").status_code == 404
    mine = [(one.event, one.about) for one in entries(office.register) if one.account == number]
    assert mine == [(Event.EXPORTED, "verloop"), (Event.SIGNED_IN, "")]
