"""The interface as part of the whole dashboard: behind its door, beside its pages."""

from pathlib import Path

import pytest

from tests.integration.api.conftest import Interface, said, settings_of


@pytest.fixture(scope="module")
def dashboard(two_partners: Path) -> Interface:
    from app import create_app

    return Interface(two_partners, create_app(settings_of(two_partners)).server)


def test_the_dashboard_serves_its_interface_to_who_shows_a_token(dashboard: Interface) -> None:
    assert dashboard.client().get("/health").status_code == 200
    assert dashboard.ask("/api/v1/observations", None).status_code == 401
    assert said(dashboard.ask("/api/v1/observations"))["version"] == "000001"


def test_a_compressed_answer_is_recognised_when_it_comes_back(dashboard: Interface) -> None:
    packed = {"Accept-Encoding": "br"}
    first = dashboard.ask("/api/v1/observations", headers=packed)
    assert first.headers["Content-Encoding"] == "br"
    assert first.headers["Cache-Control"] == "private, no-cache"
    known = {**packed, "If-None-Match": first.headers["ETag"]}
    assert dashboard.ask("/api/v1/observations", headers=known).status_code == 304


def test_an_unknown_address_of_the_interface_is_not_a_page(dashboard: Interface) -> None:
    answer = dashboard.ask("/api/v1/iets")
    assert (answer.status_code, answer.content_type) == (404, "application/json")


@pytest.mark.parametrize("address", ["/api/v1/goals", "/health"])
def test_the_interface_says_that_it_only_answers_questions(dashboard: Interface, address: str) -> None:
    assert dashboard.client().post(address).status_code == 405
