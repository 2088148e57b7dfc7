"""What everybody may read: rounded, final, of no partner, and nothing small that could be computed back."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from data.published import AudienceWithoutFigures, PublishedFiles
from data.publishing import publish
from settings import Settings
from tests.integration.api.conftest import said, serving
from tests.integration.publishing.intake import (
    Given,
    agreement,
    figure,
    final,
    indicator,
    partner,
    record,
    settings_in,
    taken_in,
)

BASE, LEAST = 5, 10
PARTNERS = ("P01", "P02", "P03", "P04")
ATTACKED = 40  # of every indicator, so many of the hidden ones
COUNTS = ("numerator", "denominator", "records", "clients", "n")
Row = dict[str, Any]


def trajectories() -> list[Given]:
    """Half-years of many clients, of whom so few had another care form that everybody may not see it."""
    return [
        record(
            f"{code}-{year}-{number}",
            partner=code,
            delivery_period=f"{year}-H1",
            ended_on=date(year, 1 + number % 6, 3),
            end_reason="03" if number % 3 == 0 else "01",
            care_form="11" if number % 7 == 0 else "02",
            satisfaction=float(number % 10 + 1),
            satisfaction_scale="1-10",
        )
        for year in (2024, 2025, 2026)
        for code in PARTNERS
        for number in range(41)
    ]


def plan() -> list[Given]:
    own = {"indicator": "uitval", "comparator": "≤", "value": 15, "valid_from": date(2023, 1, 1)}
    return [
        *(indicator("uitval"), indicator("tevredenheid", unit="cijfer")),
        *(partner(code) for code in PARTNERS),
        *(agreement(code) for code in PARTNERS),
        *(final(f"{year}-H{half}") for year in (2023, 2024, 2025) for half in (1, 2)),
        Given("criterion", {**own, "partner": "P01"}),
        Given("criterion", {**own, "value": 12}),
        Given("partner_context", {"partner": "P01", "text": "Wie P01 helpt"}),
    ]


@pytest.fixture(scope="module")
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = replace(settings_in(tmp_path_factory.mktemp("public")), public=True)
    taken_in(made, [*plan(), *trajectories()])
    publish(made)
    return made


def rows(settings: Settings, statement: str = "SELECT * FROM observation") -> list[Row]:
    return PublishedFiles(settings).open("public").execute(statement)


def exact(settings: Settings) -> dict[tuple[Any, ...], Row]:
    import duckdb

    path: Path = settings.published / "000001" / "exact.duckdb"
    with duckdb.connect(str(path), read_only=True) as file:
        answer = file.execute("SELECT * FROM observation")
        names = [column[0] for column in answer.description]
        found = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    return {key(row): row for row in found if row["partner"] is None}


def key(row: Row) -> tuple[Any, ...]:
    return row["indicator"], row["period"], row["split"], row["split_value"]


def test_without_the_setting_nothing_is_published_for_everybody(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    taken_in(settings, [*plan(), *trajectories()[:60]])
    publish(settings)
    with pytest.raises(AudienceWithoutFigures):
        PublishedFiles(settings).open("public")


def test_only_final_figures_of_all_partners_together_are_open_to_all(open_to_all: Settings) -> None:
    found = rows(open_to_all)
    assert len(found) > 20
    assert {row["partner"] for row in found} == {None}
    assert not any(row["provisional"] for row in found)
    assert {row["provisional"] for row in exact(open_to_all).values()} == {True, False}


def test_every_count_is_rounded_on_its_own_and_every_share_follows_from_rounded_counts(
    open_to_all: Settings,
) -> None:
    known = exact(open_to_all)
    for row in rows(open_to_all):
        if row["suppressed"]:
            continue
        for name in COUNTS:
            counted = known[key(row)][name]
            if counted is not None:
                assert row[name] % BASE == 0
                assert abs(row[name] - counted) <= BASE / 2
        if row["denominator"]:
            assert row["value"] == row["numerator"] / row["denominator"]


def test_the_rule_for_everybody_hides_small_counts_zeros_and_small_rests(open_to_all: Settings) -> None:
    known = exact(open_to_all)
    shares = [row for row in rows(open_to_all) if row["indicator"].startswith(("uitval", "reden"))]
    for row in shares:
        x, n = known[key(row)]["numerator"], known[key(row)]["denominator"]
        if min(n, x, n - x) < LEAST:
            assert row["suppressed"], key(row)
    assert {row["suppressed"] for row in shares} == {True, False}


JUDGED = ("lower", "upper", "svd", "strong")


def test_a_hidden_figure_has_no_number_and_no_verdict(open_to_all: Settings) -> None:
    for row in rows(open_to_all):
        assert {row[name] for name in ("sd", "q1", "q3", "eligible", "asked")} == {None}
        if row["suppressed"]:
            assert {row[name] for name in (*COUNTS, "value", *JUDGED)} == {None}
            assert {row[name] for name in ("status", "path", "movement")} == {"suppressed"}


def test_an_interval_for_everybody_holds_whatever_was_rounded_away(open_to_all: Settings) -> None:
    known, seen = exact(open_to_all), set()
    for row in rows(open_to_all):
        if row["suppressed"] or row["denominator"] is None:
            continue
        real = known[key(row)]
        assert row["lower"] <= real["lower"]
        assert real["upper"] <= row["upper"]
        assert row["status"] in ("undecided", real["status"])
        assert row["path"] in ("undecided", real["path"])
        seen.add(row["status"])
    assert "not_met" in seen


def test_a_mean_for_everybody_has_no_interval_because_it_has_no_deviation(open_to_all: Settings) -> None:
    means = [row for row in rows(open_to_all) if row["indicator"] == "tevredenheid" and not row["suppressed"]]
    assert means
    assert {(row["lower"], row["status"]) for row in means} == {(None, "no_criterion")}


def test_figures_with_the_same_rounded_counts_are_judged_alike(open_to_all: Settings) -> None:
    """So a verdict says nothing that its own row does not say."""
    told = defaultdict(set)
    counts = ("indicator", "period", "numerator", "denominator", "records", "clients", "n")
    for row in rows(open_to_all):
        told[tuple(row[name] for name in counts)].add(
            tuple(row[name] for name in (*JUDGED, "status", "path"))
        )
    assert [cells for cells in told.values() if len(cells) > 1] == []


def test_nothing_that_is_a_partners_is_in_the_file_of_everybody(open_to_all: Settings) -> None:
    for table in (
        "partner",
        "agreement",
        "contact",
        "responsibility",
        "partner_context",
        "action",
        "coverage",
    ):
        assert rows(open_to_all, f'SELECT * FROM "{table}"') == []
    columns = rows(
        open_to_all,
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND data_type = 'VARCHAR'",
    )
    for column in columns:
        table, name = column["table_name"], column["column_name"]
        told = rows(open_to_all, f'SELECT DISTINCT "{name}" AS cell FROM "{table}"')
        assert not {cell["cell"] for cell in told} & {*PARTNERS, "Wie P01 helpt"}, (table, name)


def test_no_hidden_count_follows_from_the_rounding_intervals(open_to_all: Settings) -> None:
    attacked = [attack(open_to_all, "uitval", layer) for layer in ("numerator", "denominator", "clients")]
    assert sum(attacked) > 10


def attack(settings: Settings, indicator: str, layer: str) -> int:
    """An attack of its own, from the file alone, with every sum that counts obey; how many it tried."""
    known = exact(settings)
    found = [row for row in rows(settings) if row["indicator"] == indicator]
    counts = np.array([known[key(row)][layer] or 0.0 for row in found])
    equations = [one for one in sums(found) if abs(counts @ one) < 0.5]
    ends = [reach(row, layer) for row in found]
    hidden = [cell for cell, row in enumerate(found) if row["suppressed"]]
    tried = hidden[:: len(hidden) // ATTACKED + 1]
    for cell in tried:
        low, high = (extreme(cell, sign, equations, ends) for sign in (1, -1))
        assert high - low >= 1, (key(found[cell]), layer)
    return len(tried)


REPORTS = {"P01": (1, 14, 15, 16), "P02": (3, 22, 23, 24), "P03": (3, 32, 33, 35)}


@pytest.fixture(scope="module")
def counting(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Numbers of reports that the partners counted themselves, of which one quarter is too small to show."""
    made = replace(settings_in(tmp_path_factory.mktemp("counting")), public=True)
    quarters = [
        figure("meldingen", partner=code, period=f"2025-Q{number}", value=count)
        for code, counts in REPORTS.items()
        for number, count in enumerate(counts, start=1)
    ]
    halves = [
        figure("meldingen", partner=code, period=f"2025-H{half + 1}", value=sum(counts[2 * half :][:2]))
        for code, counts in REPORTS.items()
        for half in (0, 1)
    ]
    known = [indicator("meldingen", computation="cijfers", unit="aantal"), *map(partner, REPORTS)]
    closed = [final(f"2025-H{half}", code) for half in (1, 2) for code in REPORTS]
    taken_in(made, [*known, *quarters, *halves, *closed])
    publish(made)
    return made


def test_a_number_that_is_the_figure_itself_is_rounded_and_proved_as_every_count(counting: Settings) -> None:
    told = {row["period"]: row for row in rows(counting)}
    assert told["2025-Q1"]["suppressed"]
    assert told["2025-Q1"]["value"] is None
    shown = [row for row in told.values() if not row["suppressed"]]
    assert len(shown) == 5
    for row in shown:
        assert row["value"] % BASE == 0
        assert abs(row["value"] - exact(counting)[key(row)]["value"]) <= BASE / 2
    for layer in ("value", "clients"):
        assert attack(counting, "meldingen", layer) == 1


def reach(row: Row, layer: str) -> tuple[float, float | None]:
    if row["suppressed"]:
        return 0, None
    return max(row[layer] - BASE // 2, 0), row[layer] + BASE // 2


def sums(found: list[Row]) -> list[np.ndarray]:
    """A figure is the sum of its parts by split, and of the shorter periods inside it."""
    made = []
    for cell, row in enumerate(found):
        groups: dict[Any, list[int]] = defaultdict(list)
        for other, part in enumerate(found):
            if row["split"] is None and part["split"] and part["period"] == row["period"]:
                groups[part["split"]].append(other)
            is_same = (row["split"], row["split_value"]) == (part["split"], part["split_value"])
            inside = row["period_start"] <= part["period_start"] and part["period_end"] <= row["period_end"]
            if is_same and inside and part["period_kind"] != row["period_kind"]:
                groups[part["period_kind"]].append(other)
        for parts in groups.values():
            equation = np.zeros(len(found))
            equation[parts] = 1
            equation[cell] = -1
            made.append(equation)
    return made


def extreme(
    cell: int, sign: int, equations: list[np.ndarray], ends: list[tuple[float, float | None]]
) -> float:
    goal = np.zeros(len(ends))
    goal[cell] = sign
    beyond = [(low, 1e6 if high is None else high) for low, high in ends]
    solved = linprog(goal, A_eq=np.array(equations), b_eq=np.zeros(len(equations)), bounds=beyond)
    assert solved.status == 0
    return float(solved.x[cell])


def test_the_interface_answers_everybody_from_that_file_and_no_other(open_to_all: Settings) -> None:
    interface = serving(open_to_all.home, public=True)
    assert said(interface.ask("/api/v1/version", None))["audience"] == "public"
    assert interface.ask("/api/v1/partners", None).get_json()["rows"] == []
    answer = said(interface.ask("/api/v1/observations?indicator=uitval&period=2024&split=null", None))
    assert [row["partner"] for row in answer["rows"]] == [None]
    assert interface.ask("/api/v1/observations?partner=P01", None).status_code == 400
    assert serving(open_to_all.home, public=False).ask("/api/v1/observations", None).status_code == 401
