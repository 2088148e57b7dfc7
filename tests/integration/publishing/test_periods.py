"""Which periods get a figure, and when it is still provisional."""

from datetime import date
from pathlib import Path

from data.published import PublishedFiles
from data.publishing import publish
from tests.integration.publishing.intake import (
    Given,
    ambition,
    final,
    indicator,
    partner,
    record,
    settings_in,
    taken_in,
)

START = indicator("geen_nieuwe_start", domain="jeugd")


def provisional(
    home: Path, *rows: Given, partner: str | None = "P01", today: date | None = None
) -> dict[str, bool]:
    """Per period without split whether the figure is provisional."""
    settings = settings_in(home, today) if today else settings_in(home)
    taken_in(settings, rows)
    publish(settings)
    found = (
        PublishedFiles(settings)
        .open("partner-P01")
        .execute(
            "SELECT period, provisional FROM observation"
            " WHERE partner IS NOT DISTINCT FROM $partner AND split IS NULL",
            {"partner": partner},
        )
    )
    return {row["period"]: row["provisional"] for row in found}


def test_a_figure_is_provisional_until_the_next_half_year_is_delivered(tmp_path: Path) -> None:
    found = provisional(
        tmp_path,
        indicator(),
        record("T1", ended_on=date(2025, 3, 15)),
        record("T2", ended_on=date(2025, 9, 15), delivery_period="2025-H2"),
    )
    assert found == {
        "2025-03": False,
        "2025-Q1": False,
        "2025-H1": False,
        "2025-09": True,
        "2025-Q3": True,
        "2025-H2": True,
        "2025": True,
        "2023/2026": True,
    }


def test_a_half_year_marked_final_is_not_provisional(tmp_path: Path) -> None:
    found = provisional(tmp_path, indicator(), record(), final("2025-H1"))
    assert not any(found[period] for period in ("2025-03", "2025-Q1", "2025-H1"))
    assert found["2025"]


def test_a_mark_for_one_partner_says_nothing_of_another(tmp_path: Path) -> None:
    assert provisional(tmp_path, indicator(), record(), partner(), partner("P02"), final("2025-H1", "P02"))[
        "2025-H1"
    ]


def test_all_partners_together_are_provisional_while_one_of_them_is(tmp_path: Path) -> None:
    rows = [
        record("T1"),
        record("T2", delivery_period="2025-H2", ended_on=None),
        record("T3", partner="P02"),
        partner(),
        partner("P02"),
    ]
    assert not provisional(tmp_path / "one", indicator(), *rows)["2025-H1"]
    assert provisional(tmp_path / "all", indicator(), *rows, partner=None)["2025-H1"]


def test_a_period_that_is_not_over_has_a_figure_only_when_it_is_long(tmp_path: Path) -> None:
    rows = [record("T1", delivery_period="2026-H2", ended_on=date(2026, 8, 15))]
    rows += [record("T2", delivery_period="2026-H2", ended_on=date(2026, 11, 2))]
    found = provisional(tmp_path, indicator(), *rows)
    assert set(found) == {"2026-08", "2026-Q3", "2026", "2023/2026"}


def test_years_long_before_the_ambition_are_not_counted(tmp_path: Path) -> None:
    rows = [
        record("T1", ended_on=date(2020, 12, 31), started_on=date(2020, 1, 1)),
        record("T2", ended_on=date(2021, 1, 1), started_on=date(2020, 1, 1)),
    ]
    found = provisional(tmp_path, indicator(), *rows, ambition(starts_on=date(2023, 1, 1)))
    assert set(found) == {"2021-01", "2021-Q1", "2021-H1", "2021"}


def test_a_cohort_has_no_value_until_its_follow_up_has_passed(tmp_path: Path) -> None:
    rows = [
        record("T1", delivery_period="2025-H1", ended_on=date(2025, 6, 30)),
        record("T2", delivery_period="2025-H2", ended_on=date(2025, 7, 1)),
        record("T3", delivery_period="2026-H1", ended_on=None),
    ]
    found = provisional(tmp_path, START, *rows)
    assert set(found) == {"2025-06", "2025-Q2", "2025-H1"}


def test_of_several_deliveries_of_one_record_the_latest_counts(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    rows = [record("T1", end_reason="03"), record("T1", delivery_period="2025-H2", end_reason="01")]
    taken_in(settings, [indicator(), *rows])
    publish(settings)
    found = (
        PublishedFiles(settings)
        .open("partner-P01")
        .execute("SELECT DISTINCT numerator, denominator, clients FROM observation WHERE partner = 'P01'")
    )
    assert found == [{"numerator": 0.0, "denominator": 1.0, "clients": 1}]
