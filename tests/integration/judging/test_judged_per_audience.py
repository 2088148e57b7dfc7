"""What depends on the mask says nothing about what the mask hides."""

from contextlib import closing
from datetime import date
from typing import Any

import pytest

from data.pointers import point_to
from data.published import PublishedFiles
from data.schema import SCHEMA_VERSION
from data.servable import OtherSchema
from data.store import connect_readonly
from data.versions import rollback
from domain.funnel import share_limits
from domain.process_control import MIN_POINTS
from queries.action_effects import action_effects
from queries.client_mix import client_mix
from queries.control_limits import control_limits
from queries.forecast import forecast
from queries.funnel_limits import funnel_limits
from queries.funnel_units import funnel_units
from queries.funnels import funnels
from queries.movement_reasons import movement_reasons
from settings import Settings
from tests.builders import publication, write_file
from tests.integration.judging.conftest import rows

NUMBERS = ("value", "numerator", "denominator", "clients", "lower", "upper", "svd", "strong", "small")
SERIES_KINDS = ("month", "quarter", "half_year", "year")


def key(row: dict[str, Any]) -> tuple[Any, ...]:
    return (*series(row), row["period"])


def series(row: dict[str, Any]) -> tuple[Any, ...]:
    return (row["indicator"], row["partner"], row["split"], row["split_value"])


@pytest.mark.parametrize("audience", ["steering", "partner-P01"])
def test_a_hidden_figure_says_only_that_it_is_hidden(judged: Settings, audience: str) -> None:
    hidden = [row for row in rows(judged, audience) if row["suppressed"]]
    assert hidden
    assert {row[name] for row in hidden for name in NUMBERS} == {None}
    assert {row[name] for row in hidden for name in ("status", "path", "movement")} == {"suppressed"}


@pytest.mark.parametrize("audience", ["steering", "partner-P01"])
def test_no_number_of_a_hidden_figure_is_in_any_table_of_the_file(judged: Settings, audience: str) -> None:
    """Intervals have so many decimals that no other figure has the same by chance.

    But a sum over some partners may: that each row of other partners follows from what is shown is tested
    by itself (publishing/test_other_partners.py).
    """
    shown = {key(row) for row in rows(judged, audience) if not row["suppressed"]}
    hidden: set[float] = set()
    open_to_all: set[float] = set()
    for row in rows(judged, "exact"):
        kept = open_to_all if key(row) in shown else hidden
        numbers = (row[name] for name in ("lower", "upper") if row[name] is not None)
        kept |= {number for number in numbers if round(number, 6) != number}
    hidden -= open_to_all
    assert hidden
    columns = rows(
        judged,
        audience,
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE data_type = 'DOUBLE' AND table_name <> 'other_partners'",
    )
    for column in columns:
        table, name = column["table_name"], column["column_name"]
        cells = rows(judged, audience, f'SELECT DISTINCT "{name}" AS cell FROM "{table}"')
        assert {cell["cell"] for cell in cells} & hidden == set(), (table, name)


@pytest.mark.parametrize("audience", ["steering", "partner-P02"])
def test_a_movement_stands_with_the_latest_shown_figure_of_each_grain(
    judged: Settings, audience: str
) -> None:
    latest: dict[tuple[Any, ...], date] = {}
    shown = [
        row for row in rows(judged, audience) if not row["suppressed"] and row["period_kind"] in SERIES_KINDS
    ]
    for row in shown:
        place = (*series(row), row["period_kind"])
        latest[place] = max(latest.get(place, date.min), row["period_end"])
    moving = [row for row in shown if row["movement"] is not None]
    assert all(row["period_end"] == latest[(*series(row), row["period_kind"])] for row in moving)
    assert len({row["movement"] for row in moving}) > 1


def test_no_line_is_drawn_through_a_series_with_a_hidden_point_as_if_it_were_shown(judged: Settings) -> None:
    for limit in rows(judged, "steering", "SELECT * FROM control_limit"):
        inside = [
            row
            for row in rows(
                judged,
                "steering",
                f"SELECT * FROM observation WHERE indicator = '{limit['indicator']}' AND split IS NULL"
                f" AND period_kind = '{limit['period_kind']}'",
            )
            if row["partner"] == limit["partner"]
            and limit["starts_on"] <= row["period_start"]
            and row["period_end"] <= limit["ends_on"]
            and not row["suppressed"]
        ]
        assert len(inside) >= MIN_POINTS
        assert limit["mean"] == pytest.approx(sum(row["value"] for row in inside) / len(inside))


def test_no_test_runs_across_a_break(judged: Settings) -> None:
    limits = rows(judged, "steering", "SELECT * FROM control_limit WHERE indicator = 'uitval_client'")
    assert {one["starts_on"] for one in limits} == {date(2023, 1, 1)}


def test_a_partner_sees_others_in_a_funnel_without_name_and_rounded(judged: Settings) -> None:
    # Four partners are too few to be unnamed among, so its own figure alone makes no funnel either.
    assert rows(judged, "partner-P01", "SELECT * FROM funnel_unit") == []
    assert rows(judged, "partner-P01", "SELECT * FROM funnel") == []


def test_pages_can_ask_for_everything_that_was_judged(judged: Settings) -> None:
    steering = PublishedFiles(judged).open("steering")
    assert forecast(steering, indicator="uitval", kind="quarter")
    assert control_limits(steering, indicator="uitval")
    assert movement_reasons(steering, indicator="uitval")
    assert {effect.state for effect in action_effects(steering, indicator="uitval")} >= {"too_early"}
    mix = client_mix(steering, indicator="uitval", year=2025, language="nl", partner="P01")
    assert {part.period for part in mix} == {"2024", "2025"}
    whole = {part.period: part.clients or 0 for part in mix if part.split is None}
    for part in mix:
        if part.split and part.clients is not None:
            assert part.share == pytest.approx(part.clients / whole[part.period])
    assert funnels(steering, indicator="uitval") == []
    assert funnel_limits(steering, indicator="uitval", period="2025") == []
    assert funnel_units(steering, indicator="uitval", period="2025") == []


def test_a_partner_gets_no_effect_of_an_action_of_another(judged: Settings) -> None:
    found = rows(judged, "partner-P01", "SELECT DISTINCT action, partner FROM action_effect")
    assert {(row["action"], row["partner"]) for row in found} == {("A1", None), ("A2", None), ("A2", "P01")}


def test_a_version_of_another_release_is_refused_in_words(tmp_path: Any) -> None:
    settings = Settings(home=tmp_path, today=date(2026, 11, 1), key_file=tmp_path / "client.key")
    folder = settings.published / "000001"
    folder.mkdir(parents=True)
    write_file(folder / "steering.duckdb", [publication(schema_version=SCHEMA_VERSION - 1)])
    point_to(settings, "000001")
    with pytest.raises(OtherSchema, match="Publiceer opnieuw"):
        PublishedFiles(settings).open("steering")
    with pytest.raises(OtherSchema):
        rollback(settings, "000001")


def test_the_limits_of_a_funnel_are_those_of_its_centre(sample_home: Any) -> None:
    path = next(iter(sorted(sample_home.glob("published/*/steering.duckdb"))))
    with closing(connect_readonly(path)) as connection:
        found = connection.execute(
            "SELECT f.centre, l.n, l.lower95, l.upper998 FROM funnel AS f JOIN funnel_limit AS l"
            " USING (indicator, period) WHERE NOT l.adjusted AND f.indicator = 'uitval' AND f.period = '2025'"
        ).fetchnumpy()
        units = connection.execute(
            "SELECT indicator, period, count(*) AS n FROM funnel_unit GROUP BY ALL"
        ).fetchall()
    limits = share_limits(float(found["centre"][0]), found["n"].astype(float))
    assert found["lower95"] == pytest.approx(limits.lower95)
    assert found["upper998"] == pytest.approx(limits.upper998)
    assert min(n for *_, n in units) >= 5


def test_an_unnamed_partner_has_rounded_figures_and_no_place_in_an_alphabet(sample_home: Any) -> None:
    for path in sorted(sample_home.glob("published/*/partner-P0*.duckdb")):
        own = path.stem.removeprefix("partner-")
        with closing(connect_readonly(path)) as connection:
            units = connection.execute(
                "SELECT indicator, period, partner, n, value FROM funnel_unit"
            ).fetchall()
        assert {partner for _, _, partner, _, _ in units} <= {None, own}
        unnamed = [(n, value) for _, _, partner, n, value in units if partner is None]
        assert unnamed
        assert all(n % 5 == 0 and round(value, 2) == value for n, value in unnamed)
        drawn: dict[tuple[str, str], list[tuple[int, float]]] = {}
        for indicator, period, _, n, value in units:
            drawn.setdefault((indicator, period), []).append((n, value))
        assert all(points == sorted(points) for points in drawn.values())
        assert min(map(len, drawn.values())) >= 8


def test_the_funnels_of_partners_differ_only_in_the_own_point(sample_home: Any) -> None:
    shared: set[tuple[Any, ...]] = set()
    for path in sorted(sample_home.glob("published/*/partner-P0[1-4].duckdb")):
        with closing(connect_readonly(path)) as connection:
            drawn = connection.execute("FROM funnel ORDER BY ALL").fetchall()
            units = connection.execute(
                "SELECT f.units, count(*) FILTER (WHERE u.partner IS NULL), count(u.partner)"
                " FROM funnel AS f JOIN funnel_unit AS u USING (indicator, period)"
                " GROUP BY f.indicator, f.period, f.units"
            ).fetchall()
            out_of_reach = connection.execute(
                "SELECT u.n FROM funnel_unit AS u JOIN funnel_limit AS l USING (indicator, period)"
                " GROUP BY u.indicator, u.period, u.n HAVING u.n NOT BETWEEN min(l.n) AND max(l.n)"
            ).fetchall()
        shared.add(tuple(drawn))
        assert all(unnamed + own in (drawn_units, drawn_units + 1) for drawn_units, unnamed, own in units)
        assert {own for _, _, own in units} <= {0, 1}
        assert out_of_reach == []
    assert len(shared) == 1
