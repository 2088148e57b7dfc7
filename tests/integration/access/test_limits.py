"""How much, how often and how long may be asked."""

from dataclasses import replace
from pathlib import Path

import pytest

from access import rates
from data import published
from data.published import PublishedFiles, TooSlow
from tests.integration.access.conftest import ADDRESS, PASSWORD, Office, office_in, prepared

FOREVER = "SELECT count(*) AS n FROM range(1000000000000) AS a(i) WHERE i % 7 = 3"


@pytest.fixture
def strict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_passwords: None) -> Office:
    """An installation where little may be asked."""
    monkeypatch.setattr(rates, "INSIDE", "5 per minute")
    monkeypatch.setattr(rates, "OUTSIDE", "4 per minute")
    monkeypatch.setattr(rates, "FORMS", "3 per minute")
    return office_in(prepared(tmp_path))


def test_who_asks_too_often_is_asked_to_wait_and_others_are_not(strict: Office) -> None:
    first, second = strict.browser(), strict.browser()
    strict.begin_session(first, "steering")
    strict.begin_session(second, "alderman")
    answers = [first.get("/versie").status_code for _ in range(7)]
    assert answers == [200] * 5 + [429] * 2
    assert second.get("/versie").status_code == 200
    for _ in range(8):
        with first.get("/assets/theme.css") as answer:
            assert answer.status_code == 200


def test_attempts_to_sign_in_are_limited_for_an_address_whatever_the_cookie_says(strict: Office) -> None:
    answers = []
    for _ in range(5):
        browser = strict.browser()
        strict.begin_session(browser, "steering")
        answers.append(browser.post("/inloggen", headers={"Origin": ADDRESS}).status_code)
    assert answers == [400] * 3 + [429] * 2


def test_who_comes_in_takes_no_attempts_from_others_behind_the_same_address(strict: Office) -> None:
    """Refusals count, for the address; forms that are carried out do not."""
    for _ in range(4):
        browser = strict.browser()
        strict.begin_session(browser, "steering")
        left = browser.send("/uitloggen", {}, of="/account")
        again = strict.browser()
        strict.begin_session(again, "steering")
        fields = {"password": PASSWORD, "new_password": PASSWORD}
        changed = again.send("/account/wachtwoord", fields, of="/account")
        assert (left.status_code, changed.status_code) == (303, 200)
    fields = {"password": "fout", "new_password": PASSWORD}
    answers = []
    for _ in range(4):
        browser = strict.browser()
        strict.begin_session(browser, "steering")
        answers.append(browser.send("/account/wachtwoord", fields, of="/account").status_code)
    assert answers == [401] * 3 + [429]


def test_a_body_beyond_the_limit_is_refused(office: Office) -> None:
    browser = office.browser()
    office.begin_session(browser, "steering")
    for place in ("/account/wachtwoord", "/_dash-update-component"):
        answer = browser.post(place, data=b"x" * 70_000, headers={"Origin": ADDRESS})
        assert answer.status_code in {403, 413}


def test_a_question_that_takes_too_long_is_stopped_and_the_next_is_answered(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(published, "QUERY_SECONDS", 0.2)
    served = PublishedFiles(replace(office.settings)).open("steering")
    with pytest.raises(TooSlow):
        served.execute(FOREVER)
    assert served.execute("SELECT 1 AS one") == [{"one": 1}]
