"""The funnel: partners without a name around the average, and how far chance alone would spread them."""

import math
from collections.abc import Sequence
from typing import Any

from components import format as written
from components.figures.axes import ValueRange, axis_width, value_axis, value_range
from components.figures.funnel_rows import FunnelOptions, Limit, Unit
from components.figures.labels import EDGE_GAP, Label, annotation, edge_width, spread_apart
from components.figures.rows import Reading
from components.key import KeyItem
from components.text import say
from components.theme import (
    ACCENT,
    BAND_80,
    BAND_95,
    INK,
    INK_2,
    INK_3,
    PAPER,
    SERIES,
    TEXT_SIZE,
    figure_layout,
    x_axis,
)

Trace = dict[str, Any]
HEIGHT = 330
_NARROW_HEIGHT = 300
_PROJECTOR_HEIGHT = 170  # in pixels of a 16 px root, as everywhere
_TOP, _BOTTOM, _ROW = 10, 44, 17
_TICKS = 6


def funnel_figure(
    units: Sequence[Unit],
    limits: Sequence[Limit],
    *,
    options: FunnelOptions,
    adjusted: Sequence[Limit] = (),
) -> dict[str, Any]:
    """Bands of 95 and 99.8 %, the average, and a point per partner; points say no more than n and value.

    `adjusted` are limits that allow for more difference than chance; they are drawn as dashed lines.
    """
    wider = sorted(adjusted, key=lambda limit: limit.n)
    ordered = sorted(limits, key=lambda limit: limit.n)
    others = [unit for unit in units if not _is_own(unit, options)]
    own = [unit for unit in units if _is_own(unit, options)]
    highest = max(
        [limit.upper998 for limit in (*ordered, *wider)] + [unit.value for unit in units], default=1.0
    )
    values = value_range([0.0, highest], unit=options.reading.unit, room=0.04, ticks=5)
    drawn = [
        *_band([(limit.n, limit.lower998, limit.upper998) for limit in ordered], BAND_95),
        *_band([(limit.n, limit.lower95, limit.upper95) for limit in ordered], BAND_80),
        *_dashed(wider),
        *_points(others, options, INK_3 if own else SERIES, 11),
        *_points(own, options, ACCENT, 13),
    ]
    return {"data": drawn, "layout": _layout(ordered, units, values, options)}


def funnel_key(units: Sequence[Unit], *, options: FunnelOptions) -> list[KeyItem]:
    """Which point is the reader's own, and what the others are; nothing where no point has a name.

    Beside the figure and not in it: a name is longer than what is free between the points.
    """
    language = options.reading.language
    own = [
        KeyItem("k-own", f"{options.own_name}: {_amount(unit, options)}")
        for unit in units
        if _is_own(unit, options)
    ]
    return [*own, KeyItem("k-other", say("funnel.key_others", language))] if own else []


def _layout(
    limits: Sequence[Limit],
    units: Sequence[Unit],
    values: ValueRange,
    options: FunnelOptions,
) -> dict[str, Any]:
    labels = _labels(limits, options)
    sizes = [limit.n for limit in limits] + [unit.n for unit in units]
    first, last = (min(sizes), max(sizes)) if sizes else (0, 1)
    y = value_axis(values, options.reading)
    margin = {"l": axis_width(y), "r": edge_width(labels), "t": _TOP, "b": _BOTTOM}
    line = {"color": INK, "width": 1.5}
    centre = {"x0": 0, "x1": 1, "xref": "paper", "y0": options.centre, "y1": options.centre, "layer": "above"}
    shapes = [{"type": "line", "yref": "y", "line": line, **centre}] if units else []
    beside = _nothing(units, options.reading)
    low = [*_edge(labels, values, _PROJECTOR_HEIGHT), *beside]
    return figure_layout(
        height=HEIGHT,
        margin=margin,
        meta={
            "narrow": {"height": _NARROW_HEIGHT},
            "projector": {"annotations": low, "shapes": shapes},
        },
        xaxis=_size_axis(first, last if last > first else first + 1, options.reading),
        yaxis=y,
        shapes=shapes,
        annotations=[*_edge(labels, values, HEIGHT), *beside],
    )


def _labels(limits: Sequence[Limit], options: FunnelOptions) -> list[Label]:
    """Direct labels at the right: the average, and both limits above it."""
    language = options.reading.language
    amount = written.value(options.centre, options.reading.unit, language, options.reading.decimals)
    labels = [Label(say("funnel.average", language, value=amount), options.centre, INK)]
    if limits:
        labels.append(Label(written.percentage(0.95, language), limits[-1].upper95, INK_2))
        labels.append(Label(written.percentage(0.998, language, 1), limits[-1].upper998, INK_2))
    return labels


def _edge(labels: Sequence[Label], values: ValueRange, tall: int) -> list[dict[str, Any]]:
    height = tall - _TOP - _BOTTOM
    places = [(values.high - label.at) / (values.high - values.low) * height for label in labels]
    moved = spread_apart(places, _ROW, height)
    return [
        annotation(
            f"<b>{label.text}</b>" if label.colour == INK else label.text,
            colour=label.colour,
            x=1,
            xref="paper",
            y=label.at,
            xanchor="left",
            yanchor="middle",
            xshift=EDGE_GAP,
            yshift=round(place - to, 1),
        )
        for label, place, to in zip(labels, places, moved, strict=True)
    ]


def _nothing(units: Sequence[Unit], reading: Reading) -> list[dict[str, Any]]:
    if units:
        return []
    text = say("figure.nothing", reading.language)
    return [annotation(text, colour=INK_3, x=0.5, y=0.5, xref="paper", yref="paper")]


def _band(ends: Sequence[tuple[int, float, float]], colour: str) -> list[Trace]:
    if not ends:
        return []
    sizes = [n for n, _, _ in ends]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [*sizes, *reversed(sizes)],
            "y": [*(high for _, _, high in ends), *reversed([low for _, low, _ in ends])],
            "fill": "toself",
            "fillcolor": colour,
            "line": {"width": 0, "color": colour},
            "hoverinfo": "skip",
        }
    ]


def _dashed(limits: Sequence[Limit]) -> list[Trace]:
    """The limits of 95 and 99.8 % as lines, finer for the wider ones."""
    ends = (("lower95", "dash"), ("upper95", "dash"), ("lower998", "dot"), ("upper998", "dot"))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [limit.n for limit in limits],
            "y": [getattr(limit, name) for limit in limits],
            "line": {"color": INK_2, "width": 1.2, "dash": dash},
            "hoverinfo": "skip",
        }
        for name, dash in ends
        if limits
    ]


def _points(units: Sequence[Unit], options: FunnelOptions, colour: str, size: int) -> list[Trace]:
    if not units:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [unit.n for unit in units],
            "y": [unit.value for unit in units],
            "marker": {"color": colour, "size": size, "line": {"color": PAPER, "width": 1.5}},
            "text": [_hover(unit, options) for unit in units],
            "hovertemplate": "%{text}<extra></extra>",
            "cliponaxis": False,
        }
    ]


def _hover(unit: Unit, options: FunnelOptions) -> str:
    language = options.reading.language
    who = options.own_name if _is_own(unit, options) else say("funnel.someone", language)
    size = say("count.n_short", language, number=written.number(unit.n, language))
    return f"{who}<br>{_amount(unit, options)}, {size}"


def _amount(unit: Unit, options: FunnelOptions) -> str:
    reading = options.reading
    return written.value(unit.value, reading.unit, reading.language, reading.decimals)


def _is_own(unit: Unit, options: FunnelOptions) -> bool:
    return options.own is not None and unit.partner == options.own


def _size_axis(first: int, last: int, reading: Reading) -> dict[str, Any]:
    raw = (last - first) / _TICKS
    power = 10 ** math.floor(math.log10(max(raw, 1)))
    step = next(int(power * part) for part in (1, 2, 5, 10) if raw <= power * part)
    ticks = list(range(math.ceil(first / step) * step, last + 1, step))
    counted = reading.counted or say("count.things", reading.language)
    title = {
        "text": say("funnel.size", reading.language, counted=counted),
        "font": {"color": INK_2, "size": TEXT_SIZE},
        "standoff": 6,
    }
    # Room on both sides, so that no point lies on the value axis.
    side = (last - first) * 0.04
    return x_axis(
        range=[first - side, last + side],
        tickvals=ticks,
        ticktext=[written.number(tick, reading.language) for tick in ticks],
        title=title,
    )
