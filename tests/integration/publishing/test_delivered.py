"""Delivered cijfers join the figures from records: same units, added up where that can be done."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.published import PublishedFiles
from data.publishing import publish
from tests.integration.publishing.intake import (
    Given,
    agreement,
    delivery,
    figure,
    final,
    indicator,
    partner,
    record,
    settings_in,
    taken_in,
)

STEUN = indicator("steunfiguur", computation="cijfers")
MARK = indicator("tevredenheid", unit="cijfer")
TWO = (partner("P01"), partner("P02"))


def published(
    home: Path, *rows: Given, audience: str = "steering", today: date | None = None
) -> dict[Any, Any]:
    """The figures by (indicator, partner, period) or with split and value behind that."""
    settings = settings_in(home, today) if today else settings_in(home)
    taken_in(settings, rows)
    publish(settings)
    found = PublishedFiles(settings).open(audience).execute("SELECT * FROM observation")
    return {
        tuple(
            row[name]
            for name in ("indicator", "partner", "period", "split", "split_value")[: 5 if row["split"] else 3]
        ): row
        for row in found
    }


def test_a_delivered_share_is_a_share_of_its_partner_and_of_all(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        STEUN,
        *TWO,
        figure(numerator=30, denominator=40, clients=38),
        figure(partner="P02", numerator=10, denominator=40, clients=40),
    )
    assert rows["steunfiguur", "P01", "2025-H1"]["value"] == 0.75
    together = rows["steunfiguur", None, "2025-H1"]
    assert (together["numerator"], together["denominator"], together["clients"]) == (40, 80, 78)
    assert (together["value"], together["delivered_by"]) == (0.5, 2)


def test_a_value_without_counts_is_shown_for_its_partner_only(tmp_path: Path) -> None:
    rows = published(tmp_path, STEUN, figure(value=75, clients=38))
    assert rows["steunfiguur", "P01", "2025-H1"]["value"] == 0.75
    assert ("steunfiguur", None, "2025-H1") not in rows


def test_means_are_weighed_and_their_spread_is_that_of_all_answers(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        MARK,
        *TWO,
        figure("tevredenheid", value=7.5, n=20, sd=1.2, clients=20),
        figure("tevredenheid", partner="P02", value=6.0, n=10, sd=2.0, clients=10),
    )
    together = rows["tevredenheid", None, "2025-H1"]
    assert (together["value"], together["n"]) == (7.0, 30)
    squares = 19 * 1.2**2 + 20 * 7.5**2 + 9 * 2.0**2 + 10 * 6.0**2
    assert together["sd"] == pytest.approx(((squares - 30 * 49) / 29) ** 0.5)


def test_a_mean_on_another_scale_is_left_out(tmp_path: Path) -> None:
    rows = published(
        tmp_path, MARK, figure("tevredenheid", value=4.1, n=20, clients=20, scale="1-5"), partner()
    )
    assert rows == {}


def test_a_median_of_one_partner_says_nothing_about_all(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        indicator("doorlooptijd", unit="dagen"),
        *TWO,
        *(record(f"T{number}") for number in range(12)),
        figure("doorlooptijd", partner="P02", value=400, n=30, clients=30),
    )
    assert rows["doorlooptijd", "P02", "2025-H1"]["value"] == 400
    together = rows["doorlooptijd", None, "2025-H1"]
    assert (together["value"], together["n"], together["delivered_by"]) == (195, 12, 1)


def test_records_and_cijfers_of_different_partners_make_one_figure(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        indicator(),
        *TWO,
        *(record(f"T{number}", end_reason="03" if number < 3 else "01") for number in range(12)),
        figure("uitval", partner="P02", numerator=9, denominator=36, clients=30),
    )
    together = rows["uitval", None, "2025-H1"]
    assert (together["numerator"], together["denominator"], together["clients"]) == (12, 48, 42)
    assert (together["records"], together["delivered_by"]) == (48, 2)


def test_where_records_give_the_same_figure_the_records_count(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        indicator(),
        *(record(f"T{number}", end_reason="03" if number < 3 else "01") for number in range(12)),
        figure("uitval", numerator=99, denominator=100, clients=90),
        figure("uitval", "2024-H2", numerator=10, denominator=20, clients=20),
    )
    assert rows["uitval", "P01", "2025-H1"]["value"] == 0.25
    assert rows["uitval", None, "2025-H1"]["denominator"] == 12
    assert rows["uitval", "P01", "2024-H2"]["value"] == 0.5


def test_records_from_before_the_first_delivery_do_not_replace_the_cijfers_of_then(tmp_path: Path) -> None:
    late = record("T99", ended_on=date(2024, 12, 20))
    rows = published(
        tmp_path,
        indicator(),
        late,
        *(record(f"T{number}") for number in range(12)),
        figure("uitval", "2024-H2", numerator=10, denominator=20, clients=20),
    )
    assert rows["uitval", "P01", "2024-H2"]["denominator"] == 20
    assert rows["uitval", None, "2024-H2"]["denominator"] == 20


def test_finer_periods_add_up_to_coarser_ones_when_complete(tmp_path: Path) -> None:
    quarters = [
        figure(period=f"2025-Q{number}", numerator=10 * number, denominator=50, clients=20)
        for number in (1, 2, 3, 4)
    ]
    rows = published(
        tmp_path, STEUN, *quarters, figure(period="2026-Q1", numerator=1, denominator=50, clients=20)
    )
    assert rows["steunfiguur", "P01", "2025-H1"]["numerator"] == 30
    assert (
        rows["steunfiguur", "P01", "2025"]["numerator"],
        rows["steunfiguur", None, "2025"]["denominator"],
    ) == (100, 200)
    assert ("steunfiguur", "P01", "2026-H1") not in rows


def test_a_running_year_adds_up_what_came_so_far(tmp_path: Path) -> None:
    parts = ["2023", "2024", "2025-H1", "2025-H2", "2026-Q1", "2026-Q2", "2026-Q3"]
    rows = published(
        tmp_path,
        STEUN,
        *(figure(period=period, numerator=10, denominator=50, clients=40) for period in parts),
    )
    running = rows["steunfiguur", "P01", "2026"]
    assert (running["numerator"], running["denominator"], running["clients"]) == (30, 150, 120)
    assert running["provisional"]
    assert rows["steunfiguur", None, "2026"]["denominator"] == 150
    assert rows["steunfiguur", "P01", "2023/2026"]["denominator"] == 350
    assert ("steunfiguur", "P01", "2026-H2") not in rows


def test_a_running_year_with_a_gap_has_no_figure(tmp_path: Path) -> None:
    def parts(partner: str, *periods: str) -> list[Given]:
        return [
            figure(period=period, partner=partner, numerator=10, denominator=50, clients=40)
            for period in periods
        ]

    rows = published(
        tmp_path,
        STEUN,
        *TWO,
        partner("P03"),
        *parts("P01", "2026-Q1", "2026-Q3"),
        *parts("P02", "2025-Q1", "2025-Q2", "2026-Q2"),
        *parts("P03", "2026-Q1"),
        figure(period="2026-Q2", partner="P03", value=20, clients=40),
    )
    assert not [name for name in rows if name[2] in {"2025", "2026"}]


def test_a_split_that_stopped_halfway_does_not_stand_beside_the_whole_year(tmp_path: Path) -> None:
    def by_form(period: str) -> Given:
        return figure(
            period=period, split="hulpvorm", split_value="02", numerator=10, denominator=30, clients=30
        )

    rows = published(
        tmp_path,
        STEUN,
        *(
            figure(period=period, numerator=20, denominator=60, clients=60)
            for period in ("2025-H1", "2025-H2", "2026-Q1", "2026-Q2")
        ),
        *(by_form(period) for period in ("2025-H1", "2026-Q1", "2026-Q2")),
    )
    assert rows["steunfiguur", "P01", "2026", "hulpvorm", "02"]["denominator"] == 60
    assert rows["steunfiguur", "P01", "2025"]["denominator"] == 120
    assert ("steunfiguur", "P01", "2025", "hulpvorm", "02") not in rows


def test_cijfers_of_before_the_records_do_not_stand_for_the_year_that_goes_on_in_them(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        indicator(),
        figure("uitval", "2025-H1", numerator=10, denominator=20, clients=20),
        *(
            record(f"T{number}", delivery_period="2025-H2", ended_on=date(2025, 9, 15))
            for number in range(12)
        ),
    )
    assert rows["uitval", "P01", "2025-H1"]["value"] == 0.5
    assert rows["uitval", "P01", "2025-H2"]["value"] == 0
    assert ("uitval", "P01", "2025") not in rows


def test_a_delivered_coarse_period_goes_before_its_parts(tmp_path: Path) -> None:
    halves = [figure(period=f"2025-H{half}", numerator=10, denominator=50, clients=40) for half in (1, 2)]
    rows = published(
        tmp_path, STEUN, *halves, figure(period="2025", numerator=19, denominator=90, clients=70)
    )
    assert rows["steunfiguur", "P01", "2025"]["denominator"] == 90


def test_a_horizon_adds_up_what_came_so_far_and_only_without_a_gap(tmp_path: Path) -> None:
    def half_years(name: str, skipped: str | None = None) -> list[Given]:
        found = [f"{year}-H{half}" for year in (2023, 2024) for half in (1, 2)]
        return [
            figure(name, period, numerator=10, denominator=50, clients=40)
            for period in found
            if period != skipped
        ]

    other = indicator("regie", computation="cijfers")
    rows = published(
        tmp_path, STEUN, other, *half_years("steunfiguur"), *half_years("regie", skipped="2023-H2")
    )
    whole = rows["steunfiguur", "P01", "2023/2026"]
    assert (whole["numerator"], whole["denominator"], whole["provisional"]) == (40, 200, True)
    assert ("regie", "P01", "2023/2026") not in rows


def test_parts_of_few_clients_do_not_add_up_to_a_figure_that_is_shown(tmp_path: Path) -> None:
    """The same nine clients may be in both parts."""
    halves = [figure(period=f"2025-H{half}", numerator=4, denominator=9, clients=9) for half in (1, 2)]
    rows = published(tmp_path, STEUN, *halves)
    assert rows["steunfiguur", "P01", "2025"]["suppressed"]


def test_without_clients_the_denominator_stands_for_them(tmp_path: Path) -> None:
    few = published(tmp_path / "few", STEUN, figure(numerator=4, denominator=9))
    enough = published(tmp_path / "enough", STEUN, figure(numerator=4, denominator=10))
    assert few["steunfiguur", "P01", "2025-H1"]["suppressed"]
    assert enough["steunfiguur", "P01", "2025-H1"]["clients"] == 10


def test_a_figure_of_which_the_size_is_unknown_is_hidden_from_others(tmp_path: Path) -> None:
    rows = published(tmp_path / "steering", STEUN, figure(value=75))
    assert rows["steunfiguur", "P01", "2025-H1"]["suppressed"]
    own = published(tmp_path / "own", STEUN, figure(value=75), audience="partner-P01")
    assert own["steunfiguur", "P01", "2025-H1"]["value"] == 0.75


def test_splits_are_delivered_too(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        STEUN,
        figure(period="2025", numerator=30, denominator=40, clients=38),
        figure(period="2025", split="hulpvorm", split_value="02", numerator=20, denominator=25, clients=25),
        figure(period="2025", municipality="GM0394", numerator=20, denominator=25, clients=25),
    )
    assert rows["steunfiguur", "P01", "2025", "hulpvorm", "02"]["value"] == 0.8
    assert rows["steunfiguur", None, "2025", "gemeente", "GM0394"]["value"] == 0.8


def test_counts_of_partners_add_up_but_not_over_time(tmp_path: Path) -> None:
    reach = indicator("bereik", unit="aantal")
    rows = published(
        tmp_path,
        reach,
        *TWO,
        figure("bereik", "2025-H1", value=120),
        figure("bereik", "2025-H2", value=130),
        figure("bereik", "2025-H1", partner="P02", value=30),
    )
    assert rows["bereik", None, "2025-H1"]["value"] == 150
    assert ("bereik", None, "2025") not in rows


@pytest.mark.parametrize(("status", "expected"), [("voorlopig", True), ("definitief", False), (None, True)])
def test_the_status_says_whether_cijfers_are_provisional(
    status: str | None, expected: bool, tmp_path: Path
) -> None:
    rows = published(tmp_path, STEUN, figure(numerator=30, denominator=40, clients=38, status=status))
    assert rows["steunfiguur", "P01", "2025-H1"]["provisional"] is expected


def test_without_a_status_the_next_half_year_or_a_mark_makes_cijfers_final(tmp_path: Path) -> None:
    rows = published(
        tmp_path,
        STEUN,
        *TWO,
        final("2025-H2", "P02"),
        *(
            figure(period=period, partner=code, numerator=30, denominator=40, clients=38)
            for period in ("2025-H1", "2025-H2")
            for code in ("P01", "P02")
        ),
    )
    provisional = {
        (code, period): row["provisional"]
        for (_, code, period), row in rows.items()
        if code and "/" not in period
    }
    assert provisional == {
        ("P01", "2025-H1"): False,
        ("P01", "2025-H2"): True,
        ("P01", "2025"): True,
        ("P02", "2025-H1"): False,
        ("P02", "2025-H2"): False,
        ("P02", "2025"): False,
    }


def test_the_own_region_is_the_total_and_named_regions_stand_beside_it(tmp_path: Path) -> None:
    measure = Given(
        "statline_measure",
        {
            "table_code": "85098NED",
            "measure": "Jeugdhulp",
            "indicator": "jeugdhulpgebruik",
            "region": "GM0394",
            "compared_with": "NL00|Woerden",
        },
    )
    places = {"Haarlemmermeer": 13.1, "Nederland": 13.2, "GM0632": 11.4, "Montfoort": 9.2}
    rows = published(
        tmp_path,
        indicator("jeugdhulpgebruik", computation="cijfers", level="bevolking"),
        measure,
        *(
            figure(
                "jeugdhulpgebruik", "2022", partner=None, municipality=place, value=value, status="voorlopig"
            )
            for place, value in places.items()
        ),
    )
    assert {name[2:]: round(row["value"], 6) for name, row in rows.items()} == {
        ("2022",): 0.131,
        ("2022", "gemeente", "Nederland"): 0.132,
        ("2022", "gemeente", "Woerden"): 0.114,
    }
    assert all(row["provisional"] for row in rows.values())


def test_coverage_says_who_should_have_delivered_and_who_did(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    taken_in(
        settings,
        [
            *(indicator(), STEUN, *TWO, partner("P03")),
            delivery(1, "trajecten", partner="P01", period="2025-H1"),
            agreement("P01", valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31)),
            agreement("P02", "steunfiguur", valid_from=date(2026, 1, 1)),
            *(record(f"T{number}") for number in range(12)),
            figure(partner="P02", period="2025", numerator=30, denominator=40, clients=38),
        ],
    )
    publish(settings)
    every = "SELECT * FROM coverage ORDER BY partner, period"
    found = PublishedFiles(settings).open("steering").execute(every)
    assert [
        (r["partner"], r["period"], r["expected"], r["delivered"], r["kind"], r["rows"]) for r in found
    ] == [
        ("P01", "2025-H1", True, True, "trajecten", None),
        ("P01", "2025-H2", True, False, None, None),
        ("P02", "2025-H1", False, True, "cijfers", None),
        ("P02", "2025-H2", False, True, "cijfers", None),
        ("P02", "2026-H1", True, False, None, None),
    ]
    assert found[0]["received_on"] == date(2026, 7, 14)
    own = PublishedFiles(settings).open("partner-P01").execute(every)
    assert [(r["period"], r["rows"]) for r in own] == [("2025-H1", 12), ("2025-H2", None)]
    observed = (
        PublishedFiles(settings)
        .open("steering")
        .execute(
            "SELECT expected_from, delivered_by FROM observation"
            " WHERE indicator = 'uitval' AND period = '2025-H1' AND partner IS NULL AND split IS NULL"
        )
    )
    assert observed == [{"expected_from": 1, "delivered_by": 1}]
