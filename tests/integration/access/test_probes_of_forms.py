"""Whatever is typed in a form of the administration: kept or refused as text, never run, never a failure."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape
from werkzeug.test import TestResponse

from access.reader import EXTENSION as DOOR
from access.reader import Role
from tests.integration.access.conftest import ADDRESS, TOKEN, Browser, Office
from tests.integration.access.test_probes import LEAKS, NASTY

FORMS = {
    "/beheer/accounts/nieuw": ("name", "role", "partner"),
    "/beheer/accounts/2/rol": ("role", "partner"),
    "/beheer/sleutels/nieuw": ("audience", "note"),
    "/beheer/regels/wijzigen": ("least", "reason"),
    "/beheer/bewijs": ("code",),
}
GOOD = {"name": "x", "role": "steering", "audience": "steering", "least": "9", "reason": "", "code": "123456"}
OF_OFFICER = (
    "/beheer/versies/vrijgeven",
    "/beheer/versies/000001/terug",
    "/beheer/plan/overnemen",
    "/beheer/plan",
)


def tells_nothing(text: str, sent: str) -> bool:
    """Whether nothing from inside is in the text; numbers of entries, and names that were kept, may be."""
    for name in NASTY:
        text = text.replace(str(escape(name)), "").replace(name.lower(), "")
    return not any(leak in text for leak in LEAKS if leak != ">49<" and leak not in sent)


@pytest.fixture(scope="module")
def keeper(office: Office) -> Browser:
    return proven(office, Role.ADMINISTRATOR)


def proven(office: Office, role: Role) -> Browser:
    browser = office.browser()
    office.server.extensions[DOOR]._sessions.prove(office.begin_session(browser, office.name(role)))
    return browser


def token(browser: Browser) -> str:
    found = TOKEN.search(browser.get("/account").text)
    assert found
    return found[1]


def send(browser: Browser, place: str, fields: dict[str, str], kept: str) -> TestResponse:
    headers = {"Origin": ADDRESS, "Referer": f"{ADDRESS}{place}"}
    return browser.post(place, data={"csrf_token": kept, **fields}, headers=headers)


@pytest.mark.parametrize("place", FORMS)
def test_nothing_typed_in_a_form_is_run_or_repeated_as_html(
    office: Office, keeper: Browser, place: str
) -> None:
    kept = token(keeper)
    for field in FORMS[place]:
        for nasty in NASTY:
            answer = send(keeper, place, {**GOOD, field: nasty}, kept)
            assert answer.status_code < 500, (place, field, nasty)
            assert tells_nothing(answer.text, nasty), (place, field, nasty)
            assert "<" not in nasty or nasty not in answer.text, (place, field, nasty)
    for listed in ("/beheer/accounts", "/beheer/sleutels", "/beheer/logboek", "/beheer/logboek.csv"):
        text = keeper.get(listed).get_data(as_text=True)
        assert "<script>alert" not in text
        assert not re.search(r"(?m)(^|;)[=@]", text)


@pytest.mark.parametrize("query", ["wat", "account", "pagina", "controle", "taal", "verder", "klaar"])
def test_nothing_in_the_address_of_the_administration_is_run_or_repeated(keeper: Browser, query: str) -> None:
    for nasty in NASTY:
        for place in ("/beheer/logboek", "/beheer/logboek.csv", "/beheer/bewijs", "/beheer/accounts"):
            answer = keeper.get(place, query_string={query: nasty})
            text = answer.get_data(as_text=True)
            assert answer.status_code == 200, (place, nasty)
            assert tells_nothing(text, nasty)
            assert "<" not in nasty or nasty not in text


def test_a_name_that_a_spreadsheet_would_run_is_harmless_in_the_record(
    office: Office, keeper: Browser
) -> None:
    send(keeper, "/beheer/accounts/nieuw", {**GOOD, "name": "=1+1"}, token(keeper))
    assert "=1+1" not in keeper.get("/beheer/logboek.csv").text


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    place=st.sampled_from([*FORMS]), fields=st.dictionaries(st.sampled_from([*GOOD, "sure", "x"]), st.text())
)
def test_a_form_never_fails_on_what_is_typed(
    office: Office, keeper: Browser, place: str, fields: dict[str, str]
) -> None:
    typed = {name: text.encode("utf-8", "replace").decode() for name, text in fields.items()}
    typed["least"] = "9"  # any other would be a decision
    assert send(keeper, place, typed, token(keeper)).status_code < 500


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xff\xfe" * 100, "application/x-www-form-urlencoded"),
        (b"--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x"),
        (b"a=" * 20_000, "application/x-www-form-urlencoded"),
        (b'{"csrf_token": 1}', "application/json"),
        (b"a=1&" * 5_000, "application/x-www-form-urlencoded"),
        (b"x" * 70_000, "text/plain"),
    ],
)
def test_a_malformed_body_is_refused_by_every_form(
    office: Office, keeper: Browser, body: bytes, kind: str
) -> None:
    officer = proven(office, Role.DATA_OFFICER)
    for browser, place in (
        *((keeper, place) for place in FORMS),
        *((officer, place) for place in OF_OFFICER),
    ):
        answer = browser.post(place, data=body, content_type=kind, headers={"Origin": ADDRESS})
        assert answer.status_code in {400, 403, 413}, (place, answer.status_code)


def test_a_form_of_another_session_or_another_site_changes_nothing(office: Office, keeper: Browser) -> None:
    stolen = token(proven(office, Role.ADMINISTRATOR))
    fields = {**GOOD, "name": "gestolen"}
    assert send(keeper, "/beheer/accounts/nieuw", fields, stolen).status_code == 400
    for headers in ({"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = keeper.send("/beheer/accounts/nieuw", fields, of="/beheer/accounts/nieuw", **headers)
        assert answer.status_code == 403
    assert "gestolen" not in keeper.get("/beheer/accounts").text


def test_an_administrator_who_looks_as_somebody_keeps_nothing_meanwhile(office: Office) -> None:
    browser = proven(office, Role.ADMINISTRATOR)
    kept = token(browser)
    browser.send("/account/kijken-als", {"reader": "data_officer"}, of="/account")
    assert browser.get("/beheer/accounts").status_code == 403
    assert send(browser, "/beheer/accounts/nieuw", GOOD, kept).status_code == 403
    assert send(browser, "/beheer/plan/weg", {}, kept).status_code == 403
    assert send(browser, "/beheer/versies/000001/terug", {}, kept).status_code == 403


def test_two_tabs_share_one_session_and_the_second_submit_changes_nothing_more(
    office: Office, keeper: Browser
) -> None:
    first = TOKEN.search(keeper.get("/beheer/accounts/nieuw").text)
    second = TOKEN.search(keeper.get("/beheer/sleutels/nieuw").text)
    assert first
    assert second
    fields = {"name": "dubbel", "role": "steering"}
    assert send(keeper, "/beheer/accounts/nieuw", fields, first[1]).status_code == 200
    again = send(keeper, "/beheer/accounts/nieuw", fields, first[1])
    assert again.status_code == 400  # the name is taken; no second account, no second password
    assert keeper.get("/beheer/accounts").text.count(">dubbel<") == 1
    assert send(keeper, "/beheer/sleutels/nieuw", {"audience": "steering"}, second[1]).status_code == 200


def test_signing_out_in_one_tab_closes_the_form_in_the_other(office: Office) -> None:
    office.add("tweetabs", Role.ADMINISTRATOR)
    browser = office.browser()
    office.server.extensions[DOOR]._sessions.prove(office.begin_session(browser, "tweetabs"))
    kept = token(browser)
    browser.send("/uitloggen", {}, of="/account")
    assert send(browser, "/beheer/accounts/nieuw", {**GOOD, "name": "nagekomen"}, kept).status_code == 401
    assert "nagekomen" not in proven(office, Role.ADMINISTRATOR).get("/beheer/accounts").text
