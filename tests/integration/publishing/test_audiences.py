"""Each audience's file holds what is released to it and nothing else; what is hidden is nowhere in it."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.published import AudienceWithoutFigures, Published, PublishedFiles
from data.publishing import publish
from data.store import connect_readonly
from settings import Settings
from tests.integration.publishing import generated
from tests.integration.publishing.intake import (
    Given,
    agreement,
    figure,
    goal,
    indicator,
    partner,
    record,
    settings_in,
    taken_in,
)

NUMBERS = [
    "numerator",
    "denominator",
    "records",
    "clients",
    "value",
    "n",
    "sd",
    "q1",
    "q3",
    "eligible",
    "asked",
    "lower",
    "upper",
    "strong",
    "svd",
    "small",
]
OF_THE_AUDIENCE = ("movement", "small")
"""Judged per audience, so not in the exact file."""
NOT_ALWAYS = ("eligible", "asked")
"""In no proof, so others read them only where nothing follows from them."""

RELEASED = {
    (None, None): {"month", "quarter", "half_year", "year", "horizon"},
    (None, "split"): {"half_year", "year", "horizon"},
    ("partner", None): {"quarter", "half_year", "year", "horizon"},
    ("partner", "split"): {"year", "horizon"},
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = settings_in(tmp_path_factory.mktemp("home"))
    of_partners = [
        Given("partner_context", {"partner": code, "text": f"Wie {code} helpt"})
        for code in generated.PARTNERS
    ]
    norms = [
        Given(
            "criterion",
            {
                "indicator": "uitval",
                "comparator": "≤",
                "value": 15,
                "valid_from": date(2023, 1, 1),
                "partner": code,
            },
        )
        for code in (None, *generated.PARTNERS)
    ]
    agreed = [agreement(code) for code in generated.PARTNERS]
    generated.take_in(made, generated.records(7, 500), [*generated.plan(), *of_partners, *norms, *agreed])
    publish(made)
    return made


def opened(settings: Settings, audience: str = "steering") -> Published:
    return PublishedFiles(settings).open(audience)


def observations(settings: Settings, audience: str = "steering") -> list[dict[str, Any]]:
    return opened(settings, audience).execute("SELECT * FROM observation")


def exact(settings: Settings) -> list[dict[str, Any]]:
    path = settings.published / "000001" / "exact.duckdb"
    with connect_readonly(path) as connection:
        names = [column[0] for column in connection.execute("SELECT * FROM observation").description]
        return [dict(zip(names, row, strict=True)) for row in connection.fetchall()]


def without_audience(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in OF_THE_AUDIENCE}


def key(row: dict[str, Any]) -> tuple[Any, ...]:
    return (row["indicator"], row["partner"], row["period"], row["split"], row["split_value"])


def test_the_steering_group_gets_exactly_the_combinations_that_are_released(settings: Settings) -> None:
    expected = {
        key(row)
        for row in exact(settings)
        if row["period_kind"] in RELEASED[row["partner"] and "partner", row["split"] and "split"]
        and not (row["partner"] and row["split"] == "informant")
    }
    assert {key(row) for row in observations(settings)} == expected


def test_figures_about_fewer_than_ten_clients_are_hidden_and_not_all_others(settings: Settings) -> None:
    clients = {key(row): row["clients"] for row in exact(settings)}
    rows = observations(settings)
    assert {key(row) for row in rows if row["suppressed"]} >= {
        key(row) for row in rows if clients[key(row)] < 10
    }
    assert 0 < sum(row["suppressed"] for row in rows) < len(rows)


def test_a_hidden_figure_has_no_number_at_all(settings: Settings) -> None:
    for audience in ("steering", "partner-P01"):
        hidden = [row for row in observations(settings, audience) if row["suppressed"]]
        assert [row for row in hidden if any(row[name] is not None for name in NUMBERS)] == []


def test_what_is_shown_is_the_exact_figure(settings: Settings) -> None:
    known = {key(row): row for row in exact(settings)}
    for row in observations(settings):
        if not row["suppressed"]:
            of_others = {name: None for name in NOT_ALWAYS if row[name] is None}
            assert without_audience(row) == without_audience({**known[key(row)], **of_others})


def test_a_partner_gets_its_own_figures_in_full(settings: Settings) -> None:
    own = [row for row in observations(settings, "partner-P02") if row["partner"] is not None]
    known = [without_audience(row) for row in exact(settings) if row["partner"] == "P02"]
    assert sorted(repr(without_audience(row)) for row in own) == sorted(map(repr, known))
    assert not any(row["suppressed"] for row in own)
    assert any(row["clients"] < 10 for row in own)


def test_a_partner_gets_the_figures_of_all_partners_as_the_steering_group_does(settings: Settings) -> None:
    def together(audience: str) -> list[str]:
        return sorted(repr(row) for row in observations(settings, audience) if row["partner"] is None)

    assert together("partner-P02") == together("steering")


def test_nothing_of_another_partner_is_in_a_partners_file(settings: Settings) -> None:
    file = opened(settings, "partner-P02")
    columns = file.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND data_type = 'VARCHAR'"
    )
    found = [
        (column["table_name"], column["column_name"], row["value"])
        for column in columns
        for row in file.execute(
            f'SELECT DISTINCT "{column["column_name"]}" AS value FROM "{column["table_name"]}"'
        )
        if any(other in str(row["value"]) for other in ("P01", "P03", "P04"))
    ]
    assert found == []
    for table in ("partner", "agreement", "partner_context", "coverage"):
        assert file.execute(f'SELECT count(*) AS n FROM "{table}"')[0]["n"] > 0
    assert file.execute("SELECT count(*) AS n FROM criterion") == [{"n": 2}]


def test_no_pseudonym_is_in_any_file(settings: Settings) -> None:
    for path in (settings.published / "000001").iterdir():
        with connect_readonly(path) as connection:
            names = {
                row[0] for row in connection.execute("SELECT column_name FROM duckdb_columns()").fetchall()
            }
        internal = set() if path.stem == "exact" else {"row_id", "least_clients"}
        assert names & {"client", "trajectory", "care_package", *internal} == set()
        assert b"elsewhere" not in path.read_bytes()


def test_the_exact_file_is_for_no_reader(settings: Settings) -> None:
    for audience in ("exact", "public", "partner-../steering", "partner-P99", "partner:", ""):
        with pytest.raises(AudienceWithoutFigures):
            opened(settings, audience)


def test_a_published_file_can_neither_be_changed_nor_reach_another(settings: Settings) -> None:
    file = opened(settings)
    for statement in (
        "DELETE FROM observation",
        "CREATE TABLE extra (x INTEGER)",
        "SELECT * FROM read_csv('/etc/passwd')",
        f"ATTACH '{settings.intake_file}' AS intake",
        "SET threads = 8",
    ):
        with pytest.raises(duckdb.Error):
            file.execute(statement)


def test_a_file_says_which_version_it_is_for_whom_and_with_which_threshold(settings: Settings) -> None:
    made = opened(settings).execute("SELECT * FROM publication")[0]
    assert (made["version"], made["audience"], made["min_clients"]) == ("000001", "steering", 10)
    assert made["fictional"] is True
    assert made["today"] == settings.today


def test_values_of_the_plan_are_shares_and_targets_are_resolved(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    taken_in(
        settings,
        [
            indicator(),
            indicator("tevredenheid", unit="cijfer"),
            goal("D1", baseline_value=24, target_value=12, target_kind="waarde"),
            goal("D2", baseline_value=20, target_value=15, target_kind="procent"),
            goal("D3", baseline_value=20, target_value=-5, target_kind="procentpunt"),
            goal("D4", indicator="tevredenheid", baseline_value=7, target_value=10, target_kind="procent"),
            goal("D5", target_value=10, target_kind="procent"),
            Given("milestone", {"goal": "D1", "year": 2024, "value": 18}),
            Given("milestone", {"goal": "D4", "year": 2024, "value": 7.2}),
            Given(
                "criterion",
                {
                    "indicator": "uitval",
                    "comparator": "tussen",
                    "value": 10,
                    "value_to": 15,
                    "valid_from": date(2023, 1, 1),
                },
            ),
        ],
    )
    publish(settings)
    file = opened(settings)
    goals = file.execute("SELECT code, baseline, target FROM goal ORDER BY code")
    assert [tuple(row.values()) for row in goals] == [
        ("D1", 0.24, 0.12),
        ("D2", 0.2, pytest.approx(0.23)),
        ("D3", 0.2, pytest.approx(0.15)),
        ("D4", 7.0, pytest.approx(7.7)),
        ("D5", None, None),
    ]
    assert file.execute("SELECT goal, value FROM milestone ORDER BY goal") == [
        {"goal": "D1", "value": 0.18},
        {"goal": "D4", "value": 7.2},
    ]
    assert file.execute("SELECT value, value_to FROM criterion") == [{"value": 0.1, "value_to": 0.15}]


def test_a_code_is_labelled_by_the_domain_of_its_indicator(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    both = indicator("doorlooptijd", unit="dagen")
    rows = [record("T1", care_form="01"), record("T2", domain="wmo", care_form="01", code_list="iwmo")]
    taken_in(settings, [indicator("uitval_wmo"), both, *rows, partner()])
    publish(settings)
    labelled = opened(settings, "partner-P01").execute(
        "SELECT DISTINCT o.indicator, o.split_value, l.label FROM observation AS o"
        " JOIN indicator AS i ON o.indicator = i.code"
        " JOIN label AS l ON l.list = o.split AND l.code = o.split_value"
        " AND (l.domain IS NULL OR l.domain = i.domain)"
        " WHERE o.split = 'hulpvorm' ORDER BY ALL"
    )
    assert [tuple(row.values())[:2] for row in labelled] == [
        ("doorlooptijd", "jeugd-01"),
        ("doorlooptijd", "wmo-01"),
    ]
    assert labelled[0]["label"] != labelled[1]["label"]


def test_population_figures_are_public_and_never_hidden(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    survey = indicator("sport", computation="cijfers", level="bevolking")
    taken_in(settings, [survey, figure("sport", "2024", partner=None, value=61.5, source="Bron: CBS")])
    publish(settings)
    (row,) = observations(settings)
    assert (row["value"], row["clients"], row["suppressed"]) == (0.615, None, False)
    assert row["source"] == "Bron: CBS"
