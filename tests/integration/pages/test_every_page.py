"""What holds on every page: its way back, its choices, its figures with all that belongs to them."""

from pathlib import Path

import pytest

from tests.builders import published
from tests.integration.pages.conftest import FIGURES, PLAN, Page, Reader, elements, inside, reader_of, texts
from tools.places import NOWHERE, PROJECTED, places

PLACES = [place for place in places() if place not in PROJECTED]
PAGES = [place for place in PLACES if place not in NOWHERE]
BELOW = [place for place in PAGES if place.split("?")[0].count("/") > 1 or place.startswith("/zoeken")]


def selected(page: Page) -> dict[str, str]:
    """Per choice the words of the option that is chosen."""
    selects = [part["props"] for part in page.parts if part["type"] == "Select"]
    return {
        str(one["id"]["name"]): option["label"]
        for one in selects
        for option in one["options"]
        if option["value"] == one["value"]
    }


@pytest.mark.parametrize("place", BELOW)
def test_a_page_below_another_says_where_it_is_and_leads_back(sample: Reader, place: str) -> None:
    trails = [part for part in sample.page(place).parts if "trail" in str(part["props"].get("className"))]
    assert len(trails) == 1
    assert [one for one in elements(inside(trails[0])) if one["type"] == "A"]
    assert [one for one in elements(inside(trails[0])) if one["props"].get("aria-current") == "page"]


@pytest.mark.parametrize("place", PAGES)
def test_a_page_has_at_most_one_choice_of_a_kind(sample: Reader, place: str) -> None:
    names = [part["props"]["id"]["name"] for part in sample.page(place).parts if part["type"] == "Select"]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("place", PAGES)
def test_an_option_that_is_followed_is_the_one_that_is_chosen_there(sample: Reader, place: str) -> None:
    page = sample.page(place)
    for part in [part["props"] for part in page.parts if part["type"] == "Select"]:
        assert part["value"] in [option["value"] for option in part["options"]]
        last = part["options"][-1]
        assert selected(sample.page(last["value"]))[part["id"]["name"]] == last["label"]


@pytest.mark.parametrize("place", PAGES)
def test_every_figure_has_all_that_belongs_to_it(sample: Reader, place: str) -> None:
    for figure in [part for part in sample.page(place).parts if part["type"] == "Figure"]:
        said = " ".join(texts(inside(figure)))
        kinds = [part["type"] for part in elements(inside(figure))]
        assert "Table" in kinds, said
        for words in ("Bron: ", "publicatie ", "Download CSV", "Download SVG", "als tabel"):
            assert words in said, said
        pictures = [one for one in elements(inside(figure)) if one["props"].get("role") == "img"]
        assert all(one["props"]["aria-label"] for one in pictures)
        assert pictures


@pytest.mark.parametrize("place", PAGES)
def test_a_page_is_found_and_what_is_none_is_not(sample: Reader, place: str) -> None:
    assert sample.client.get(place).status_code == 200


@pytest.mark.parametrize(
    "place", [*NOWHERE, "/doelen/X9", "/partners/P99", "/indicatoren/nee", "/trends?per=eeuw"]
)
def test_an_address_without_a_page_is_not_found_and_says_what_to_do(sample: Reader, place: str) -> None:
    assert sample.client.get(place).status_code == 404
    assert "/" in sample.page(place).links


def test_the_version_in_force_is_told_as_plain_text(tmp_path: Path) -> None:
    reader = reader_of(published(tmp_path, [*PLAN, *FIGURES]))
    assert reader.client.get("/versie").get_data(as_text=True) == "000001"
    assert reader.client.get("/versie").headers["Cache-Control"] == "no-store"


def test_a_script_is_compressed_once_and_kept_by_the_browser(sample: Reader) -> None:
    for _ in range(2):
        with sample.client.get("/assets/theme.js?m=1", headers={"Accept-Encoding": "br"}) as answer:
            assert answer.headers["Content-Encoding"] == "br"
            assert "immutable" in answer.headers["Cache-Control"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
    with sample.client.get("/assets/theme.js?m=1", headers={"Accept-Encoding": "identity"}) as plain:
        assert b"react" in plain.get_data()


def test_a_search_finds_by_name_whatever_the_accents_and_shows_only_what_may_be_opened(
    sample: Reader,
) -> None:
    page = sample.page("/zoeken?q=UITVÁL")
    assert any(link.startswith("/indicatoren/uitval") for link in page.links)
    with sample.client.session_transaction() as session:
        session["reader"] = "partner:P01"
    try:
        found = sample.page("/zoeken?q=jeugd").links
        assert not [link for link in found if link.startswith("/partners/") and "P01" not in link]
    finally:
        with sample.client.session_transaction() as session:
            session.clear()
    assert "niets gevonden" in sample.page("/zoeken?q=<script>").heading
