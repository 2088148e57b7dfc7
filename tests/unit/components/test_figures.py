"""Figures: valid, calm with any number of periods, and silent about what is hidden."""

import json
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.axes import value_range
from components.figures.bars import reasons_figure, split_figure
from components.figures.canvas import Box
from components.figures.labels import spread_apart, text_height, text_width, wrapped
from components.figures.rows import (
    CriterionStep,
    Mark,
    PathPoint,
    Reading,
    ReasonCount,
    SplitValue,
    TrendOptions,
    TrendPoint,
)
from components.figures.small_trend import small_trend_figure
from components.figures.spark import spark_figure
from components.figures.trend import trend_figure, trend_key
from components.theme import COLOURS

Series = Callable[..., list[TrendPoint]]
Build = Callable[..., TrendPoint]
Figure = dict[str, Any]
LONG = "Jongeren die na hun verblijf bij familie, vrienden of zelfstandig verder wonen"
CRITERION = (
    CriterionStep("≤", 0.20, None, date(2021, 1, 1), date(2024, 12, 31)),
    CriterionStep("≤", 0.15, None, date(2025, 1, 1), None),
)
PATH = (
    PathPoint(date(2022, 7, 1), 0.24),
    PathPoint(date(2024, 7, 1), 0.2),
    PathPoint(date(2026, 7, 1), 0.12),
)
MARKS = (
    Mark(date(2023, 1, 1), "Overstap telt niet meer als uitval", "break"),
    Mark(date(2025, 4, 1), "Warme overdracht bij elke start", "action"),
)
COUNTS = (0, 1, 2, 5, 48, 200)


def options(reading: Reading, **changed: Any) -> TrendOptions:
    return TrendOptions(reading, **{"criterion": CRITERION, "path": PATH, "marks": MARKS, **changed})


def over_time(points: list[TrendPoint], reading: Reading) -> list[Figure]:
    agreed = options(reading)
    return [
        trend_figure(points, options=agreed),
        small_trend_figure(points, options=agreed),
        spark_figure(points, reading=reading, path=PATH, marks=MARKS),
        trend_figure(points, options=TrendOptions(reading)),
        spark_figure(points, reading=reading),
    ]


def narrowed(figure: Figure) -> Figure:
    """The figure as the browser draws it on a narrow plot."""
    narrow = dict(figure["layout"].get("meta", {}).get("narrow", {}))
    changed = narrow.pop("data", [{} for _ in figure["data"]])
    layout = {**figure["layout"], **narrow}
    for axis in ("xaxis", "yaxis"):
        layout[axis] = {**figure["layout"][axis], **narrow.get(axis, {})}
    return {"data": [{**t, **c} for t, c in zip(figure["data"], changed, strict=True)], "layout": layout}


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("first", ["1976-Q1", "2022-10", "2022"])
def test_a_figure_over_time_is_valid_with_any_number_of_periods(
    count: int, first: str, series: Series, reading: Reading
) -> None:
    for figure in over_time(series(count, first), reading):
        go.Figure(figure)
        go.Figure(narrowed(figure))
        json.dumps(figure, allow_nan=False)


@pytest.mark.parametrize("changed", [{"suppressed": True}, {"value": None}, {"provisional": True}])
def test_a_figure_over_time_is_valid_when_all_is_hidden_missing_or_provisional(
    changed: dict[str, Any], series: Series, point: Build, reading: Reading
) -> None:
    points = [point(one.period, **{"value": one.value, **changed}) for one in series(12)]
    for figure in over_time(points, reading):
        go.Figure(figure)


def test_a_figure_does_not_change_its_rows(series: Series, reading: Reading) -> None:
    points = series(12)[::-1]
    before = list(points)
    over_time(points, reading)
    assert points == before


def test_a_hidden_period_is_a_gap_with_a_mark_and_never_a_zero(point: Build, reading: Reading) -> None:
    points = [point("2026-Q1"), point("2026-Q2", suppressed=True), point("2026-Q3")]
    figure = trend_figure(points, options=TrendOptions(reading))
    measured, hidden = figure["data"]
    assert measured["y"] == [0.18, None, 0.18]
    assert measured["connectgaps"] is False
    assert hidden["x"] == [points[1].middle.isoformat()]
    assert "verborgen" in hidden["text"][0]


def test_a_hidden_value_is_nowhere_in_a_figure(point: Build, reading: Reading) -> None:
    leaking = TrendPoint(
        **{
            **{name: getattr(point("2026-Q2"), name) for name in TrendPoint.__slots__},
            "value": 0.777123,
            "numerator": 9771.0,
            "denominator": 9773.0,
            "clients": 9779,
            "lower": 0.711,
            "upper": 0.799,
            "suppressed": True,
        }
    )
    drawn = json.dumps(over_time([point("2026-Q1"), leaking, point("2026-Q3")], reading))
    assert not [digits for digits in ("0.777", "9771", "9773", "9779", "0.711", "0.799") if digits in drawn]


def test_a_period_without_a_row_is_a_gap(point: Build, reading: Reading) -> None:
    figure = trend_figure([point("2025-Q4"), point("2026-Q3")], options=TrendOptions(reading))
    assert figure["data"][0]["y"] == [0.18, None, 0.18]


def test_no_line_runs_across_a_break(series: Series, reading: Reading) -> None:
    figure = trend_figure(series(8), options=TrendOptions(reading, marks=MARKS[:1]))
    before, after = figure["data"]
    assert before["x"][-1] < "2023-01-01" <= after["x"][0]


def test_a_break_before_the_first_period_breaks_nothing(series: Series, reading: Reading) -> None:
    figure = trend_figure(series(4, "2024-Q1"), options=TrendOptions(reading, marks=MARKS[:1]))
    assert len(figure["data"]) == 1


def criterion_line(figure: dict[str, Any]) -> dict[str, Any]:
    ink = COLOURS["--ink"]
    found = [one for one in figure["data"] if one["mode"] == "lines" and one["line"]["color"] == ink]
    line: dict[str, Any] = next(one for one in found if "dash" not in one["line"])
    return line


def test_an_old_period_keeps_its_old_criterion(series: Series, reading: Reading) -> None:
    figure = trend_figure(series(19), options=options(reading))
    norm = criterion_line(figure)
    assert norm["x"] == ["2022-01-01", "2025-01-01", None, "2025-01-01", "2027-01-01", None]
    assert norm["y"] == [0.20, 0.20, None, 0.15, 0.15, None]


def test_the_points_lie_over_the_line_of_the_criterion(series: Series, reading: Reading) -> None:
    for draw in (trend_figure, small_trend_figure):
        figure = draw(series(19), options=options(reading))
        points = [place for place, trace in enumerate(figure["data"]) if "markers" in trace["mode"]]
        assert figure["data"].index(criterion_line(figure)) < min(points)
        levels = [shape for shape in figure["layout"]["shapes"] if shape["yref"] == "y"]
        assert [shape for shape in levels if shape["layer"] != "below"] == []


def test_a_criterion_between_two_values_has_two_lines_and_one_label(series: Series) -> None:
    between = CriterionStep("tussen", 20, 30, date(2021, 1, 1), None)
    days = Reading("Wachttijd", "dagen", "nl")
    figure = trend_figure(series(4), options=TrendOptions(days, criterion=(between,)))
    assert criterion_line(figure)["y"] == [20, 20, None, 30, 30, None]
    assert "norm 20 tot 30\u00a0dagen" in texts(figure)


def test_a_provisional_point_is_open(point: Build, reading: Reading) -> None:
    figure = trend_figure([point("2026-Q2"), point(provisional=True)], options=TrendOptions(reading))
    assert figure["data"][0]["marker"]["color"] == [COLOURS["--series"], COLOURS["--paper"]]


def test_intervals_are_drawn_where_they_are_known(point: Build, reading: Reading) -> None:
    figure = trend_figure([point(lower=0.12, upper=0.26)], options=TrendOptions(reading))
    error = figure["data"][0]["error_y"]
    assert (error["array"][0], error["arrayminus"][0]) == pytest.approx((0.08, 0.06))


def test_a_figure_without_any_value_says_so(reading: Reading, series: Series) -> None:
    nothing = texts(trend_figure([], options=options(reading)))
    hidden = texts(trend_figure(series(4, suppressed=True), options=options(reading)))
    assert any("nog geen cijfers" in text.replace("<br>", " ") for text in nothing)
    assert any("zijn verborgen" in text.replace("<br>", " ") for text in hidden)


def test_a_figure_uses_only_colours_that_have_a_dark_twin(series: Series, reading: Reading) -> None:
    for figure in [*over_time(series(19, provisional=True), reading), *rows_figures(reading)]:
        assert used_colours(figure) <= set(COLOURS.values())


@pytest.mark.parametrize("count", COUNTS)
def test_no_text_in_a_trend_covers_another(count: int, series: Series, reading: Reading) -> None:
    for first in ("2022-Q1", "2022-10"):
        figure = trend_figure(series(count, first), options=options(reading))
        for drawn, width in ((figure, 580), (narrowed(figure), 320)):
            assert_apart(drawn, width)


def test_texts_stay_apart_when_all_values_are_the_same(point: Build, reading: Reading) -> None:
    step = CriterionStep("≤", 0.18, None, date(2021, 1, 1), None)
    path = (PathPoint(date(2024, 7, 1), 0.18), PathPoint(date(2026, 7, 1), 0.18))
    figure = trend_figure([point("2026-Q2"), point()], options=TrendOptions(reading, (step,), path))
    assert_apart(figure, 580)


def test_events_that_find_no_room_are_listed_under_the_figure(series: Series, reading: Reading) -> None:
    many = [Mark(date(2024, month, 1), LONG, "action") for month in range(1, 13)]
    figure = trend_figure(series(19), options=options(reading, marks=many))
    assert figure["layout"]["meta"]["unplaced"] is True
    assert_apart(figure, 580)
    numbers = [word["text"] for word in figure["layout"]["annotations"] if word["text"].isdigit()]
    assert numbers == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("figure", [trend_figure, small_trend_figure])
def test_a_projector_shows_every_event_as_a_numbered_line_with_its_date_in_words(
    figure: Callable[..., dict[str, Any]], series: Series, reading: Reading
) -> None:
    marks = [Mark(date(2023, 7, 1), LONG, "break"), Mark(date(2024, 3, 15), "Intervisie", "action")]
    drawn = figure(series(19), options=options(reading, marks=[*marks, Mark(date(2035, 1, 1), "", "action")]))
    carried = drawn["layout"]["meta"]["projector"]
    assert [word["text"] for word in carried["annotations"] if word["text"].isdigit()] == ["1", "2"]
    assert {"2023-07-01", "2024-03-15"} <= {shape["x0"] for shape in carried["shapes"]}
    assert carried["events"] == [["1", "breuk 1 jul 2023", LONG], ["2", "actie 15 mrt 2024", "Intervisie"]]
    assert "k-old" in [sign for sign, _ in carried["key"]]


def test_a_small_chart_shows_where_its_series_breaks_and_leaves_actions_to_the_large_one(
    series: Series, reading: Reading
) -> None:
    marks = [Mark(date(2023, 7, 1), LONG, "break"), Mark(date(2024, 3, 1), LONG, "action")]
    shapes = small_trend_figure(series(19), options=options(reading, marks=marks))["layout"]["shapes"]
    upright = [shape["x0"] for shape in shapes if shape["x0"] == shape["x1"] and shape["yref"] == "paper"]
    assert upright == ["2023-07-01"]


def test_a_small_group_is_marked_in_the_picture_on_both_widths(reading: Reading) -> None:
    rows = [SplitValue("Wijkteam", 0.1, 20, 2, False, small=True), SplitValue("Thuis", 0.1, 200, 20, False)]
    figure = split_figure(rows, reading=reading)
    for drawn in (figure, narrowed(figure)):
        assert "Wijkteam<br>klein aantal" in texts(drawn)
        assert "Thuis" in texts(drawn)
        assert_apart(drawn, 600)


def test_the_key_names_only_signs_that_are_drawn(point: Build, reading: Reading) -> None:
    bare = trend_key([point()], options=TrendOptions(reading))
    full = trend_key(
        [point("2022-Q3"), point("2026-Q1", suppressed=True), point(provisional=True, lower=0.1, upper=0.2)],
        options=options(reading),
    )
    assert [item.sign for item in bare] == [""]
    assert [item.sign for item in full] == [
        "", "k-open", "k-old", "k-hidden", "k-norm", "k-ci", "k-path", "k-mile",
    ]  # fmt: skip


def rows_figures(reading: Reading) -> list[Figure]:
    reasons = [
        ReasonCount("Volgens plan", 63, 0.65),
        ReasonCount(LONG, 11, 0.11, is_dropout=True),
        ReasonCount("Reden onbekend", None, None, suppressed=True),
    ]
    splits = [
        SplitValue(LONG, 0.3, 1210, 363, False, lower=0.2, upper=0.4),
        SplitValue("Pleegzorg", None, None, None, True),
        SplitValue("Gesloten", None, None, None, False),
        SplitValue("Ambulant", 0.1, 100, 10, False, provisional=True),
    ]
    return [
        reasons_figure(reasons, language="nl"),
        reasons_figure([], language="nl"),
        reasons_figure(reasons[2:], language="nl"),
        split_figure(splits, reading=reading, criterion=CRITERION[1]),
        split_figure(splits[1:3], reading=reading),
        split_figure([], reading=reading),
    ]


def test_figures_of_rows_are_valid_in_both_widths(reading: Reading) -> None:
    for figure in rows_figures(reading):
        go.Figure(figure)
        go.Figure(narrowed(figure))


def test_sixty_groups_with_long_names_do_not_overlap(reading: Reading) -> None:
    rows = [SplitValue(f"{LONG} {place}", 0.2, 100, 20, False) for place in range(60)]
    figure = split_figure(rows, reading=reading)
    assert_apart(figure, 600)
    assert_apart(narrowed(figure), 360)


def test_a_dark_bar_counts_as_dropout(reading: Reading) -> None:
    colours = rows_figures(reading)[0]["data"][0]["marker"]["color"]
    assert colours == [COLOURS["--interval"], COLOURS["--series"], COLOURS["--interval"]]


def test_a_hidden_group_has_a_word_and_no_dot(reading: Reading) -> None:
    figure = rows_figures(reading)[3]
    assert figure["data"][0]["x"] == [0.3, 0.1]
    assert {"verborgen", "niet gemeten"} <= set(texts(figure))


@given(
    st.lists(st.floats(min_value=0, max_value=300), min_size=1, max_size=12),
    st.floats(min_value=10, max_value=20),
)
def test_labels_at_the_edge_never_touch(places: list[float], gap: float) -> None:
    spread = sorted(spread_apart(places, gap, 300))
    assert all(below - above >= gap - 1e-6 for above, below in pairwise(spread))
    assert spread[0] >= gap / 2 - 1e-6
    assert spread[-1] <= 300 - gap / 2 + 1e-6


def test_labels_that_are_apart_stay_where_they_are() -> None:
    assert spread_apart([50, 10, 200], 17, 300) == pytest.approx([50, 10, 200])


@given(st.lists(st.floats(min_value=0, max_value=1), max_size=20), st.booleans())
def test_a_value_axis_holds_every_value_and_has_few_ticks(values: list[float], tight: bool) -> None:
    axis = value_range(values, unit="procent", tight=tight)
    assert all(axis.low - 1e-9 <= value <= axis.high + 1e-9 for value in values)
    assert axis.low >= (-0.2 if tight else 0)
    assert max(axis.ticks, default=0) <= 1
    assert len(axis.ticks) <= 8


def test_a_long_text_is_broken_and_cut_with_an_ellipsis() -> None:
    assert wrapped("een twee drie vier", 8, 2) == "een twee<br>drie…"
    assert wrapped("onafscheidelijkheidsverklaring", 10, 1) == "onafscheid…"


def texts(figure: Figure) -> list[str]:
    return [label["text"] for label in figure["layout"]["annotations"]]


def used_colours(node: Any) -> set[str]:
    if isinstance(node, dict):
        return set().union(*(used_colours(part) for part in node.values()))
    if isinstance(node, list):
        return set().union(*(used_colours(part) for part in node))
    return {node} if isinstance(node, str) and node.startswith("#") else set()


def assert_apart(figure: Figure, width: int) -> None:
    """No two texts of the figure share more than a sliver, when it is drawn at this width."""
    boxes = [
        (label["text"], place(label, figure["layout"], width)) for label in figure["layout"]["annotations"]
    ]
    for nth, (text, box) in enumerate(boxes):
        for other_text, other in boxes[nth + 1 :]:
            assert box.overlap(other) < 0.05 * min(box.area, other.area), (text, other_text)


def place(label: dict[str, Any], layout: dict[str, Any], width: int) -> Box:
    """Where a text lands, computed as Plotly does and not as the figures do."""
    margin = layout["margin"]
    inner = (width - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"])
    x = inner[0] * share(label["x"], label.get("xref"), layout["xaxis"]["range"]) + label.get("xshift", 0)
    y = inner[1] * (1 - share(label["y"], label.get("yref"), layout["yaxis"]["range"])) - label.get(
        "yshift", 0
    )
    size = label["font"]["size"]
    wide, tall = text_width(label["text"], size), text_height(label["text"], size)
    left = x - {"left": 0, "center": wide / 2, "right": wide}[label["xanchor"]]
    top = y - {"top": 0, "middle": tall / 2, "bottom": tall}[label["yanchor"]]
    return Box(left, top, left + wide, top + tall)


def share(at: Any, reference: str | None, ends: list[Any]) -> float:
    if reference == "paper":
        return float(at)
    low, high, middle = (date.fromisoformat(e).toordinal() if isinstance(e, str) else e for e in (*ends, at))
    return float((middle - low) / (high - low))
