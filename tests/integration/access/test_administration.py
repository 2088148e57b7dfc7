"""The administration: who may come in, keys, the record; every change proven, recorded and told."""

import re
from datetime import timedelta

import pytest

from access.reader import EXTENSION as DOOR
from access.reader import Role
from domain.audience import STEERING
from register import sessions
from register.accounts import account_numbered, find_account
from register.audit import Event, entries
from register.locks import MOST_FAILURES
from register.tables import audit
from register.tokens import audience_of, issue_token, issued_tokens
from tests.integration.access.conftest import ADDRESS, Browser, Office

SECRET = re.compile(r'class="secret"><code>([^<]+)</code>')


@pytest.fixture
def keeper(office: Office) -> Browser:
    """An administrator who gave a second factor just now."""
    return proven(office, Role.ADMINISTRATOR)


def proven(office: Office, role: Role) -> Browser:
    browser = office.browser()
    office.server.extensions[DOOR]._sessions.prove(office.begin_session(browser, office.name(role)))
    return browser


def last(office: Office, event: Event) -> tuple[int | None, str]:
    """Who did this last, and what about."""
    found = entries(office.register, newest=1, event=event)[0]
    return found.account, found.about


def shown_once(text: str) -> str:
    found = SECRET.search(text)
    assert found
    return found[1]


def test_a_change_needs_a_second_factor_of_a_few_minutes_ago(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.add("bewijst", Role.ADMINISTRATOR)
    browser = office.browser()
    browser.sign_in("bewijst")
    browser.enrol()
    code = {"code": office.code("bewijst")}
    assert browser.get("/beheer/accounts/nieuw").status_code == 200
    monkeypatch.setattr(sessions, "_PROOF_LASTS", timedelta(seconds=-1))
    asked = browser.get("/beheer/accounts/nieuw")
    assert asked.headers["Location"] == "/beheer/bewijs?verder=/beheer/accounts/nieuw"
    for place in ("/beheer/accounts/nieuw", "/beheer/regels/wijzigen"):
        fields = {"name": "sluipt", "role": "administrator", "least": "10"}
        assert browser.send(place, fields, of="/beheer/bewijs").status_code == 303
    assert "sluipt" not in browser.get("/beheer/accounts").text
    used = browser.send("/beheer/bewijs", code, of="/beheer/bewijs")
    assert used.status_code == 401  # a code opens once


@pytest.mark.parametrize("onward", ["//elders.example", "https://elders.example", "/trends", "/beheer/\\x"])
def test_proof_leads_to_the_administration_only(office: Office, onward: str, keeper: Browser) -> None:
    page = keeper.get("/beheer/bewijs", query_string={"verder": onward}).text
    assert onward not in page


def test_an_account_is_made_with_a_password_that_is_shown_once(office: Office, keeper: Browser) -> None:
    fields = {"name": "Nieuw.Lid", "role": "partner", "partner": "P02"}
    made = keeper.send("/beheer/accounts/nieuw", fields, of="/beheer/accounts/nieuw")
    password = shown_once(made.text)
    found = find_account(office.register, "nieuw.lid")
    assert (found.role, found.partner) == (Role.PARTNER, "P02")
    me = find_account(office.register, "administrator").id
    assert last(office, Event.ACCOUNT_CHANGED) == (me, f"{found.id} gemaakt als partner:P02")
    browser = office.browser()
    assert browser.sign_in("nieuw.lid", password).status_code == 303
    assert browser.ask("/partners/P02").status_code == 200
    assert password not in keeper.get(f"/beheer/accounts/{found.id}").text


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "", "role": "steering"},
        {"name": "met spatie", "role": "steering"},
        {"name": "steering", "role": "steering"},
        {"name": "vrij", "role": "koning"},
        {"name": "vrij", "role": "partner"},
        {"name": "vrij", "role": "partner", "partner": "../P01"},
    ],
)
def test_an_account_that_cannot_be_is_refused_with_what_was_typed(
    office: Office, keeper: Browser, fields: dict[str, str]
) -> None:
    answer = keeper.send("/beheer/accounts/nieuw", fields, of="/beheer/accounts/nieuw")
    assert answer.status_code == 400
    assert "Kies een naam zonder spaties" in answer.text


def test_a_role_that_is_given_holds_at_once(office: Office, keeper: Browser) -> None:
    number = office.add("rolwissel")
    browser = office.browser()
    office.begin_session(browser, "rolwissel")
    place = f"/beheer/accounts/{number}/rol"
    assert keeper.send(place, {"role": "data_officer"}, of=place).status_code == 303
    assert account_numbered(office.register, number).role is Role.DATA_OFFICER
    assert browser.get("/").status_code == 302


def test_an_account_is_closed_and_opened_again_with_a_new_password(office: Office, keeper: Browser) -> None:
    number = office.add("dichtopen")
    for act in ("sluiten", "openen"):
        place = f"/beheer/accounts/{number}/{act}"
        assert "Niets wijzigen" in keeper.get(place).text  # asked first
        answer = keeper.send(place, {}, of=place)
        assert (account_numbered(office.register, number).disabled_at is None) is (act == "openen")
    assert office.browser().sign_in("dichtopen").status_code == 401
    assert office.browser().sign_in("dichtopen", shown_once(answer.text)).status_code == 303


def test_a_second_factor_is_reset_without_touching_the_password(office: Office, keeper: Browser) -> None:
    number = office.add("telefoonkwijt", Role.DATA_OFFICER)
    browser = office.browser()
    browser.sign_in("telefoonkwijt")
    browser.enrol()
    keeper.send(f"/beheer/accounts/{number}/codes", {}, of=f"/beheer/accounts/{number}/codes")
    assert not account_numbered(office.register, number).has_second_factor
    assert office.browser().sign_in("telefoonkwijt").headers["Location"] == "/inloggen/instellen"


def test_who_failed_too_often_is_unlocked_with_the_same_password_and_app(
    office: Office, keeper: Browser
) -> None:
    number = office.add("ontgrendeld", Role.DATA_OFFICER)
    office.give_app("ontgrendeld")
    place = f"/beheer/accounts/{number}"
    assert "Ontgrendelen" not in keeper.get(place).text
    for _ in range(MOST_FAILURES):
        office.browser().sign_in("ontgrendeld", "fout-fout-fout")
    page = keeper.get(place).text
    assert "Ontgrendelen" in page
    assert "Op slot tot" in page
    assert "Niets wijzigen" in keeper.get(f"{place}/ontgrendelen").text
    assert keeper.send(f"{place}/ontgrendelen", {}, of=f"{place}/ontgrendelen").status_code == 303
    me = find_account(office.register, "administrator").id
    assert last(office, Event.ACCOUNT_CHANGED) == (me, f"{number} ontgrendeld")
    assert office.browser().sign_in("ontgrendeld").headers["Location"] == "/inloggen/code"


def test_nobody_changes_the_own_account_here_so_that_an_administrator_is_left(
    office: Office, keeper: Browser
) -> None:
    own = find_account(office.register, "administrator").id
    for act in ("rol", "sluiten", "openen", "codes", "ontgrendelen"):
        answer = keeper.send(
            f"/beheer/accounts/{own}/{act}", {"role": "steering"}, of="/beheer/accounts/nieuw"
        )
        assert answer.status_code == 403
    assert f"/beheer/accounts/{own}/rol" not in keeper.get(f"/beheer/accounts/{own}").text
    assert keeper.get("/beheer/accounts/99999").status_code == 404


def test_a_key_is_shown_once_opens_the_interface_and_is_withdrawn(office: Office, keeper: Browser) -> None:
    fields = {"audience": "partner:P01", "note": "jaarverslag"}
    made = keeper.send("/beheer/sleutels/nieuw", fields, of="/beheer/sleutels/nieuw")
    secret = shown_once(made.text)
    number = issued_tokens(office.register)[-1].id
    assert keeper.get("/beheer/sleutels").text.count(secret) == 0
    bearer = {"Authorization": f"Bearer {secret}"}
    assert office.browser().get("/api/v1/goals", headers=bearer).status_code == 200
    place = f"/beheer/sleutels/{number}/intrekken"
    assert keeper.send(place, {}, of=place).status_code == 303
    assert office.browser().get("/api/v1/goals", headers=bearer).status_code == 401
    assert keeper.get(place).status_code == 404  # a second click finds nothing to withdraw


@pytest.mark.parametrize(
    "fields", [{"audience": "partner:../P01"}, {"audience": "steering", "note": "a" * 201}]
)
def test_a_key_for_nobody_or_with_a_novel_is_not_made(
    office: Office, keeper: Browser, fields: dict[str, str]
) -> None:
    before = len(issued_tokens(office.register))
    answer = keeper.send("/beheer/sleutels/nieuw", fields, of="/beheer/sleutels/nieuw")
    assert answer.status_code == 400
    assert len(issued_tokens(office.register)) == before


def test_the_first_use_of_a_key_on_a_day_stands_on_the_record_and_no_more(office: Office) -> None:
    secret = issue_token(office.register, STEERING, "teller")
    number = issued_tokens(office.register)[-1].id
    for _ in range(5):
        assert audience_of(office.register, secret) == STEERING
    told = [one.about for one in entries(office.register, event=Event.INTERFACE_USED)]
    assert told.count(f"sleutel {number} voor steering") == 1
    assert issued_tokens(office.register)[-1].used_at is not None


def test_the_record_is_paged_filtered_and_names_who_did_what(office: Office, keeper: Browser) -> None:
    number = office.add("druk")
    for _ in range(60):
        browser = office.browser()
        office.begin_session(browser, "druk")
    page = keeper.get(f"/beheer/logboek?account={number}&wat=signed_in").text
    assert page.count('<td role="cell">druk</td>') == 50
    assert "pagina=2" in page
    assert (
        keeper.get(f"/beheer/logboek?account={number}&wat=signed_in&pagina=2").text.count(
            '<td role="cell">druk</td>'
        )
        >= 10
    )
    for strange in ("wat=onzin&account=x", "pagina=-1", "pagina=99999999999999999999", "account=%D9%A3"):
        assert keeper.get(f"/beheer/logboek?{strange}").status_code == 200


def test_the_record_is_taken_along_without_names_and_that_is_recorded(
    office: Office, keeper: Browser
) -> None:
    file = keeper.get("/beheer/logboek.csv")
    assert file.mimetype == "text/csv"
    assert "attachment" in file.headers["Content-Disposition"]
    rows = file.get_data(as_text=True).splitlines()
    assert rows[0].endswith("nummer;wanneer_utc;account;wat;waarover;controlegetal")
    assert ";exported;logboek;" in rows[1]
    assert "nieuw.lid" not in file.get_data(as_text=True)


def test_the_record_says_that_it_is_whole_or_where_it_breaks(
    office: Office, keeper: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = keeper.get("/beheer/logboek?controle=1").text
    assert "Het logboek is heel" in page
    assert entries(office.register, newest=1)[0].hash in page
    monkeypatch.setattr("register.audit._hash", lambda *_: "veranderd")
    assert "regel 1 past niet" in keeper.get("/beheer/logboek?controle=1").text


def test_the_settings_are_shown_without_a_secret(office: Office, keeper: Browser) -> None:
    page = keeper.get("/beheer/instellingen").text
    assert ADDRESS in page
    assert "retention_months" in page
    assert office.settings.entrance.keys[0].decode() not in page
    assert str(office.settings.home) not in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_the_administration_speaks_its_language_and_needs_no_script(
    office: Office, language: str
) -> None:
    for role in (Role.ADMINISTRATOR, Role.DATA_OFFICER):
        browser = proven(office, role)
        menu = re.findall(r'href="(/beheer[^"?]*)', browser.get("/beheer").text)
        assert len(set(menu)) >= 3
        for place in set(menu):
            page = browser.get(place, query_string={"taal": language})
            assert page.status_code == 200, place
            assert f'<html lang="{language}">' in page.text
            assert "<script" not in page.text
            assert "style=" not in page.text


def test_the_menu_of_the_administration_shows_only_what_opens(office: Office) -> None:
    administrator, officer = proven(office, Role.ADMINISTRATOR), proven(office, Role.DATA_OFFICER)
    assert "/beheer/versies" not in administrator.get("/beheer").text
    assert "/beheer/accounts" not in officer.get("/beheer").text
    assert '"Beheer"' in officer.ask("/").text
    assert '"Beheer"' not in office.signed_in(Role.STEERING).ask("/").text


def test_an_entry_of_the_record_cannot_be_changed_by_the_pages(office: Office) -> None:
    assert {column.name for column in audit.columns} == {"id", "at", "account", "event", "about", "hash"}
    with pytest.raises(Exception, match="stays recorded"), office.register.writing() as connection:
        connection.execute(audit.update().values(about="iets anders"))


@pytest.mark.parametrize("act", ["", "/rol", "/sluiten", "/openen", "/codes", "/ontgrendelen"])
def test_an_account_with_a_number_beyond_any_does_not_exist(
    office: Office, keeper: Browser, act: str
) -> None:
    for number in (2**63, 10**23):
        assert keeper.get(f"/beheer/accounts/{number}{act}").status_code == 404
