"""The sample set on a first start: taken in whole, published, and telling the story its README promises."""

from pathlib import Path
from typing import Any

import pytest

from data.demo.sample_set import SAMPLES
from data.demo.writing import write_demo
from data.importing.intake import check_deliveries, import_deliveries
from data.importing.outcome import State
from data.published import Published, PublishedFiles
from data.store import open_intake, rows
from domain.intervals import proportion_interval
from domain.status import Direction, Verdict
from domain.verdict import verdict
from settings import Settings, load_settings
from tests.installation import installation, manage

PROGRAMME = ("D1", "D2", "D3", "D4", "D5")


@pytest.fixture(scope="module")
def steering(sample_home: Path) -> Published:
    return PublishedFiles(load_settings(installation(sample_home))).open("steering")


def settings_of(home: Path) -> Settings:
    return load_settings(installation(home))


def whole(steering: Published, indicator: str, period: str) -> dict[str, Any]:
    """The figure of all partners, or of the region, without split."""
    found = steering.execute(
        """
        SELECT * FROM observation
        WHERE indicator = $indicator AND period = $period AND partner IS NULL AND split IS NULL
        """,
        {"indicator": indicator, "period": period},
    )
    assert len(found) == 1
    return found[0]


def test_every_sample_file_is_taken_in(sample_home: Path) -> None:
    intake = open_intake(settings_of(sample_home), read_only=True)
    kept = rows(intake, "SELECT count(DISTINCT stored_as) FROM delivery WHERE state = 'accepted'")[0][0]
    intake.close()
    files = [path for path in SAMPLES.rglob("*.csv") if path.parent.name != "plan"]
    assert kept == len(files) + 1


def test_the_samples_are_in_order_down_to_the_last_warning() -> None:
    # The checks themselves are those of import; here on the plan and the newest deliveries.
    paths = [SAMPLES / "plan", SAMPLES / "statline", SAMPLES / "cijfers" / "bevolking.csv"]
    paths += sorted((SAMPLES / "trajecten").glob("2026-H1-*.csv")) + sorted(
        SAMPLES.glob("cijfers/2026-H1-*.csv")
    )
    outcomes = check_deliveries(load_settings(), paths)
    assert [
        (each.name, each.findings) for each in outcomes if each.findings or each.state is not State.FINE
    ] == []


def test_a_demonstration_of_another_size_is_accepted(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo", partners=15, clients=400, seed=3)
    paths = [tmp_path / "demo" / "plan", *sorted((tmp_path / "demo").glob("*/2025-H2-*.csv"))]
    outcomes = import_deliveries(settings_of(tmp_path / "home"), paths)
    assert {each.kind for each in outcomes} == {"plan", "trajecten", "cijfers"}
    assert [(each.name, each.findings) for each in outcomes if each.state is not State.ACCEPTED] == []


def test_every_goal_of_the_programme_has_figures_in_every_year(steering: Published) -> None:
    found = steering.execute(
        """
        SELECT g.code, list(DISTINCT year(o.period_start)) AS years
        FROM goal AS g
        INNER JOIN observation AS o ON g.indicator = o.indicator
        WHERE o.partner IS NULL AND o.split IS NULL AND o.value IS NOT NULL
        GROUP BY g.code
        """
    )
    years = {row["code"]: set(row["years"]) for row in found}
    assert all({2022, 2023, 2024, 2025, 2026} <= years[goal] for goal in PROGRAMME)
    assert all({2022, 2023, 2024, 2025} <= covered for covered in years.values())
    assert len(years) == steering.execute("SELECT count(*) AS goals FROM goal")[0]["goals"]


def test_a_quarter_of_a_programme_goal_rests_on_enough_young_people(steering: Published) -> None:
    found = steering.execute(
        """
        SELECT min(o.denominator) AS fewest, max(o.denominator) AS most
        FROM goal AS g
        INNER JOIN observation AS o ON g.indicator = o.indicator
        WHERE list_contains($goals, g.code) AND o.period_kind = 'quarter'
            AND o.partner IS NULL AND o.split IS NULL
        """,
        {"goals": list(PROGRAMME)},
    )
    assert found[0]["fewest"] >= 60
    assert found[0]["most"] <= 200


@pytest.mark.parametrize(
    ("indicator", "criterion", "expected"),
    [
        ("steunfiguur", 0.65, Verdict.BETTER),
        ("regie_ervaren", 0.75, Verdict.WORSE),
        ("vaste_begeleider", 0.70, Verdict.BETTER),
        ("doorgaande_zorg", 0.70, Verdict.SIMILAR),
        ("passend_wonen", 0.50, Verdict.SIMILAR),
    ],
)
def test_the_goals_stand_as_the_readme_says(
    steering: Published, indicator: str, criterion: float, expected: Verdict
) -> None:
    figure = whole(steering, indicator, "2026-Q2")
    interval = proportion_interval(figure["numerator"], figure["denominator"])
    assert verdict(interval.lower, interval.upper, criterion, Direction.HIGHER) is expected


def test_the_registration_break_is_visible_in_the_series(steering: Published) -> None:
    before, after = whole(steering, "uitval", "2023"), whole(steering, "uitval", "2024")
    assert before["value"] - after["value"] > 0.03
    breaks = steering.execute("SELECT indicator, CAST(broke_on AS VARCHAR) AS day FROM series_break")
    assert {"indicator": "uitval", "day": "2024-01-01"} in breaks


@pytest.mark.parametrize(
    ("indicator", "period", "value"),
    [
        ("jeugdhulpgebruik", "2022", 0.131),
        ("jeugdhulp_verblijf", "2022", 0.073),
        ("jeugdbescherming", "2022", 0.005),
        ("jeugdzorg_almere", "2018", 5805),
        ("jeugdzorg_almere", "2024", 7400),
        ("wmo_almere", "2021", 12045),
        ("wmo_almere", "2024", 9515),
    ],
)
def test_real_figures_are_those_of_cbs_and_credited(
    steering: Published, indicator: str, period: str, value: float
) -> None:
    figure = whole(steering, indicator, period)
    assert figure["value"] == pytest.approx(value)
    assert figure["source"].startswith("Bron: CBS")


def test_the_region_stands_beside_its_neighbours(steering: Published) -> None:
    found = steering.execute(
        "SELECT split_value, value FROM observation WHERE split = 'gemeente' AND indicator = $indicator",
        {"indicator": "jeugdhulpgebruik"},
    )
    shares = {row["split_value"]: round(row["value"], 3) for row in found}
    assert shares == {
        "Nederland": 0.132,
        "Montfoort": 0.092,
        "Oudewater": 0.095,
        "De Ronde Venen": 0.095,
        "Stichtse Vecht": 0.121,
        "Woerden": 0.114,
    }


def test_what_is_shown_says_that_it_is_fictional(steering: Published) -> None:
    assert steering.execute("SELECT fictional FROM publication") == [{"fictional": True}]


def test_partners_too_small_to_show_are_hidden_in_every_year(steering: Published) -> None:
    found = steering.execute(
        """
        SELECT DISTINCT suppressed FROM observation
        WHERE partner IN ('P11', 'P12') AND indicator = 'uitval' AND period_kind = 'year' AND split IS NULL
        """
    )
    assert found == [{"suppressed": True}]


def test_a_second_start_does_nothing_and_says_so_in_one_line(sample_home: Path) -> None:
    before = sorted(path.name for path in (sample_home / "published").iterdir())
    answer = manage("samples", home=sample_home)
    assert len(answer.strip().splitlines()) == 1
    assert sorted(path.name for path in (sample_home / "published").iterdir()) == before


def test_a_first_start_fixes_the_day_of_the_samples(sample_home: Path) -> None:
    assert "today = 2026-11-01" in (sample_home / "settings.toml").read_text("utf-8")


def test_samples_are_never_mixed_with_own_deliveries(tmp_path: Path) -> None:
    write_demo(tmp_path / "own", partners=2, clients=20, seed=5)
    import_deliveries(settings_of(tmp_path / "home"), [tmp_path / "own" / "plan"])
    answer = manage("samples", home=tmp_path / "home")
    assert "eigen leveringen" in answer
    assert not (tmp_path / "home" / "published").exists()
    assert not (tmp_path / "home" / "settings.toml").exists()
