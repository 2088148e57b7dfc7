"""Every role at every page, callback, route and download of the running app, with the answer expected."""

from collections.abc import Iterator

import dash
import pytest

from access.reader import Role
from api.downloads import ANSWERS
from tests.integration.access.conftest import Office
from tests.integration.pages.conftest import elements

READERS = (None, *Role)
WITH_FIGURES = {Role.STEERING, Role.ALDERMAN, Role.PARTNER, Role.DATA_OFFICER}
OPEN_TO_ALL = {
    "/health", "/api/", "/api/<path:rest>", "/api/v1/openapi.json", "/api/v1/version", "/api/v1/goals",
    "/api/v1/indicators", "/api/v1/partners", "/api/v1/observations", "/api/v1/other-partners",
    "/assets/<path:filename>",
    "/_favicon.ico", "/inloggen", "/inloggen/code", "/inloggen/instellen",
}  # fmt: skip
ANSWERED_WITHOUT_A_TOKEN = {
    "/api/": {404},
    "/api/<path:rest>": {404},
    "/inloggen/code": {303},
    "/inloggen/instellen": {303},
    **{
        f"/api/v1/{name}": {401}
        for name in ("version", "goals", "indicators", "partners", "observations", "other-partners")
    },
}
KEPT_BY_ADMINISTRATOR = {
    "/beheer/accounts", "/beheer/accounts/<int:number>", "/beheer/sleutels", "/beheer/regels",
    "/beheer/instellingen", "/beheer/logboek", "/beheer/logboek.csv",
}  # fmt: skip
KEPT_BY_DATA_OFFICER = {"/beheer/plan", "/beheer/versies", "/beheer/versies/<version>"}
ASKS_PROOF_OF_ADMINISTRATOR = {
    "/beheer/accounts/nieuw", "/beheer/accounts/<int:number>/rol", "/beheer/accounts/<int:number>/sluiten",
    "/beheer/accounts/<int:number>/openen", "/beheer/accounts/<int:number>/codes", "/beheer/sleutels/nieuw",
    "/beheer/accounts/<int:number>/ontgrendelen", "/beheer/sleutels/<int:number>/intrekken",
    "/beheer/regels/wijzigen",
}  # fmt: skip
ASKS_PROOF_OF_DATA_OFFICER = {
    "/beheer/plan/overnemen", "/beheer/versies/vrijgeven", "/beheer/versies/<version>/terug",
}  # fmt: skip
SENT_ONLY = {"/beheer/plan/weg": Role.DATA_OFFICER, "/beheer/regels/opnieuw": Role.ADMINISTRATOR}
OF_DASH = {
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>",
}
FILLED = {
    "<path:rest>": "niets",
    "<path:filename>": "theme.css",
    "<string:package_name>/<path:fingerprinted_path>": "dash/deps/onbekend.js",
    "<code>": "P01",
    "<question>": "verloop",
    "<int:number>": "1",
    "<version>": "000001",
}
NO_FIGURE = ("Acacia", "Beuk", "Minder", "overdracht")


def filled(rule: str, code: str = "P01") -> str:
    for name, value in {**FILLED, "<code>": code}.items():
        rule = rule.replace(name, value)
    return rule


def pages(_office: Office) -> list[str]:
    """The template of every page that the running app has."""
    return [page["path_template"] or page["path"] for page in dash.page_registry.values()]


def code_of(template: str) -> str:
    return {"/doelen/<code>": "D1", "/partners/<code>": "P01"}.get(template, "uitval")


def shows_no_figure(text: str) -> bool:
    return not any(word in text for word in NO_FIGURE)


@pytest.mark.parametrize("role", READERS)
def test_a_page_opens_for_who_may_see_figures_and_for_nobody_else(office: Office, role: Role | None) -> None:
    browser = office.signed_in(role)
    for template in pages(office):
        place = filled(template, code_of(template))
        document, content = browser.get(place), browser.ask(place)
        if role in WITH_FIGURES:
            found = 404 if place == "/404" else 200
            assert (document.status_code, content.status_code) == (found, 200), place
            continue
        assert shows_no_figure(document.text + content.text), place
        assert content.status_code == (401 if role is None else 403), place
        if place == "/toegankelijkheid":  # the statement alone, without a script
            assert document.status_code == 200
            assert "<script" not in document.text
            continue
        to_another_place = role is None or place == "/"
        assert document.status_code == (302 if to_another_place else 403), place


@pytest.mark.parametrize("role", READERS)
def test_a_download_is_for_who_may_see_figures(office: Office, role: Role | None) -> None:
    browser = office.signed_in(role)
    for question in ANSWERS:
        answer = browser.get(f"/csv/{question}?indicator=uitval&periode=2025&partner=P01")
        if role in WITH_FIGURES:
            assert answer.status_code in {200, 404}, question
        else:
            assert answer.status_code == (401 if role is None else 403), question
            assert shows_no_figure(answer.text)


@pytest.mark.parametrize("role", READERS)
def test_every_route_answers_only_who_it_is_for(office: Office, role: Role | None) -> None:
    for rule, method in routes(office):
        browser = office.signed_in(role)
        ask = browser.get if method == "GET" else browser.post
        with ask(filled(rule)) as answer:
            assert answer.status_code in expected(rule, method, role), (rule, method, answer.status_code)
            if role not in WITH_FIGURES and rule != "/account":  # where a partner is chosen by name
                assert shows_no_figure(answer.get_data().decode("utf-8", "replace")), rule


def routes(office: Office) -> Iterator[tuple[str, str]]:
    """Every address and method of the running app, without the pages."""
    for rule in office.server.url_map.iter_rules():
        for method in ("GET", "POST"):
            if rule.rule not in {"/", "/<path:path>"} and method in (rule.methods or ()):
                yield rule.rule, method


def expected(rule: str, method: str, role: Role | None) -> set[int]:
    """The answers that are right; a form without its token is refused, also to who may send it."""
    if rule == "/_reload-hash":
        return {404}
    if method == "POST":
        return {400, 403} if role is not None or rule in OPEN_TO_ALL else {401}
    if rule in OPEN_TO_ALL:
        return ANSWERED_WITHOUT_A_TOKEN.get(rule, {200})
    if role is None:
        return {302} if rule == "/account" or rule.startswith("/beheer") else {401}
    if rule.startswith("/beheer"):
        return expected_of_the_administration(rule, role)
    return expected_inside(rule, role)


def expected_inside(rule: str, role: Role) -> set[int]:
    if rule in OF_DASH or rule == "/account":
        return {404 if rule.endswith("<path:fingerprinted_path>") else 200}
    return {200 if rule == "/versie" else 404} if role in WITH_FIGURES else {403}


def expected_of_the_administration(rule: str, role: Role) -> set[int]:
    """200 for who keeps it, 303 where a fresh second factor is asked first, 403 for every other reader."""
    keepers = {Role.ADMINISTRATOR, Role.DATA_OFFICER}
    if rule in {"/beheer", "/beheer/bewijs"}:
        return {200} if role in keepers else {403}
    kept, proven = {
        Role.ADMINISTRATOR: (KEPT_BY_ADMINISTRATOR, ASKS_PROOF_OF_ADMINISTRATOR),
        Role.DATA_OFFICER: (KEPT_BY_DATA_OFFICER, ASKS_PROOF_OF_DATA_OFFICER),
    }.get(role, (set(), set()))
    return {200} if rule in kept else {303} if rule in proven else {403}


def test_every_route_of_the_administration_has_an_answer_expected(office: Office) -> None:
    ours = {rule.rule for rule in office.server.url_map.iter_rules() if rule.rule.startswith("/beheer")}
    proven = ASKS_PROOF_OF_ADMINISTRATOR | ASKS_PROOF_OF_DATA_OFFICER
    known = KEPT_BY_ADMINISTRATOR | KEPT_BY_DATA_OFFICER | proven | SENT_ONLY.keys()
    assert ours - known == {"/beheer", "/beheer/bewijs"}


@pytest.mark.parametrize("role", READERS)
def test_what_dash_tells_about_itself_names_no_page_that_is_closed(office: Office, role: Role | None) -> None:
    browser = office.signed_in(role)
    for place in ("/_dash-layout", "/_dash-dependencies"):
        text = browser.get(place).text
        assert shows_no_figure(text)
        assert "/partners" not in text


def test_a_partner_gets_nothing_of_another_partner(office: Office) -> None:
    browser = office.signed_in(Role.PARTNER)
    for template in pages(office):
        places = [f"{filled(template, code_of(template))}?partner=P02"]
        if template == "/partners/<code>":
            places += ["/partners/P02", "/partners/P01?code=P02", "/partners/P01%2F..%2FP02"]
        for place in places:
            content = browser.ask(place)
            assert content.status_code in {403, 404}, place
            assert shows_no_figure(content.text), place
    assert browser.get("/partners/P02").status_code == 403
    for question in ANSWERS:
        answer = browser.get(f"/csv/{question}?indicator=uitval&periode=2025&partner=P02")
        assert answer.status_code in {403, 404}, question
        assert shows_no_figure(answer.text)


@pytest.mark.parametrize("partner", ["P01", "P02"])
def test_a_partner_reads_its_own_file_and_no_other(office: Office, partner: str) -> None:
    other = {"P01": "P02", "P02": "P01"}[partner]
    browser = office.signed_in(Role.PARTNER, partner)
    assert browser.ask(f"/partners/{partner}").status_code == 200
    assert browser.ask(f"/partners/{other}").status_code == 403
    rows = browser.get("/csv/vergelijking?periode=2025").text
    assert other not in rows


def test_the_menu_shows_only_what_opens(office: Office) -> None:
    for role in WITH_FIGURES:
        browser = office.signed_in(role)
        content = browser.ask("/").get_json()["response"]["_pages_content"]["children"]
        links = [part["props"]["href"] for part in elements(content) if part["type"] == "A"]
        ours = {link for link in links if link.startswith("/") and not link.startswith(("/csv/", "/account"))}
        assert "/trends" in ours
        assert {link for link in ours if browser.ask(link).status_code != 200} == set()
