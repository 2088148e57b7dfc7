"""Who gets an answer from the interface, and from which published file."""

import logging
from pathlib import Path

import pytest

from register.tokens import issued_tokens, revoke_token
from tests.integration.api.conftest import FIRST, SECOND, TOGETHER, Interface, publish_rows, said, serving

LISTS = ["version", "goals", "indicators", "partners", "observations", "other-partners"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "shown",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer onzin",
        "Basic dXNlcjp3",
        "bearer a=b",
        "Bearer \xff\xfe",
        "Bearer x y",
    ],
)
def test_without_a_valid_token_there_is_nothing(interface: Interface, name: str, shown: str | None) -> None:
    headers = {} if shown is None else {"Authorization": shown}
    answer = interface.client().get(f"/api/v1/{name}", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert set(said(answer)) == {"error", "error_en"}


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_word_bearer_may_be_written_in_any_case(interface: Interface, scheme: str) -> None:
    headers = {"Authorization": f"{scheme} {interface.token('steering')}"}
    assert interface.client().get("/api/v1/goals", headers=headers).status_code == 200


def test_a_token_in_the_address_opens_nothing(interface: Interface) -> None:
    answer = interface.client().get(f"/api/v1/goals?token={interface.token('steering')}")
    assert answer.status_code == 401


def test_a_revoked_token_opens_nothing_from_then_on(interface: Interface) -> None:
    headers = {"Authorization": f"Bearer {interface.token('steering')}"}
    assert interface.client().get("/api/v1/goals", headers=headers).status_code == 200
    revoke_token(interface.register, issued_tokens(interface.register)[-1].id)
    assert interface.client().get("/api/v1/goals", headers=headers).status_code == 401


def test_a_partner_gets_its_own_file_and_no_row_of_another(interface: Interface) -> None:
    rows = interface.rows("/api/v1/observations", "partner:P01")
    assert {row["partner"] for row in rows} == {None, "P01"}
    assert interface.rows("/api/v1/observations?partner=P02", "partner:P01") == []
    assert said(interface.ask("/api/v1/version", "partner:P01"))["audience"] == "partner:P01"


def test_partners_read_a_new_version_before_the_others(tmp_path: Path) -> None:
    publish_rows(tmp_path, "000001", steering=TOGETHER, partner_P01=TOGETHER)
    publish_rows(tmp_path, "000002", steering=(*TOGETHER, *FIRST), partner_P01=(*TOGETHER, *FIRST))
    (tmp_path / "published" / "current").write_text("000001", "ascii")
    interface = serving(tmp_path)
    assert said(interface.ask("/api/v1/version", "partner:P01"))["version"] == "000002"
    assert said(interface.ask("/api/v1/version"))["version"] == "000001"
    assert said(interface.client().get("/health"))["version"] == "000001"


@pytest.mark.parametrize("audience", ["partner:P99", "public"])
def test_an_audience_without_a_file_is_told_so(interface: Interface, audience: str) -> None:
    answer = interface.ask("/api/v1/observations", audience)
    assert answer.status_code == 404
    assert "geen cijfers" in said(answer)["error"]


def test_as_long_as_nothing_is_published_the_interface_says_so(tmp_path: Path) -> None:
    interface = serving(tmp_path)
    assert interface.ask("/api/v1/observations").status_code == 503
    health = interface.client().get("/health")
    assert (health.status_code, said(health)) == (503, {"status": "nothing_published", "version": None})


def test_health_needs_no_token_and_names_the_version(interface: Interface) -> None:
    answer = interface.client().get("/health")
    assert (answer.status_code, said(answer)) == (200, {"status": "ok", "version": "000001"})


def test_the_public_needs_no_token_once_it_is_switched_on(tmp_path: Path) -> None:
    publish_rows(tmp_path, "000001", steering=(*TOGETHER, *FIRST, *SECOND), public=TOGETHER)
    assert serving(tmp_path).ask("/api/v1/observations", None).status_code == 401
    answer = serving(tmp_path, public=True).ask("/api/v1/observations", None)
    assert answer.status_code == 200
    assert {row["partner"] for row in said(answer)["rows"]} == {None}


def test_a_wrong_token_is_not_mistaken_for_the_public(tmp_path: Path) -> None:
    publish_rows(tmp_path, "000001", public=TOGETHER)
    answer = (
        serving(tmp_path, public=True).client().get("/api/v1/goals", headers={"Authorization": "Bearer x"})
    )
    assert answer.status_code == 401


def test_what_a_client_already_has_is_not_sent_again(interface: Interface) -> None:
    first = interface.ask("/api/v1/observations?indicator=uitval")
    assert first.headers["ETag"].startswith('"000001-')
    assert first.headers["Vary"] == "Authorization"
    known = {"If-None-Match": first.headers["ETag"]}
    again = interface.ask("/api/v1/observations?indicator=uitval", headers=known)
    assert (again.status_code, again.get_data()) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    squeezed = first.headers["ETag"].removesuffix('"') + ':br"'
    assert interface.ask("/api/v1/goals", headers={"If-None-Match": f"W/{squeezed}"}).status_code == 304


def test_another_reader_or_a_newer_version_is_never_answered_with_nothing_changed(
    interface: Interface,
) -> None:
    known = {"If-None-Match": interface.ask("/api/v1/observations").headers["ETag"]}
    assert interface.ask("/api/v1/observations", "partner:P01", headers=known).status_code == 200
    publish_rows(interface.home, "000002", steering=TOGETHER)
    assert interface.ask("/api/v1/observations", headers=known).status_code == 200


def test_an_unknown_choice_is_refused_even_when_nothing_changed(interface: Interface) -> None:
    known = {"If-None-Match": interface.ask("/api/v1/goals").headers["ETag"]}
    assert interface.ask("/api/v1/goals?kleur=rood", headers=known).status_code == 400


@pytest.mark.parametrize("address", ["/api/", "/api/v1/", "/api/v1/iets", "/api/v2/goals", "/api/v1/goals/"])
def test_an_address_that_does_not_exist_points_to_the_description(interface: Interface, address: str) -> None:
    answer = interface.ask(address)
    assert answer.status_code == 404
    assert "openapi.json" in said(answer)["error"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_interface_only_answers_questions(interface: Interface, method: str) -> None:
    answer = getattr(interface.client(), method)("/api/v1/goals")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "GET" in said(answer)["error"]


def test_no_token_and_no_value_stands_in_the_log(
    interface: Interface, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("uitval staat in deze melding")

    monkeypatch.setattr("api.routes.read_question", fail)
    token = interface.token("steering")
    with caplog.at_level(logging.DEBUG):
        answer = interface.client().get(
            "/api/v1/observations?indicator=uitval", headers={"Authorization": f"Bearer {token}"}
        )
    assert answer.status_code == 500
    reference = said(answer)["error"].split()[-1].rstrip(".")
    assert reference in caplog.text
    assert "RuntimeError" in caplog.text
    assert token not in caplog.text
    assert "uitval" not in caplog.text


def test_a_damaged_register_closes_the_interface_instead_of_opening_it(interface: Interface) -> None:
    interface.token("steering")
    interface.register.file.write_bytes(b"geen register" * 1000)
    answer = interface.client().get("/api/v1/goals", headers={"Authorization": "Bearer x"})
    assert answer.status_code == 503
