"""A partner whose name may not stand beside figures is in no figure by name or code, and in every total."""

from typing import Any

import pytest

from data.published import PublishedFiles
from domain.funnel import MIN_VISIBLE, UNNAMED_BASE
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.leaks.planted import PARTNERS, SMALL, UNNAMED

FIGURES = ("observation", "movement_reason", "control_limit", "forecast", "action_effect", "funnel_unit")


def units(settings: Settings, audience: str) -> list[dict[str, Any]]:
    return cells(file_of(settings, audience), "SELECT * FROM funnel_unit")


@pytest.mark.parametrize("table", [*FIGURES, "care_path", "joint_care", "partner_context"])
def test_no_figure_of_an_unnamed_partner_is_in_the_file_of_the_steering_group(
    planted: Settings, table: str
) -> None:
    found = cells(file_of(planted, "steering"), f'SELECT DISTINCT partner FROM "{table}"')
    assert UNNAMED not in {row["partner"] for row in found}


def test_an_unnamed_partner_counts_in_every_total_and_is_drawn_without_a_code(planted: Settings) -> None:
    exact = cells(file_of(planted, "exact"), "SELECT * FROM observation WHERE indicator = 'uitval'")
    whole = {row["period"]: row["denominator"] for row in exact if not row["partner"] and not row["split"]}
    parts = [row for row in exact if row["partner"] and not row["split"] and row["period"] == "2025"]
    assert whole["2025"] == sum(row["denominator"] for row in parts)
    drawn = [row for row in units(planted, "steering") if row["period"] == "2025"]
    assert len(drawn) == 2 * (len(PARTNERS) - len(SMALL))  # of two indicators
    assert len([row for row in drawn if row["partner"] is None]) == 2


def test_an_unnamed_partner_finds_itself_by_name(planted: Settings) -> None:
    served = PublishedFiles(planted).open(f"partner-{UNNAMED}")
    assert served.execute("SELECT code, named FROM partner") == [{"code": UNNAMED, "named": True}]
    assert served.execute("SELECT count(*) AS n FROM observation WHERE partner IS NOT NULL")[0]["n"] > 0


def test_a_partner_sees_others_only_as_rounded_points_without_code(planted: Settings) -> None:
    for row in units(planted, "partner-P01"):
        if row["partner"] is None:
            assert row["n"] % UNNAMED_BASE == 0
            assert round(row["value"], 2) == row["value"]
        else:
            assert row["partner"] == "P01"


def test_points_without_a_code_stand_in_an_order_that_links_no_two_charts(planted: Settings) -> None:
    """By size and value alone: the same partner has another place in another chart."""
    charts: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for row in units(planted, "partner-P01"):
        if row["partner"] is None:
            charts.setdefault((row["indicator"], row["period"]), []).append((row["n"], row["value"]))
    assert len(charts) > 3
    for drawn in charts.values():
        assert drawn == sorted(drawn)
        assert len(drawn) + 1 >= MIN_VISIBLE
