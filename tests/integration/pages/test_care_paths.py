"""The care paths: which help follows which, for all partners together and for one, in both languages."""

from typing import Any

import pytest

from tests.builders import Row, built, label, partner, published
from tests.integration.pages.conftest import PLAN, Reader, reader_of
from tests.integration.pages.test_overview_page import Serve

HORIZON = "2023/2026"


def scope(partner: str | None = None, period: str = HORIZON, **given: Any) -> Row:
    defaults = {"domain": "jeugd", "partner": partner, "period": period, "window_months": 6,
                "first_year": 2023, "period_kind": "horizon" if "/" in period else "year", "last_year": 2025,
                "partners": 2, "within": 0, "provisional": False}  # fmt: skip
    return built("care_path_scope", defaults, given)


def path(care_form: str | None, next_form: str | None, paths: int | None, **given: Any) -> Row:
    defaults: dict[str, Any] = {
                "domain": "jeugd", "period": HORIZON, "period_kind": "horizon", "care_form": care_form,
                "next_form": next_form, "paths": paths, "clients": paths,
                "suppressed": paths is None}  # fmt: skip
    if paths is not None and next_form is not None:
        ended = {"planned": paths - 3, "early": 2, "running": 1, "unknown": 0}
        defaults |= {**ended, "days_between": 7.0, "days": 180.0, "days_q1": 90.0, "days_q3": 300.0}
    return built("care_path", defaults, given)


def joint(partner: str | None, packages: int | None, **given: Any) -> Row:
    defaults = {"partner": partner, "period": HORIZON, "period_kind": "horizon", "packages": packages,
                "clients": packages, "evaluated": 5 if packages else None,
                "suppressed": packages is None}  # fmt: skip
    return built("joint_care", defaults, given)


PATHS = (
    label("hulpvorm", "14", "Ander verblijf", "Other residential care"),
    scope(),
    scope("P01", within=1, partners=1),
    scope(period="2024", first_year=2024, last_year=2024),
    path("14", "02", 163),
    path("14", "14", 24, small=True),
    path("02", "14", None),
    path("02", None, 14),
    path("14", "02", 31, partner="P01"),
    path("14", "02", 55, period="2024", period_kind="year"),
    joint(None, 64),
    joint("P01", 34),
    joint("P02", None),
)
NAMES = [
    built(
        "label", {"list": "hulpvorm", "domain": "jeugd", "code": code, "label": name, "label_en": english}, {}
    )
    for code, name, english in (
        ("14", "Ander verblijf", "Other residential care"),
        ("02", "Ambulante hulp", "Outpatient help"),
    )
]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return reader_of(published(tmp_path_factory.mktemp("paths"), [*PLAN, *PATHS, *NAMES]))


def test_the_page_opens_with_how_often_other_help_followed(paths: Reader) -> None:
    page = paths.page("/zorgpaden")
    assert page.heading == "201 keer volgde binnen 6 maanden nieuwe hulp"
    assert "Op ander verblijf volgt het vaakst ambulante hulp: 163 keer" in page.words


def test_a_path_tells_how_long_it_took_and_what_it_led_to(paths: Reader) -> None:
    words = paths.page("/zorgpaden").words
    assert "180 (90 tot 300)" in words
    assert "klein aantal" in words


def test_a_hidden_path_is_named_as_hidden_and_has_no_number(paths: Reader) -> None:
    page = paths.page("/zorgpaden")
    assert "Verborgen paden: 1" in page.words
    assert "Overige, samen" in page.words


def test_english_words_stand_on_the_english_page(paths: Reader) -> None:
    page = paths.page("/zorgpaden?taal=en")
    assert page.heading == "201 times new help followed within 6 months"
    assert "After other residential care most often comes outpatient help" in page.words


def test_a_partner_with_pseudonyms_of_its_own_is_followed_within_that_provider_only(paths: Reader) -> None:
    page = paths.page("/zorgpaden?partner=P01")
    assert "Binnen deze aanbieder" in page.words
    assert "31 keer volgde" in page.heading


def test_a_year_can_be_chosen_and_a_shorter_period_shows_the_year_around_it(paths: Reader) -> None:
    assert paths.page("/zorgpaden?periode=2024").heading.startswith("55 keer")
    page = paths.page("/zorgpaden?periode=2024-Q2")
    assert page.heading.startswith("55 keer")
    assert "U ziet 2024" in page.words


def test_a_choice_without_paths_says_what_to_do(paths: Reader) -> None:
    page = paths.page("/zorgpaden?partner=P02")
    assert "Voor deze keuze zijn er geen zorgpaden" in page.words


def test_nothing_published_is_no_error(serve: Serve) -> None:
    page = serve(PLAN).page("/zorgpaden")
    assert page.heading == "Er zijn nog geen zorgpaden om te tonen"
    assert "geen gezamenlijke trajecten" in page.words


def test_joint_trajectories_count_once_for_all_and_at_each_partner(paths: Reader) -> None:
    words = paths.page("/zorgpaden").words
    assert "64 gezamenlijke trajecten: meer partners helpen dezelfde cliënt" in words
    assert "Alle partners, elk pakket één keer" in words
    assert "Acacia Jeugdhulp doet mee aan 34 gezamenlijke trajecten" in paths.page("/partners/P01").words


def test_the_rows_behind_the_flow_can_be_taken_along(paths: Reader) -> None:
    page = paths.page("/zorgpaden")
    assert "/csv/zorgpaden?periode=2023%2F2026" in page.links
    rows = paths.client.get("/csv/zorgpaden?periode=2023%2F2026").get_data(as_text=True).splitlines()
    assert rows[0].startswith("\ufeffdomein;hulpvorm")
    hidden = next(row for row in rows if row.startswith("jeugd;02;Ambulante hulp;14"))
    assert hidden.split(";")[7:19] == [""] * 12
    assert "ja" in hidden
    assert len(paths.client.get("/csv/hulppakketten").get_data(as_text=True).splitlines()) == 4


@pytest.mark.parametrize("address", ["/zorgpaden", "/zorgpaden?partner=P01", "/zorgpaden?periode=2024"])
def test_names_of_eighty_characters_fit_in_the_sentences(serve: Serve, address: str) -> None:
    long = "Stichting Samenwerkende Kleinschalige Woonvormen Meidoorn Midden en Omstreken BV"
    plan = [row for row in PLAN if row.table != "partner"]
    page = serve([*plan, partner("P01", name=long), partner("P02"), *PATHS, *NAMES]).page(address)
    assert page.heading


def test_what_is_taken_together_explains_why_the_right_adds_up_to_less(paths: Reader) -> None:
    assert "Bij 14 van de 201 keer staat niet hoe de hulp verliep" in paths.page("/zorgpaden").words


def test_the_years_are_those_that_could_be_followed(paths: Reader) -> None:
    page = paths.page("/zorgpaden")
    assert "hulp die eindigde in 2023 tot en met 2025" in page.words


def test_joint_episodes_of_before_the_whole_are_not_among_its_years(serve: Serve) -> None:
    years = [joint(None, 17, period=year, period_kind="year") for year in ("2022", "2023")]
    page = serve([*PLAN, *PATHS, *NAMES, *years]).page("/zorgpaden")
    cells = page.of_type("Th")
    assert "2023" in cells
    assert "2022" not in cells
