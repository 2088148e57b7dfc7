"""The start page per reader: cards for a steering group, lines for an alderman, own figures for a partner."""

from pathlib import Path

import pytest

from tests.builders import coverage, observation, published
from tests.integration.pages.conftest import FIGURES, JUDGED, PLAN, Page, Reader, reader_of

OWN = [observation(f"2025-Q{n}", partner="P01", numerator=20, denominator=70, **JUDGED) for n in (1, 2, 3, 4)]
BETTER = {"status": "met", "movement": "improving"}
WORSE = {**JUDGED, "status": "not_met", "path": "behind", "movement": "worsening"}


def looking_as(home: Path, reader: str) -> Reader:
    """A demonstration in which somebody chose this reader."""
    made = reader_of(home)
    with made.client.session_transaction() as session:
        session["reader"] = reader
    return made


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One goal that worsened in its last quarter, and a partner whose last delivery is missing."""
    figures = [row for row in FIGURES if row.values["period"] != "2025-Q4"]
    last = observation("2025-Q4", numerator=34, denominator=104, delivered_by=2, expected_from=2, **WORSE)
    missing = coverage("P01", period="2025-H2", delivered=False, kind=None, received_on=None, rows=None)
    rows = [*PLAN, *figures, last, *OWN, missing]
    return published(tmp_path_factory.mktemp("home"), rows, audiences=("steering", "partner-P01"))


def start(home: Path, reader: str, search: str = "") -> Page:
    return looking_as(home, reader).page(f"/{search}")


def test_the_steering_group_reads_what_changed_and_what_to_discuss(home: Path) -> None:
    page = start(home, "steering")
    assert {"Veranderd sinds de vorige periode", "Bespreek dit"} <= set(page.of_type("H2"))
    for said in ("Norm: van nog niet te zeggen naar voldoet niet.", "meer dan door toeval"):
        assert said in page.words


def test_a_list_to_talk_about_counts_criterion_path_and_series_on_their_bad_side(home: Path) -> None:
    said = "Aantal vergelijkingen met de norm, het pad en de eigen reeks: 3. "
    said += "Door toeval alleen verwachten wij er hooguit ongeveer 0,1 in zo'n lijst."
    assert said in start(home, "steering").words  # (0.05 + 0.05 + 0.025) / 2


def test_a_list_of_what_changed_counts_the_figure_of_then_as_well(home: Path) -> None:
    said = "Aantal vergelijkingen, van nu en van de vorige periode: 5. "
    said += "Door toeval alleen verwachten wij er hooguit ongeveer 0,2 in zo'n lijst."
    assert said in start(home, "steering").words  # 4 * 0.05 + 0.025


def test_an_alderman_reads_below_all_messages_what_chance_alone_would_give(home: Path) -> None:
    said = "Door toeval alleen krijgen er hooguit ongeveer 0,1 een teken + of \N{MINUS SIGN}."
    assert said in start(home, "alderman").words


def test_no_partner_is_named_where_the_steering_group_talks(home: Path) -> None:
    page = start(home, "steering")
    assert "Acacia" not in page.words
    assert "Beuk" not in page.words


def test_an_alderman_gets_every_goal_in_one_table_with_whom_to_call(home: Path) -> None:
    page = start(home, "alderman")
    assert page.heading == "Geen van de twee doelen ligt op pad. Eén loopt achter. Van één is er geen cijfer."
    assert len(page.of_type("Table")) == 1
    assert "mailto:jeugd@gemeente.example" in page.links
    assert "/doelen/D1" in page.links
    change = next(cell for cell in page.of_type("Td") if "Reeks gaat achteruit" in cell)
    assert "Dat is meer dan toeval en gaat de verkeerde kant op." in change


def test_the_lines_of_an_alderman_say_the_criterion_the_period_and_what_the_signs_mean(home: Path) -> None:
    page = start(home, "alderman")
    assert "15\u00a0% of minder" in page.of_type("Td")
    assert "Aanpak 16-27 · 4e kwartaal 2025" in page.of_type("Th")
    assert "marge van 95 %: de stand kan ook hier liggen" in page.words


def test_a_partner_opens_with_what_it_still_has_to_deliver_and_its_own_figures(home: Path) -> None:
    page = start(home, "partner:P01")
    assert page.heading.startswith("Eén levering mist nog.")
    assert "2e helft 2025" in page.words
    assert "Uw signalen" in page.of_type("H2")


def test_the_signals_of_a_partner_are_about_the_period_of_its_table(tmp_path: Path) -> None:
    worse = observation("2025-H2", partner="P01", numerator=40, denominator=120, **WORSE)
    quarter = observation("2025-Q4", partner="P01", numerator=2, denominator=70, **JUDGED)
    made = published(tmp_path, [*PLAN, *FIGURES, *OWN[:3], quarter, worse], audiences=("partner-P01",))
    page = start(made, "partner:P01")
    assert page.heading.endswith("Eén cijfer van u vraagt aandacht.")
    for said in ("2e helft 2025. Voldoet niet", "40 van de 120 trajecten (33\N{NO-BREAK SPACE}%)"):
        assert said in page.words
    assert "2 van de 70" not in page.words


def test_good_news_asks_for_no_attention(tmp_path: Path) -> None:
    better = observation("2025-H2", partner="P01", numerator=4, denominator=120, **{**JUDGED, **BETTER})
    page = start(published(tmp_path, [*PLAN, *FIGURES, better], audiences=("partner-P01",)), "partner:P01")
    assert page.heading.endswith("Geen cijfer van u vraagt nu aandacht.")
    assert "Veranderde meer dan door toeval" in page.of_type("H2")


def test_a_partner_does_not_read_the_names_of_others_on_its_start_page(home: Path) -> None:
    assert "Beuk" not in start(home, "partner:P01").words


def test_the_start_page_stands_in_english_too(home: Path) -> None:
    for reader, said in (
        ("steering", "Talk about this"),
        ("alderman", "On path?"),
        ("partner:P01", "Your signals"),
    ):
        assert said in start(home, reader, "?taal=en").words


def test_a_half_year_that_is_not_over_is_not_missing_yet(tmp_path: Path) -> None:
    running = coverage("P01", period="2026-H2", delivered=False, kind=None, received_on=None, rows=None)
    made = published(tmp_path, [*PLAN, *FIGURES, *OWN, running], audiences=("partner-P01",))
    assert start(made, "partner:P01").heading.startswith("Alles is geleverd.")
