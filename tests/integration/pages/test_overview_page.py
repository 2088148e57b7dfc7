"""The start page: how the goals stand."""

from collections.abc import Callable, Iterable

import pytest

from tests.builders import Row, ambition, goal, indicator, observation
from tests.integration.pages.conftest import FIGURES, PLAN, Reader

Serve = Callable[[Iterable[Row]], Reader]


def test_a_goal_opens_with_its_conclusion_in_one_sentence(small: Reader) -> None:
    assert "19\u00a0% van de trajecten stopt te vroeg" in small.page("/").of_type("H2")


def test_a_value_stands_with_its_counts_and_period_beside_criterion_and_target(small: Reader) -> None:
    words = small.page("/").words
    for said in (
        "20 van de 104 trajecten",
        "4e kwartaal 2025",
        "15\u00a0% of minder",
        "Doel 2026",
        "12\u00a0%",
    ):
        assert said in words


def test_the_page_says_what_it_is_all_for_and_how_many_goals_are_on_path(small: Reader) -> None:
    page = small.page("/")
    assert page.heading == "Jongeren staan na hun verblijf op eigen benen"
    assert "Eén van de twee doelen ligt op pad. Van één is er geen cijfer." in page.words


def test_a_goal_without_figures_says_so_and_is_not_left_out(small: Reader) -> None:
    words = small.page("/").words
    assert "Tevreden" in words
    assert "Nog geen cijfer" in words


def test_process_goals_stand_apart_as_conditions(small: Reader) -> None:
    page = small.page("/")
    assert "Randvoorwaarden" in page.of_type("H2")
    assert len(page.of_type("Article")) == 1


def test_a_goal_names_whom_to_contact(small: Reader) -> None:
    page = small.page("/")
    assert "Programmaleider jeugd" in page.words
    assert "mailto:jeugd@gemeente.example" in page.links


def test_a_provisional_figure_is_marked(serve: Serve) -> None:
    rows = [row for row in FIGURES if row.values["period"] != "2025-Q4"]
    late = observation("2025-Q4", numerator=21, denominator=100, provisional=True)
    assert serve([*PLAN, *rows, late]).page("/").words.count("voorlopig") >= 1


def test_a_chosen_period_without_a_figure_is_missing_and_not_replaced(small: Reader) -> None:
    page = small.page("/?periode=2023-Q1")
    assert "Van de twee doelen is er over deze periode geen cijfer." in page.words
    assert "Nog geen cijfer: Uitval" in page.of_type("H2")


def test_a_population_goal_says_that_it_is_about_all_inhabitants(serve: Serve) -> None:
    people = [
        ambition("A2", name="Gezond", text="Meer inwoners leven gezond"),
        goal("D9", ambition="A2", indicator="sport"),
        indicator("sport", level="bevolking", sentence="{waarde} sport elke week"),
        observation("2025", indicator="sport", value=0.69),
    ]
    page = serve([*PLAN, *FIGURES, *people]).page("/")
    assert "De hele bevolking" in page.of_type("H2")
    assert "69\u00a0% sport elke week" in page.of_type("H4")


@pytest.mark.parametrize(("language", "said"), [("nl", "Fictieve gegevens"), ("en", "Fictional figures")])
def test_made_up_figures_are_called_made_up_on_the_page_and_in_its_title(
    small: Reader, language: str, said: str
) -> None:
    page = small.page(f"/?taal={language}")
    assert said in page.words
    assert said.lower() in page.title
