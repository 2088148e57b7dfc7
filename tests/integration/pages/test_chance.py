"""Below every list of signals stands what chance alone would give: of each comparison that could be one."""

from typing import Any

import pytest

from tests.builders import Row, observation, plan_row
from tests.integration.pages.conftest import FIGURES, JUDGED, PLAN
from tests.integration.pages.test_overview_page import Serve

WIDE = {"numerator": 20, "denominator": 100, **JUDGED}
SILENT = [
    pytest.param({"lower": None, "upper": None}, id="no margin is known"),
    pytest.param({"lower": 0.2, "upper": 0.2}, id="all values are equal"),
    pytest.param({"svd": None}, id="too few are expected at the criterion"),
]


def own(**given: Any) -> Row:
    """The figure of one partner in the half-year that is compared."""
    return observation("2025-H2", partner="P01", **{**WIDE, **given})


def moved(basis: str) -> Row:
    """On what the movement of that partner rests."""
    told = {"movement": "no_change", "basis": basis, "period_kind": "quarter", "period": "2025-Q4"}
    return plan_row("movement_reason", indicator="uitval", partner="P01", points=16, sizes_vary=False, **told)


def compared(serve: Serve, *rows: Row) -> str:
    return serve([*PLAN, *FIGURES, *rows]).page("/vergelijken?periode=2025-H2").words


def of_partner(serve: Serve, *rows: Row) -> str:
    return serve([*PLAN, *FIGURES, *rows]).page("/partners/P01?periode=2025-H2").words


@pytest.mark.parametrize(("path", "made"), [("on_path", 2), ("undecided", 2), (None, 1)])
def test_a_figure_beside_its_criterion_is_one_comparison_and_on_its_path_another(
    serve: Serve, path: str | None, made: int
) -> None:
    words = compared(serve, own(path=path), observation("2025-H2", partner="P02"))
    assert f"Aantal vergelijkingen met de norm, het pad en de eigen reeks: {made}." in words


@pytest.mark.parametrize("silent", SILENT)
def test_a_figure_that_could_never_get_a_sign_is_no_comparison(serve: Serve, silent: dict[str, Any]) -> None:
    assert "Door toeval alleen krijgen" not in compared(serve, own(path=None, **silent))


@pytest.mark.parametrize(("basis", "expected"), [("chart", "0,1"), ("quarters", "0,2")])
def test_a_series_counts_by_what_its_movement_rests_on(serve: Serve, basis: str, expected: str) -> None:
    # 0.05 beside the criterion, 0.05 on the path; 0.025 for the latest point of a chart, 0.05 for quarters.
    words = of_partner(serve, own(movement="no_change"), moved(basis))
    assert "Aantal vergelijkingen met de norm, het pad en de eigen reeks: 3." in words
    assert f"hooguit ongeveer {expected} een teken" in words


def test_too_few_figures_for_a_movement_are_no_comparison(serve: Serve) -> None:
    assert ": 2. Door toeval alleen" in of_partner(serve, own(movement="too_few"))


def test_the_goals_on_their_horizon_say_what_chance_alone_would_give(serve: Serve) -> None:
    assert "Door toeval alleen krijgen er hooguit ongeveer 0,1 een teken" in (
        serve([*PLAN, *FIGURES]).page("/trends").words
    )
