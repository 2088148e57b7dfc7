"""Every figure there is, with few and many periods and partners, all hidden and all missing."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import plotly.graph_objects as go
import pytest

import components.figures
from components.figures.bars import reasons_figure, split_figure
from components.figures.flow import flow_figure
from components.figures.flow_rows import Flow
from components.figures.funnel import funnel_figure
from components.figures.funnel_rows import FunnelOptions
from components.figures.reasons_time import ReasonPanel, ReasonShare, reasons_time_figure
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
from components.figures.trend import trend_figure
from components.theme import COLOURS
from domain.period import parse_period

Figure = dict[str, Any]
COUNTS = (0, 1, 2, 5, 48, 200)
PARTNERS = (1, 60)
READING = Reading("Uitval", "procent", "nl", 0, "trajecten")
CRITERION = CriterionStep("≤", 0.15, None, date(2020, 1, 1), None)
PATH = (PathPoint(date(2022, 7, 1), 0.24), PathPoint(date(2026, 7, 1), 0.12))
MARKS = (Mark(date(2025, 4, 1), "Warme overdracht bij elke start", "action"),)
LONG = "Stichting Samenwerkende Kleinschalige Woonvormen Meidoorn Midden en Omstreken {}"
SECRET = 0.777123
"""A value that a hidden row must not carry into a figure."""


@dataclass(frozen=True)
class Unit:
    """One partner in a funnel."""

    partner: str | None
    n: int
    value: float
    place: str = "within"


@dataclass(frozen=True)
class Limit:
    """What chance allows at one n."""

    n: int
    lower95: float = 0.02
    upper95: float = 0.4
    lower998: float = 0.01
    upper998: float = 0.5


def points(count: int, state: str) -> list[TrendPoint]:
    start, found = parse_period("2010-Q1"), []
    for step in range(count):
        span = start.shifted(step)
        known = state == "shown"
        value = {"shown": 0.3 - step / 2000, "suppressed": SECRET, "missing": None}[state]
        found.append(
            TrendPoint(span.code, span.kind, span.start, span.end, span.middle, value,
                       120.0 if known else None, 20.0 if known else None, 110 if known else None,
                       state == "suppressed", step % 7 == 0)
        )  # fmt: skip
    return found


def options(count: int) -> TrendOptions:
    return TrendOptions(READING, (CRITERION,), PATH, MARKS) if count % 2 else TrendOptions(READING)


def over_time(draw: Callable[..., Figure]) -> Callable[[int, str], Figure]:
    return lambda count, state: draw(points(count, state), options=options(count))


def spark(count: int, state: str) -> Figure:
    return spark_figure(points(count, state), reading=READING, path=PATH, marks=MARKS)


def reasons(count: int, state: str) -> Figure:
    known = state == "shown"
    rows = [
        ReasonCount(LONG.format(n), 5.0 + n if known else None, 0.2 if known else None, n % 2 == 0,
                    state == "suppressed")
        for n in range(count)
    ]  # fmt: skip
    return reasons_figure(rows, language="nl")


def split(count: int, state: str) -> Figure:
    known = state == "shown"
    value = {"shown": 0.2, "suppressed": SECRET, "missing": None}[state]
    rows = [
        SplitValue(LONG.format(n), value, 40.0 if known else None, 8.0 if known else None,
                   state == "suppressed", lower=0.1 if known else None, upper=0.34 if known else None)
        for n in range(count)
    ]  # fmt: skip
    return split_figure(rows, reading=READING, criterion=CRITERION)


def funnel(count: int, state: str) -> Figure:
    shown = count if state == "shown" else 0
    units = [Unit("P01" if n == 0 else None, 20 + n * 3, 0.1 + n / 1000) for n in range(shown)]
    limits = [Limit(n) for n in range(20, 20 + 3 * shown + 1, 20)] if shown else []
    return funnel_figure(
        units, limits, options=FunnelOptions(READING, 0.18, own="P01", own_name=LONG.format(""))
    )


def flow(count: int, state: str) -> Figure:
    """So many kinds of help, each followed by itself and by the next."""
    counted = {"planned": 6, "early": 3, "running": 1, "unknown": 2} if state == "shown" else {}
    flows = [
        Flow(LONG.format(n), LONG.format(n + step), 12 if state == "shown" else None,
             suppressed=state == "suppressed", **counted)
        for n in range(count)
        for step in (0, 1)
    ]  # fmt: skip
    rest = [Flow(LONG.format(0), None, 14), Flow(None, None, 11)] if flows and state == "shown" else []
    return flow_figure([*flows, *rest], language="nl")


def reasons_time(count: int, state: str) -> Figure:
    value = {"shown": 0.12, "suppressed": None, "missing": None}[state]
    start = parse_period("1990")
    rows = [ReasonShare(start.shifted(n).code, value, state == "suppressed") for n in range(count)]
    panels = [ReasonPanel(LONG.format(n), n in (2, 3), rows) for n in range(6)]
    return reasons_time_figure(panels, language="nl")


FIGURES: dict[Callable[..., Figure], Callable[[int, str], Figure]] = {
    trend_figure: over_time(trend_figure),
    small_trend_figure: over_time(small_trend_figure),
    spark_figure: spark,
    reasons_figure: reasons,
    split_figure: split,
    funnel_figure: funnel,
    flow_figure: flow,
    reasons_time_figure: reasons_time,
}


def defined() -> Iterator[Callable[..., Figure]]:
    """Every figure function of the package, wherever it is written."""
    for module in pkgutil.iter_modules(components.figures.__path__, "components.figures."):
        for name, found in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            if name.endswith("_figure") and not name.startswith("_") and found.__module__ == module.name:
                yield found


def narrowed(figure: Figure) -> Figure:
    """The figure as the browser draws it on a narrow plot."""
    narrow = dict(figure["layout"].get("meta", {}).get("narrow", {}))
    changed = narrow.pop("data", [{} for _ in figure["data"]])
    layout = {**figure["layout"], **narrow}
    for axis in ("xaxis", "yaxis"):
        layout[axis] = {**figure["layout"][axis], **narrow.get(axis, {})}
    return {"data": [{**t, **c} for t, c in zip(figure["data"], changed, strict=True)], "layout": layout}


def colours(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for one in node.values():
            yield from colours(one)
    elif isinstance(node, list | tuple):
        for one in node:
            yield from colours(one)
    elif isinstance(node, str) and node.startswith("#"):
        yield node


def test_every_figure_there_is_stands_in_this_list() -> None:
    assert set(defined()) == set(FIGURES)


CASES = [
    *product(COUNTS, ("shown",)),
    *product((1, 48), ("suppressed", "missing")),
    *product(PARTNERS, ("shown",)),
]


@pytest.mark.parametrize("figure", FIGURES.values(), ids=[one.__name__ for one in FIGURES])
@pytest.mark.parametrize(("count", "state"), CASES)
def test_a_figure_is_valid_wide_and_narrow(
    figure: Callable[[int, str], Figure], count: int, state: str
) -> None:
    drawn = figure(count, state)
    go.Figure(drawn)
    go.Figure(narrowed(drawn))
    written = json.dumps(drawn, allow_nan=False)
    assert set(colours(drawn)) <= set(COLOURS.values())
    assert drawn["layout"]["height"] > 0
    if state == "suppressed":
        assert str(SECRET) not in written


@pytest.mark.parametrize("state", ["suppressed", "missing"])
@pytest.mark.parametrize("figure", FIGURES.values(), ids=[one.__name__ for one in FIGURES])
def test_a_figure_without_any_value_says_so_in_words(
    figure: Callable[[int, str], Figure], state: str
) -> None:
    drawn = figure(5, state)
    assert [one["text"] for one in drawn["layout"].get("annotations", ()) if one["text"].strip()]
