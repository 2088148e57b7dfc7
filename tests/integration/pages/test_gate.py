"""The door in demo mode: this machine only, and nothing that no policy speaks of."""

import pytest
from flask import Flask

from access.gate import UnguardedEntrance, prove_guarded
from tests.integration.pages.conftest import OUTPUT, Reader


@pytest.mark.parametrize(
    "place", ["/", "/_dash-layout", "/csv/verloop?indicator=uitval", "/assets/theme.css"]
)
def test_another_machine_gets_nothing(small: Reader, place: str) -> None:
    answer = small.client.get(place, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert answer.status_code == 403
    assert "uitval" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-Ip"])
def test_a_request_that_a_proxy_passes_on_is_not_from_this_machine(small: Reader, header: str) -> None:
    assert small.client.get("/", headers={header: "127.0.0.1"}).status_code == 403


@pytest.mark.parametrize("host", ["dashboard.example", "127.0.0.1.example:8050", "rebind.localhost.example"])
def test_a_name_that_is_not_of_this_machine_is_refused(small: Reader, host: str) -> None:
    assert small.client.get("/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8050", "127.0.0.1:8050", "[::1]:8050", "[::1]"])
def test_every_name_of_this_machine_is_welcome(small: Reader, host: str) -> None:
    assert small.client.get("/", headers={"Host": host}).status_code == 200


def test_an_output_that_no_page_has_is_refused(small: Reader) -> None:
    for output in ("secret.children", "", None, ["x"], {"id": 1}):
        answer = small.client.post("/_dash-update-component", json={"output": output, "inputs": []})
        assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_another_site_cannot_ask_in_the_readers_name(small: Reader, headers: dict[str, str]) -> None:
    answer = small.client.post("/_dash-update-component", json={"output": OUTPUT}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_a_body_that_is_no_question_is_refused(small: Reader, body: bytes) -> None:
    answer = small.client.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 403


def test_an_oversized_body_is_refused(small: Reader) -> None:
    body = b'{"output": "' + b"x" * 100_000 + b'"}'
    answer = small.client.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code in {403, 413}


@pytest.mark.parametrize("place", ["/_reload-hash"])
def test_what_only_developers_need_is_not_served(small: Reader, place: str) -> None:
    assert small.client.get(place).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_page_cannot_be_written_to(small: Reader, method: str) -> None:
    assert getattr(small.client, method)("/").status_code in {403, 404, 405}


def test_an_app_with_an_entrance_that_no_policy_names_does_not_start() -> None:
    server = Flask(__name__, static_folder=None)
    server.add_url_rule("/achterdeur", "achterdeur", lambda: "open")
    with pytest.raises(UnguardedEntrance, match="/achterdeur"):
        prove_guarded(server, ())
    with pytest.raises(UnguardedEntrance, match=r"nieuw\.children"):
        prove_guarded(Flask(__name__, static_folder=None), ["nieuw.children"])


@pytest.mark.parametrize(
    "place", ["/", "/_dash-layout", "/csv/verloop?indicator=uitval", "/assets/theme.css", "/nee"]
)
def test_every_answer_carries_a_strict_policy(small: Reader, place: str) -> None:
    with small.client.get(place) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_figures_are_never_kept_by_a_cache(small: Reader) -> None:
    for place in ("/", "/_dash-layout", "/csv/verloop?indicator=uitval"):
        assert small.client.get(place).headers["Cache-Control"] == "no-store"


def test_the_layout_that_anyone_may_ask_for_holds_no_figure(small: Reader) -> None:
    layout = small.client.get("/_dash-layout").get_data(as_text=True)
    assert "uitval" not in layout.lower()
    assert "Acacia" not in layout
