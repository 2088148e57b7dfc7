"""The funnel and the fan: valid with any number of rows, and no more telling than the rows."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go
import pytest

from components.descriptions.funnel import funnel_description, funnel_note, funnel_title
from components.figures.expected import fan_traces
from components.figures.funnel import funnel_figure, funnel_key
from components.figures.funnel_rows import FunnelOptions
from components.figures.rows import Reading, TrendOptions, TrendPoint
from components.figures.small_trend import small_trend_figure
from components.figures.trend import trend_figure, trend_key
from components.tables import funnel_table
from components.text import Language
from domain.status import FunnelClass

Series = Callable[..., list[TrendPoint]]
Build = Callable[..., TrendPoint]


@dataclass(frozen=True)
class Unit:
    """One partner."""

    n: int
    value: float
    place: str = "within"
    partner: str | None = None


@dataclass(frozen=True)
class Limit:
    """What chance allows."""

    n: int
    lower95: float = 0.1
    upper95: float = 0.3
    lower998: float = 0.05
    upper998: float = 0.4


@dataclass(frozen=True)
class Ahead:
    """One expected figure."""

    on: date
    fit: float
    lower80: float
    upper80: float
    lower95: float
    upper95: float


FAN = [Ahead(date(2028, month, 15), 0.02, -0.05, 0.09, -0.1, 1.4) for month in (2, 5, 8)]


def units(count: int) -> list[Unit]:
    return [Unit(20 + 5 * place, 0.1 + place / 1000) for place in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 5, 48, 200])
def test_a_funnel_is_valid_with_any_number_of_partners(count: int, reading: Reading) -> None:
    drawn = units(count)
    limits = [Limit(n) for n in {unit.n for unit in drawn}]
    figure = funnel_figure(drawn, limits, options=FunnelOptions(reading, 0.18))
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)


def test_partners_in_a_funnel_have_no_name_but_the_reader_own(reading: Reading) -> None:
    drawn = [Unit(60, 0.2, partner="P02"), Unit(90, 0.16, partner="P01"), *units(5)]
    options = FunnelOptions(reading, 0.18, own="P01", own_name="Esdoorn")
    told = json.dumps(funnel_figure(drawn, [Limit(20), Limit(90)], options=options))
    assert "Esdoorn" in told
    assert "P02" not in told
    assert "P02" not in str(funnel_table(drawn, options=options))
    assert "Esdoorn: 16\u00a0%" in funnel_description(drawn, options=options)


def test_the_own_point_is_named_beside_the_funnel_where_a_long_name_is_not_cut(reading: Reading) -> None:
    drawn, name = [Unit(90, 0.16, partner="P01"), *units(5)], "Esdoorn " * 10
    options = FunnelOptions(reading, 0.18, own="P01", own_name=name)
    assert [item.sign for item in funnel_key(drawn, options=options)] == ["k-own", "k-other"]
    assert funnel_key(drawn, options=options)[0].text == f"{name}: 16\u00a0%"
    texts = [word["text"] for word in funnel_figure(drawn, [], options=options)["layout"]["annotations"]]
    assert not [text for text in texts if "Esdoorn" in text]
    assert funnel_key(drawn, options=FunnelOptions(reading, 0.18)) == []


def test_a_title_counts_only_what_is_too_strong_for_chance() -> None:
    near, far = Unit(40, 0.3, FunnelClass.HIGH_95), Unit(60, 0.5, FunnelClass.HIGH_998)
    calm = units(6)
    assert funnel_title([*calm, near], language="nl").startswith("Geen enkele partner")
    assert funnel_title([*calm, far], language="nl").startswith("Eén partner wijkt sterk af")
    assert funnel_title([far, far], language="nl").startswith("Twee partners wijken sterk af")


@pytest.mark.parametrize("language", list(Language))
def test_a_funnel_says_how_often_chance_alone_puts_somebody_outside(language: str) -> None:
    note = funnel_note([*units(7), Unit(40, 0.3, FunnelClass.HIGH_95)], language=language)
    assert "34" in note
    assert "{" not in note


def test_what_is_expected_is_drawn_below_the_series_and_cut_at_what_is_possible(
    series: Series, reading: Reading
) -> None:
    options = TrendOptions(reading, forecast=FAN)
    for figure in (trend_figure, small_trend_figure):
        drawn = figure(series(16), options=options)
        go.Figure(drawn)
        wide, narrow, line = drawn["data"][:3]
        assert min(wide["y"]) == 0.0
        assert max(wide["y"]) == 1.0
        assert min(narrow["y"]) == 0.0
        assert line["line"]["dash"]
    assert "k-fan" in [item.sign for item in trend_key(series(16), options=options)]


def test_what_is_expected_opens_from_the_latest_point_unless_that_one_is_hidden(
    series: Series, point: Build, reading: Reading
) -> None:
    measured = series(16)
    last = measured[-1]
    wide, narrow, line = fan_traces(FAN, reading, measured)
    for trace in (wide, narrow, line):
        assert (trace["x"][0], trace["y"][0]) == (last.middle.isoformat(), last.value)
    assert wide["y"][0] == wide["y"][-1]
    hidden = point(last.period, None, suppressed=True)
    assert fan_traces(FAN, reading, [*measured[:-1], hidden])[2]["x"][0] == FAN[0].on.isoformat()


def test_without_a_forecast_nothing_is_promised(series: Series, reading: Reading) -> None:
    assert "k-fan" not in [item.sign for item in trend_key(series(16), options=TrendOptions(reading))]
