"""A form is carried out by POST alone: any other method goes along without its token, and changes nothing."""

import pytest
from sqlalchemy import select

from access.policies import FORMS
from access.reader import EXTENSION as DOOR
from access.reader import Role
from data.pointers import current_version
from register.accounts import find_account
from register.tables import register_metadata
from tests.integration.access.conftest import ADDRESS, PASSWORD, Browser, Office, office_in, prepared

METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
FROM_A_NEIGHBOUR = {"Sec-Fetch-Site": "same-site", "Origin": "https://buur.example"}
TYPED = {
    "name": "steering",
    "password": PASSWORD,
    "sure": "1",
    "least": "20",
    "version": "000001",
    "code": "1",
}


@pytest.fixture(scope="module")
def own_office(tmp_path_factory: pytest.TempPathFactory, quick_passwords: None) -> Office:
    """Its own: what is tried here would be seen in the office that all share."""
    return office_in(prepared(tmp_path_factory.mktemp("methods")))


@pytest.fixture(scope="module")
def insiders(own_office: Office) -> dict[Role | None, Browser]:
    """A browser for nobody and for each role, with a second factor of just now."""
    found: dict[Role | None, Browser] = {None: own_office.browser()}
    for role in Role:
        found[role] = own_office.browser()
        secret = own_office.begin_session(found[role], own_office.name(role))
        own_office.server.extensions[DOOR]._sessions.prove(secret)
    return found


def kept(office: Office) -> object:
    """All that stands in the register, which version is read, and which files there are."""
    with office.register.reading() as connection:
        rows = {
            table.name: connection.execute(select(table)).all() for table in register_metadata.sorted_tables
        }
    home = office.settings.home
    files = sorted(str(one.relative_to(home)) for one in home.rglob("*") if "register" not in one.name)
    return rows, current_version(office.settings), current_version(office.settings, "partners"), files


def place_of(rule: str, home_account: int) -> str:
    return rule.replace("<int:number>", str(home_account)).replace("<version>", "000001")


@pytest.mark.parametrize("rule", FORMS)
def test_no_method_but_get_and_post_reaches_a_form(
    own_office: Office, insiders: dict[Role | None, Browser], rule: str
) -> None:
    place = place_of(rule, find_account(own_office.register, "alderman").id)
    shown_too = {one.rule for one in own_office.server.url_map.iter_rules() if "GET" in (one.methods or ())}
    before = kept(own_office)
    for method in METHODS:
        for role, browser in insiders.items():
            answer = browser.client.open(
                place, method=method, data=TYPED, base_url=ADDRESS, headers=FROM_A_NEIGHBOUR
            )
            refused = {404, 405} if rule in shown_too else {200, 302, 401, 403, 404, 405}
            assert answer.status_code in refused, (method, role, answer.status_code)
            assert "Set-Cookie" not in answer.headers
    assert kept(own_office) == before


@pytest.mark.parametrize("rule", FORMS)
def test_a_form_without_its_token_changes_nothing(
    own_office: Office, insiders: dict[Role | None, Browser], rule: str
) -> None:
    place = place_of(rule, find_account(own_office.register, "alderman").id)
    before = kept(own_office)
    for browser in insiders.values():
        answer = browser.post(place, data=TYPED, headers={"Origin": ADDRESS, "Referer": ADDRESS})
        assert answer.status_code in {400, 401, 403, 404}
    assert kept(own_office) == before
