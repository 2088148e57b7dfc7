"""Every view is a link: choices live in the address, and an address that cannot be gets a friendly answer."""

from pathlib import Path

import pytest

from access.address import UnknownChoice, View, address, read_view
from tests.builders import publication, published
from tests.integration.pages.conftest import FIGURES, PLAN, Reader, reader_of

ELSEWHERE = ("/csv/", "/kijken-als")
"""What is no page of the dashboard itself."""


def test_an_address_is_read_and_written_the_same() -> None:
    view = View("en", "2025-Q3", "kwartaal", "P01", "hulpvorm", "uitval")
    written = address("/x", view)
    query = dict(pair.split("=") for pair in written.partition("?")[2].split("&"))
    assert read_view(query) == view


def test_dutch_is_not_said_because_it_is_the_first_language() -> None:
    assert address("/trends", View()) == "/trends"


def test_a_period_is_understood_in_every_notation_and_written_in_one() -> None:
    assert read_view({"periode": "2025k3"}).period == "2025-Q3"


@pytest.mark.parametrize("query", [{"periode": "gisteren"}, {"per": "eeuw"}])
def test_a_choice_that_cannot_be_is_named(query: dict[str, str]) -> None:
    with pytest.raises(UnknownChoice):
        read_view(query)


@pytest.mark.parametrize(
    "place", ["/", "/indicatoren/uitval", "/vergelijken", "/trends", "/partners", "/partners/P01"]
)
def test_language_and_period_go_along_with_every_link(small: Reader, place: str) -> None:
    page = small.page(f"{place}?periode=2025&taal=en")
    inside = [link for link in page.links if link.startswith("/") and not link.startswith(ELSEWHERE)]
    switch = [link for link in inside if "taal=en" not in link]
    assert len(set(switch)) == 1, "only the link to the other language leaves it"
    assert all("periode=2025" in link for link in inside)


@pytest.mark.parametrize("place", ["/", "/indicatoren/uitval", "/vergelijken", "/partners/P01", "/trends"])
def test_every_option_of_every_choice_leads_to_a_page(small: Reader, place: str) -> None:
    for text, target in small.page(place).options:
        assert "kennen wij niet" not in small.page(target).words, (text, target)


@pytest.mark.parametrize(
    "place",
    [
        "/bestaat-niet",
        "/indicatoren/bestaat-niet",
        "/partners/bestaat-niet",
        "/indicatoren/uitval?partner=bestaat-niet",
        "/?periode=gisteren",
        "/trends?per=eeuw",
        "/indicatoren/uitval?periode=2025'; DROP TABLE observation",
        "/partners/<script>alert(1)</script>",
    ],
)
@pytest.mark.parametrize(("language", "said"), [("nl", "Naar het overzicht"), ("en", "To the overview")])
def test_an_unknown_place_or_choice_says_what_to_do(
    small: Reader, place: str, language: str, said: str
) -> None:
    joined = f"{place}{'&' if '?' in place else '?'}taal={language}"
    page = small.page(joined)
    assert said in page.words
    assert "Traceback" not in page.raw


def test_unknown_keys_are_swallowed(small: Reader) -> None:
    assert "Van één is er geen cijfer." in small.page("/?utm_source=x&periode=2025").words


def test_without_a_publication_every_page_says_how_to_make_one(tmp_path: Path) -> None:
    reader = reader_of(tmp_path)
    for place in ("/", "/trends", "/indicatoren/uitval", "/partners/P01"):
        page = reader.page(place)
        assert page.heading == "Er is nog niets gepubliceerd"
        assert "python manage.py samples" in page.words


def test_a_broken_page_gives_a_reference_and_no_details(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reader = reader_of(published(tmp_path, [*PLAN, *FIGURES]))
    statement = "queries._ask._statement"
    monkeypatch.setattr(statement, lambda _question: "SELECT geheim FROM nergens")
    page = reader.page("/trends")
    assert page.heading == "Dit ging mis"
    assert "geheim" not in page.raw
    reference = page.words.split("dit nummer door: ")[1].split(".")[0]
    assert reference in caplog.text


def test_a_version_of_another_release_says_how_to_publish_again(tmp_path: Path) -> None:
    other = publication(schema_version=0)
    page = reader_of(published(tmp_path, [*PLAN, *FIGURES, other])).page("/")
    assert page.heading == "Deze publicatie is niet te lezen"
    assert "python manage.py publish" in page.words
