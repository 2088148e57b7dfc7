"""Whatever is sent: an answer that says no, never a failure and never a figure."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from access.reader import Role
from tests.integration.access.conftest import Browser, Office
from tests.integration.pages.conftest import OUTPUT

FORMULA = "=cmd|'/c calc'!A1"
NASTY = (
    "' OR 1=1 --",
    "'; DROP TABLE observation; --",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}}",
    "{0.__class__}",
    "${7*7}",
    "../../../../etc/passwd",
    "..%2f..%2fregister.sqlite",
    "uitval\r\nSet-Cookie: a=b",
    FORMULA,
    "@SUM(1+1)",
    "\x00",
    "٣",
    "a" * 3000,
    "P01'/**/UNION/**/SELECT/**/name/**/FROM/**/partner--",
)
LEAKS = ("Traceback", "duckdb", "sqlite", "/work", "site-packages", "root:", ">49<")
FIELDS = ("periode", "partner", "indicator", "uitsplitsing", "per", "taal", "verder", "code")


def is_harmless(text: str, sent: str) -> bool:
    """Whether nothing from inside is in a document, and nothing that was sent is in it as HTML."""
    return tells_nothing(text, sent) and ("<" not in sent or sent not in text)


def tells_nothing(text: str, sent: str) -> bool:
    return not any(leak in text for leak in LEAKS if leak not in sent)


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_in_an_address_is_run_or_repeated(office: Office, field: str) -> None:
    browser = office.signed_in(Role.STEERING)
    for nasty in NASTY:
        for place in ("/csv/verloop", "/csv/vergelijking", "/inloggen", "/"):
            answer = browser.get(place, query_string={field: nasty, "sleutel": nasty})
            assert answer.status_code < 500, (place, nasty)
            assert is_harmless(answer.get_data().decode("utf-8", "replace"), nasty), (place, nasty)
            assert "a=b" not in str(answer.headers.get("Set-Cookie"))


@pytest.mark.parametrize(
    "page", ["/indicatoren/{}", "/partners/{}", "/doelen/{}", "/{}", "/csv/{}", "/assets/{}"]
)
def test_nothing_in_a_path_is_run_or_opened(office: Office, page: str) -> None:
    browser = office.signed_in(Role.STEERING)
    for nasty in NASTY:
        place = page.format(nasty.replace("\r\n", "%0d%0a").replace("\x00", "%00"))
        with browser.get(place) as answer:
            assert answer.status_code < 500, place
            assert is_harmless(answer.get_data().decode("utf-8", "replace"), nasty), place
        shown = browser.ask(place)
        assert shown.status_code < 500, place
        assert tells_nothing(shown.text, nasty), place  # React shows text as text


def test_nothing_in_a_form_is_run_or_repeated(office: Office) -> None:
    browser = office.browser()
    for nasty in NASTY:
        answer = browser.send("/inloggen", {"name": nasty, "password": nasty}, of="/inloggen")
        assert answer.status_code in {401, 429}, nasty
        assert is_harmless(answer.text, nasty)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)
place = st.text(max_size=30) | st.sampled_from(
    ["/", "/partners/P02", "/csv", "//", "/partners/%00", "/404", "/é"]
)
location = st.fixed_dictionaries(
    {"id": st.just("_pages_location"), "property": st.sampled_from(["pathname", "search", "href"])},
    optional={"value": place | place.map(lambda text: f"?{text}") | anything},
)
bodies = st.fixed_dictionaries(
    {"output": st.sampled_from([OUTPUT, "_pages_dummy.children", "x.children"]) | anything},
    optional={
        "outputs": anything,
        "inputs": st.lists(location, max_size=3) | anything,
        "state": anything,
        "changedPropIds": anything,
        "parsedChangedPropsIds": anything,
        "meer": anything,
    },
)
sound = st.builds(
    lambda path, search: {
        "output": OUTPUT,
        "outputs": [
            {"id": "_pages_content", "property": "children"},
            {"id": "_pages_store", "property": "data"},
        ],
        "inputs": [
            {"id": "_pages_location", "property": "pathname", "value": path},
            {"id": "_pages_location", "property": "search", "value": search},
        ],
    },
    place.map(lambda text: f"/{text}"),
    st.none() | place.map(lambda text: f"?{text}"),
)


@pytest.fixture(scope="module")
def inside(office: Office) -> Browser:
    return office.signed_in(Role.PARTNER)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(body=bodies | sound | anything)
def test_a_callback_never_fails_on_what_is_sent(inside: Browser, body: Any) -> None:
    answer = inside.callback(body)
    assert answer.status_code < 500
    assert "Beuk" not in answer.text


@pytest.mark.parametrize(
    "output", ["..a.children...b.data..", "geheim.children", f"{OUTPUT} ", "", None, [OUTPUT]]
)
def test_an_output_that_no_policy_names_gets_nothing(office: Office, output: Any) -> None:
    for role in Role:
        answer = office.signed_in(role).callback({"output": output, "inputs": [], "changedPropIds": []})
        assert answer.status_code == 403


def test_a_body_recorded_from_another_reader_answers_with_ones_own_figures_only(office: Office) -> None:
    body = {
        "output": OUTPUT,
        "outputs": [
            {"id": "_pages_content", "property": "children"},
            {"id": "_pages_store", "property": "data"},
        ],
        "inputs": [
            {"id": "_pages_location", "property": "pathname", "value": "/partners/P02"},
            {"id": "_pages_location", "property": "search", "value": ""},
        ],
        "changedPropIds": ["_pages_location.pathname"],
    }
    assert office.signed_in(Role.PARTNER, "P02").callback(body).status_code == 200
    assert office.signed_in(Role.PARTNER, "P01").callback(body).status_code == 403
    assert office.browser().callback(body).status_code == 401


def test_a_token_of_the_interface_opens_no_page_and_a_session_opens_no_interface(office: Office) -> None:
    from domain.audience import parse_audience
    from register.tokens import issue_token

    token = issue_token(office.register, parse_audience("partner:P02"))
    bearer = {"Authorization": f"Bearer {token}"}
    assert office.browser().get("/", headers=bearer).status_code == 302
    assert office.browser().get("/csv/verloop?indicator=uitval", headers=bearer).status_code == 401
    assert office.signed_in(Role.STEERING).get("/api/v1/goals").status_code == 401


@pytest.mark.parametrize("headers", [{"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "same-site"}])
def test_another_site_gets_no_callback_answered(office: Office, headers: dict[str, str]) -> None:
    assert office.signed_in(Role.STEERING).ask("/", **headers).status_code == 403
