"""Signing in at an OpenID provider that really runs, beside the test."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from access.elsewhere import reader_of_groups
from access.reader import Role
from register.accounts import find_account
from settings import Elsewhere
from tests.integration.access.conftest import ADDRESS, ENTRANCE, Browser, Office, office_in, prepared

GROUPS = {
    "g-stuurgroep": "steering",
    "g-beheer": "administrator",
    "g-acacia": "partner:P01",
}
PEOPLE = [
    {"sub": "1", "preferred_username": "jan@werk.example", "groups": ["g-stuurgroep", "iets anders"]},
    {"sub": "2", "preferred_username": "acacia@werk.example", "groups": ["g-acacia"]},
    {"sub": "3", "preferred_username": "niemand@werk.example", "groups": ["iets anders"]},
    {"sub": "4", "preferred_username": "bea@werk.example", "groups": ["g-beheer"]},
    {"sub": "5", "preferred_username": "otp@werk.example", "groups": ["g-beheer"], "amr": ["pwd", "mfa"]},
    {"sub": "6", "preferred_username": "steering", "groups": ["g-stuurgroep"]},
]


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a provider with these people."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    people = [part for person in PEOPLE for part in ("--user-claims", json.dumps(person))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "-n", "True", *people]
    log = (tmp_path_factory.mktemp("provider") / "log").open("w")
    with log, subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT) as running:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{address}/.well-known/openid-configuration")
            yield address
        finally:
            running.terminate()


def wait_for(address: str) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            requests.get(address, timeout=5)
        except requests.ConnectionError:
            assert time.monotonic() < until
            time.sleep(0.1)
        else:
            return


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, provider: str, quick_passwords: None) -> Office:
    told = Elsewhere(issuer=provider, client="smartdash", secret="geheim", groups=GROUPS)
    home: Path = tmp_path_factory.mktemp("elsewhere")
    return office_in(prepared(home), replace(ENTRANCE, elsewhere=told))


def sent_out(browser: Browser) -> str:
    """The address of the provider to which the browser is sent."""
    answer = browser.get("/inloggen/werkaccount")
    assert answer.status_code == 302
    return answer.headers["Location"]


def approved(address: str, person: str) -> str:
    """Where the provider sends this person back to, as a path of ours."""
    answer = requests.post(address, data={"sub": person}, allow_redirects=False, timeout=10)
    place = urlsplit(answer.headers["Location"])
    assert f"{place.scheme}://{place.netloc}" == ADDRESS
    return f"{place.path}?{place.query}"


def comes_back(office: Office, person: str) -> tuple[Browser, str]:
    """A browser after signing in elsewhere, and where it was led."""
    browser = office.browser()
    answer = browser.get(approved(sent_out(browser), person))
    return browser, answer.headers.get("Location", str(answer.status_code))


def test_the_provider_is_asked_with_state_nonce_and_a_challenge(office: Office) -> None:
    asked = parse_qs(urlsplit(sent_out(office.browser())).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"{ADDRESS}/inloggen/terug"]
    assert {"state", "nonce", "code_challenge"} <= asked.keys()


def test_a_group_decides_the_role(office: Office) -> None:
    browser, place = comes_back(office, "1")
    assert place == "/"
    assert browser.ask("/").status_code == 200
    partner, _ = comes_back(office, "2")
    assert partner.ask("/partners/P01").status_code == 200
    assert partner.ask("/partners/P02").status_code == 403


def test_who_is_in_no_group_stays_outside(office: Office) -> None:
    browser, place = comes_back(office, "3")
    assert place == "403"
    assert browser.get("/").status_code == 302


def test_an_administrator_needs_a_second_factor_unless_the_provider_asked_for_one(office: Office) -> None:
    browser, place = comes_back(office, "4")
    assert place == "/inloggen/instellen"
    assert browser.get("/account").status_code == 302
    proven, place = comes_back(office, "5")
    assert place == "/"
    assert proven.get("/account").status_code == 200


def test_a_name_that_is_taken_here_does_not_give_that_account_away(office: Office) -> None:
    comes_back(office, "6")
    assert not find_account(office.register, "steering").signs_in_elsewhere
    assert find_account(office.register, "steering-2").signs_in_elsewhere


def test_an_answer_opens_once_and_only_for_the_browser_that_asked(office: Office) -> None:
    browser = office.browser()
    place = approved(sent_out(browser), "1")
    assert office.browser().get(place).status_code == 400
    assert browser.get(place).status_code == 303
    assert browser.get(place).status_code == 400


@pytest.mark.parametrize("asked", ["", "?code=x&state=y", "?error=access_denied&state=y", "?state="])
def test_an_answer_that_was_made_up_is_refused(office: Office, asked: str) -> None:
    browser = office.browser()
    sent_out(browser)
    answer = browser.get(f"/inloggen/terug{asked}")
    assert answer.status_code == 400
    assert browser.get("/").status_code == 302


def test_a_provider_that_is_out_of_order_is_not_our_failure(tmp_path: Path, quick_passwords: None) -> None:
    told = Elsewhere(issuer="http://127.0.0.1:9", client="x", secret="y", groups=GROUPS)
    office = office_in(prepared(tmp_path), replace(ENTRANCE, elsewhere=told))
    assert office.browser().get("/inloggen/werkaccount").status_code == 400


def test_of_two_groups_the_one_with_the_most_rights_counts() -> None:
    found = reader_of_groups(["g-acacia", "g-beheer"], GROUPS)
    assert found
    assert found.role is Role.ADMINISTRATOR
    for groups in (None, [], "", 3, ["onbekend"], [{"a": 1}]):
        assert reader_of_groups(groups, GROUPS) is None
