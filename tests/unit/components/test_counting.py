"""Every computation that a plan can name is explained in both languages."""

import pytest

from components.descriptions.counting import (
    example_rules,
    formula_text,
    maturity_text,
    moment_text,
    part_text,
    whole_text,
)
from domain.computation import COMPUTATIONS
from domain.worked_examples import RULES


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("computation", COMPUTATIONS)
def test_a_computation_tells_what_it_counts_of_what_and_when(computation: str, language: str) -> None:
    for text in (part_text, whole_text, moment_text, maturity_text):
        assert text(computation, language)
    for unit in ("procent", "cijfer", "dagen"):
        assert formula_text(computation, unit, language)
        assert set(example_rules(computation, unit)) <= RULES.keys()


def test_both_domains_are_counted_alike() -> None:
    assert part_text("uitval_wmo_client", "nl") == part_text("uitval_client", "nl")
    assert part_text("reden_wmo_onbekend", "nl") == part_text("reden_volgens_plan", "nl")


def test_no_margin_is_explained_for_a_middle_value() -> None:
    assert example_rules("wachttijd", "dagen") == []
    assert example_rules("cijfers", "aantal") == []
    assert example_rules("problemen_verminderd", "procent") == ["change", "share"]
