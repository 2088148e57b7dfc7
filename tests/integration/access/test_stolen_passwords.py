"""What somebody gets with a password that is not theirs: not far, not for long, and not unseen."""

from collections.abc import Callable
from functools import partial

import pytest

from access.reader import EXTENSION as DOOR
from access.reader import Role
from register.accounts import change_password, change_role, disable, find_account, reset
from register.audit import entries
from register.locks import MOST_FAILURES
from register.second_factor import reset_second_factor
from tests.integration.access.conftest import APP, PASSWORD, Browser, Office

OTHER = "een heel ander wachtwoord"
ENDS: dict[str, Callable[[Office, str, int], None]] = {
    "reset": lambda office, name, _: reset(office.register, name, OTHER),
    "new password": lambda office, _, number: change_password(office.register, number, OTHER),
    "new app": lambda office, _, number: reset_second_factor(office.register, number),
    "other role": lambda office, name, _: change_role(office.register, name, Role.ADMINISTRATOR),
    "closed": lambda office, name, _: disable(office.register, name),
    "out": lambda office, _, number: office.server.extensions[DOOR]._sessions.end_everywhere(number),
}
REFUSED, CHANGED = "sign_in_failed", "account_changed"


def told(office: Office, number: int) -> list[tuple[str, str]]:
    """What stands on the record of this account, the first first."""
    return [(one.event, one.about) for one in reversed(entries(office.register, account=number))]


def refuse(office: Office, browser: Browser, place: str, *, page: str | None = None) -> None:
    answer = browser.send(place, {"code": "123"}, of=page or place)
    assert answer.status_code == 401


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("has_app", [True, False])
def test_a_half_done_sign_in_ends_with_what_signs_an_account_out(
    office: Office, end: str, has_app: bool
) -> None:
    name = f"half.{end.replace(' ', '')}.{has_app}".lower()
    number = office.add(name, Role.DATA_OFFICER)
    if has_app:
        office.give_app(name)
    thief = office.browser()
    thief.sign_in(name)
    step = "/inloggen/code" if has_app else "/inloggen/instellen"
    assert thief.get(step).status_code == 200
    ENDS[end](office, name, number)
    for place in ("/inloggen/code", "/inloggen/instellen"):
        assert thief.get(place).headers["Location"] == "/inloggen"
    assert thief.get("/account").status_code == 302


def test_the_secret_of_an_app_is_shown_to_one_browser_and_once(office: Office) -> None:
    office.add("nieuw.officier", Role.DATA_OFFICER)
    spy, owner = office.browser(), office.browser()
    seen = set()
    for browser in (spy, owner):
        browser.sign_in("nieuw.officier")
        for _ in range(2):
            found = APP.search(browser.get("/inloggen/instellen").text)
            assert found
            seen.add(found[1])
    assert len(seen) == 4
    assert owner.enrol().status_code == 200
    assert spy.get("/inloggen/instellen").headers["Location"].startswith("/inloggen")


def test_a_wrong_code_leaves_the_app_that_was_just_set_up(office: Office) -> None:
    office.add("tikfout", Role.DATA_OFFICER)
    browser = office.browser()
    browser.sign_in("tikfout")
    first = browser.get("/inloggen/instellen")
    token = first.text.split('name="csrf_token" value="')[1].split('"')[0]
    again = browser.post(
        "/inloggen/instellen",
        data={"csrf_token": token, "code": "123"},
        headers={"Referer": "https://dashboard.example/inloggen/instellen"},
    )
    shown = [APP.search(one.text) for one in (first, again)]
    assert again.status_code == 401
    assert shown[0]
    assert shown[1]
    assert shown[0][1] == shown[1][1]


def test_two_who_set_up_an_app_at_once_do_not_both_come_in(office: Office) -> None:
    office.add("samen", Role.DATA_OFFICER)
    first, second = office.browser(), office.browser()
    for browser in (first, second):
        browser.sign_in("samen")
        browser.get("/inloggen/instellen")
    assert first.enrol().status_code == 200
    assert second.get("/account").status_code == 302
    answer = second.get("/inloggen/instellen")
    assert answer.status_code == 303


def test_a_refused_second_factor_stands_on_the_record_wherever_it_was_typed(office: Office) -> None:
    number = office.add("geweigerd", Role.ADMINISTRATOR)
    browser = office.browser()
    browser.sign_in("geweigerd")
    refuse(office, browser, "/inloggen/instellen")
    assert told(office, number) == [(REFUSED, "tweede factor")]
    browser.enrol()
    before = len(told(office, number))
    other = office.browser()
    other.sign_in("geweigerd")
    refuse(office, other, "/inloggen/code")
    refuse(office, browser, "/beheer/bewijs")
    refuse(office, browser, "/account/herstelcodes", page="/account")
    assert told(office, number)[before:] == [(REFUSED, "tweede factor")] * 3


def test_setting_up_an_app_and_the_use_of_recovery_codes_stand_on_the_record(office: Office) -> None:
    number = office.add("sporen", Role.DATA_OFFICER)
    browser = office.browser()
    browser.sign_in("sporen")
    codes = browser.enrol().text.split("<li><code>")
    set_up = [(CHANGED, "tweede factor ingesteld"), (CHANGED, "nieuwe herstelcodes"), ("signed_in", "")]
    assert told(office, number) == set_up
    other = office.browser()
    other.sign_in("sporen")
    other.send("/inloggen/code", {"code": codes[1].split("<")[0]}, of="/inloggen/code")
    used = [(CHANGED, "herstelcode gebruikt"), ("signed_in", "")]
    assert told(office, number) == set_up + used


def test_who_is_shut_out_by_others_goes_on_where_signed_in(office: Office) -> None:
    office.add("bezet", Role.ADMINISTRATOR)
    office.give_app("bezet")
    inside = office.browser()
    office.begin_session(inside, "bezet")
    fail = partial(office.browser().sign_in, "bezet", "fout-fout-fout")
    for _ in range(MOST_FAILURES):
        fail()
    assert find_account(office.register, "bezet").is_locked
    code = {"code": office.code("bezet")}
    assert inside.send("/beheer/bewijs", code, of="/beheer/bewijs").status_code == 303


def test_a_right_password_with_too_short_a_new_one_is_no_failure(office: Office) -> None:
    office.add("tekort")
    browser = office.browser()
    office.begin_session(browser, "tekort")
    for _ in range(MOST_FAILURES):
        fields = {"password": PASSWORD, "new_password": "kort"}
        assert browser.send("/account/wachtwoord", fields, of="/account").status_code == 400
    assert office.browser().sign_in("tekort").status_code == 303


def test_who_has_no_app_fails_no_code(office: Office) -> None:
    number = office.add("zonder.app", Role.ADMINISTRATOR)
    browser = office.browser()
    office.begin_session(browser, "zonder.app")
    before = told(office, number)
    for _ in range(MOST_FAILURES + 1):
        refuse(office, browser, "/beheer/bewijs")
        refuse(office, browser, "/account/herstelcodes", page="/account")
    assert told(office, number) == before
    assert not find_account(office.register, "zonder.app").is_locked


@pytest.mark.parametrize("role", [Role.STEERING, Role.ALDERMAN, Role.PARTNER])
def test_everybody_may_set_up_a_second_factor_which_is_asked_from_then_on(office: Office, role: Role) -> None:
    name = f"vrijwillig.{role}"
    office.add(name, role)
    browser, elsewhere = office.browser(), office.browser()
    for one in (browser, elsewhere):
        one.sign_in(name)
    wrong = browser.send("/account/tweede-sleutel", {"password": "fout"}, of="/account")
    assert wrong.status_code == 401
    asked = browser.send("/account/tweede-sleutel", {"password": PASSWORD}, of="/account")
    assert asked.headers["Location"] == "/inloggen/instellen"
    assert "Voor uw rol" not in browser.get("/inloggen/instellen").text
    assert browser.enrol().text.count("<li><code>") == 10
    assert "Herstelcodes over: 10" in browser.get("/account").text
    assert elsewhere.get("/account").status_code == 302  # came in with the password alone
    assert office.browser().sign_in(name).headers["Location"] == "/inloggen/code"
    again = browser.send("/account/tweede-sleutel", {"password": PASSWORD}, of="/account")
    assert again.status_code == 404
