"""Horizontal rows of one value each: the reasons of ending, and the groups of a split."""

from collections.abc import Sequence
from typing import Any

from components import format as written
from components.descriptions.counts import n_text
from components.descriptions.criterion import criterion_label
from components.figures.axes import value_range
from components.figures.labels import annotation, wrapped
from components.figures.rows import CriterionStep, Reading, ReasonCount, SplitValue
from components.text import say
from components.theme import INK, INK_2, INTERVAL, RULE, SERIES, figure_layout, x_axis, y_axis

_ROW = 34


def reasons_figure(rows: Sequence[ReasonCount], *, language: str) -> dict[str, Any]:
    """A bar per reason with count and share behind it; dark bars count as dropout."""
    counts = [row.count or 0.0 for row in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row.count for row in rows],
        "y": list(range(len(rows))),
        "marker": {"color": [SERIES if row.is_dropout else INTERVAL for row in rows]},
        "width": 0.55,
        "hoverinfo": "skip",
    }
    right = [_reason_text(row, language) for row in rows]
    return _rows([bars], [row.label for row in rows], right, (0.0, max(counts, default=0.0) or 1.0), [])


def split_figure(
    rows: Sequence[SplitValue], *, reading: Reading, criterion: CriterionStep | None = None
) -> dict[str, Any]:
    """A point per group on one shared strip, with value and n behind it and the criterion as a line."""
    norms = [] if criterion is None else [criterion.value]
    shown = [row for row in rows if not row.suppressed]
    values = value_range([*(row.value for row in shown), *norms, 0.0], unit=reading.unit)
    places = {id(row): place for place, row in enumerate(rows)}
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [row.value for row in shown],
        "y": [places[id(row)] for row in shown],
        "marker": {"color": SERIES, "size": 12},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    right = [_split_text(row, reading) for row in rows]
    figure = _rows([dots], [row.label for row in rows], right, (0.0, values.high), norms)
    if criterion is not None:
        label = annotation(
            criterion_label(criterion, reading),
            colour=INK,
            x=criterion.value,
            y=1,
            yref="paper",
            xanchor="center",
            yanchor="bottom",
        )
        figure["layout"]["annotations"].append(label)
    return figure


def _rows(
    data: list[dict[str, Any]],
    labels: Sequence[str],
    right: Sequence[str],
    ends: tuple[float, float],
    norms: Sequence[float],
) -> dict[str, Any]:
    places = list(range(len(labels)))
    annotations = [
        annotation(text, colour=INK, x=1, xref="paper", y=place, xanchor="left", yanchor="middle", xshift=8)
        for place, text in zip(places, right, strict=True)
    ]
    lines = [_strip(place) for place in places] + [_norm(norm) for norm in norms]
    return {
        "data": data,
        "layout": figure_layout(
            height=48 + _ROW * max(len(labels), 1),
            margin={"l": 190, "r": 120, "t": 24, "b": 8},
            xaxis=x_axis(visible=False, range=list(ends)),
            yaxis=y_axis(
                showgrid=False,
                range=[len(labels) - 0.5, -0.5],
                tickvals=places,
                ticktext=[wrapped(label, 26, 2) for label in labels],
                tickfont={"color": INK_2, "size": 13},
            ),
            shapes=lines,
            annotations=annotations,
        ),
    }


def _strip(place: int) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "yref": "y",
        "y0": place,
        "y1": place,
        "line": {"color": RULE, "width": 1},
        "layer": "below",
    }


def _norm(value: float) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "x",
        "x0": value,
        "x1": value,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": INK, "width": 2},
        "layer": "above",
    }


def _reason_text(row: ReasonCount, language: str) -> str:
    if row.count is None:
        return say("state.hidden" if row.suppressed else "state.not_measured", language)
    share = "" if row.share is None else f" {written.percentage(row.share, language)}"
    return f"<b>{written.number(row.count, language)}</b>{share}"


def _split_text(row: SplitValue, reading: Reading) -> str:
    if row.suppressed:
        return say("state.hidden", reading.language)
    if row.value is None:
        return say("state.not_measured", reading.language)
    amount = written.value(row.value, reading.unit, reading.language, reading.decimals)
    return f"<b>{amount}</b>  {n_text(row, reading)}"
