"""Rows of one value each, with the name before and the numbers behind: reasons of ending, groups of a split."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components import format as written
from components.descriptions.counts import n_text
from components.descriptions.criterion import criterion_label
from components.figures.axes import value_range
from components.figures.labels import annotation, wrapped
from components.figures.layers import levels_of
from components.figures.rows import CriterionStep, Reading, ReasonCount, SplitValue
from components.text import say
from components.theme import INK, INK_2, INK_3, INTERVAL, PAPER, RULE, SERIES, figure_layout, x_axis, y_axis

_NAMES, _FIRST, _SECOND = 200, 62, 68  # pixels of the names, and where the two numbers end and begin
_WIDE_CHARACTERS, _NARROW_CHARACTERS, _LINES = 28, 40, 3
_LINE = 17  # pixels of one line of a name
_TOP, _BOTTOM = 24, 6


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands around one row: its name, and two numbers or one word behind it."""

    name: str
    first: str
    second: str
    colour: str = INK


def reasons_figure(rows: Sequence[ReasonCount], *, language: str) -> dict[str, Any]:
    """A bar per reason with count and share behind it; dark bars count as dropout."""
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row.count for row in rows],
        "y": list(range(len(rows))),
        "marker": {"color": [SERIES if row.is_dropout else INTERVAL for row in rows]},
        "width": 0.5,
        "hoverinfo": "skip",
    }
    largest = max((row.count for row in rows if row.count), default=1.0)
    words = [_reason_words(row, language) for row in rows]
    return _figure([bars], words, largest, strips=False)


def split_figure(
    rows: Sequence[SplitValue], *, reading: Reading, criterion: CriterionStep | None = None
) -> dict[str, Any]:
    """A point per group on one shared strip, with value and n behind it and the criterion as a line."""
    norms = [] if criterion is None else levels_of(criterion)
    shown = [(place, row) for place, row in enumerate(rows) if row.value is not None and not row.suppressed]
    values = value_range(
        [0.0, *norms, *(amount for _, row in shown for amount in (row.value, row.upper))], unit=reading.unit
    )
    figure = _figure(
        _dots(shown), [_split_words(row, reading) for row in rows], values.high, strips=True, norms=norms
    )
    if criterion is not None:
        label = _norm_label(criterion, reading, values.high)
        figure["layout"]["annotations"].append(label)
        figure["layout"]["meta"]["narrow"]["annotations"].append(label)
    return figure


def _dots(shown: Sequence[tuple[int, SplitValue]]) -> list[dict[str, Any]]:
    if not shown:
        return []
    dots: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": [row.value for _, row in shown],
        "y": [place for place, _ in shown],
        "marker": {
            "color": [PAPER if row.provisional else SERIES for _, row in shown],
            "size": 12,
            "opacity": 1,
            "line": {"color": SERIES, "width": 2},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    if any(row.lower is not None and row.upper is not None for _, row in shown):
        dots["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [(row.upper or row.value or 0.0) - (row.value or 0.0) for _, row in shown],
            "arrayminus": [(row.value or 0.0) - (row.lower or row.value or 0.0) for _, row in shown],
            "color": INTERVAL,
            "thickness": 6,
            "width": 0,
        }
    return [dots]


def _figure(
    traces: list[dict[str, Any]],
    words: Sequence[_Words],
    highest: float,
    *,
    strips: bool,
    norms: Sequence[float] = (),
) -> dict[str, Any]:
    """Names left of the rows; on a narrow plot above them."""
    count = max(len(words), 1)
    wide_row = 20 + _LINE * _most_lines(words, _WIDE_CHARACTERS)
    narrow_row = 34 + _LINE * _most_lines(words, _NARROW_CHARACTERS)
    numbers = {"r": _SECOND + 62, "t": _TOP, "b": _BOTTOM}
    lines = [_strip(place, strips) for place in range(len(words))] + [_norm(norm) for norm in norms]
    narrow = {
        "height": _TOP + _BOTTOM + narrow_row * count,
        "margin": {**numbers, "l": 2, "r": _SECOND + 58},
        "annotations": [*_names_above(words), *_numbers(words)],
    }
    layout = figure_layout(
        height=_TOP + _BOTTOM + wide_row * count,
        margin={**numbers, "l": _NAMES},
        xaxis=x_axis(visible=False, range=[0, highest]),
        yaxis=y_axis(visible=False, range=[count - 0.5, -0.5]),
        shapes=lines,
        annotations=[*_names_before(words), *_numbers(words)],
        meta={"narrow": narrow},
    )
    return {"data": traces, "layout": layout}


def _names_before(words: Sequence[_Words]) -> list[dict[str, Any]]:
    return [
        _at(wrapped(row.name, _WIDE_CHARACTERS, _LINES), place, INK_2, xanchor="left", xshift=-_NAMES, x=0)
        for place, row in enumerate(words)
    ]


def _names_above(words: Sequence[_Words]) -> list[dict[str, Any]]:
    return [
        _at(
            wrapped(row.name, _NARROW_CHARACTERS, _LINES), place, INK_2,
            xanchor="left", xshift=0, x=0, yanchor="bottom", yshift=8,
        )
        for place, row in enumerate(words)
    ]  # fmt: skip


def _numbers(words: Sequence[_Words]) -> list[dict[str, Any]]:
    found = []
    for place, row in enumerate(words):
        single = not row.second
        first = {"xanchor": "left", "xshift": 12} if single else {"xanchor": "right", "xshift": _FIRST}
        found.append(_at(row.first, place, row.colour, x=1, **first))
        if row.second:
            found.append(_at(row.second, place, INK_2, x=1, xanchor="left", xshift=_SECOND))
    return found


def _at(text: str, place: int, colour: str, **where: Any) -> dict[str, Any]:
    return annotation(text, colour=colour, xref="paper", y=place, **{"yanchor": "middle", **where})


def _norm_label(criterion: CriterionStep, reading: Reading, highest: float) -> dict[str, Any]:
    middle = sum(levels_of(criterion)) / len(levels_of(criterion))
    share = middle / highest
    anchor = "left" if share < 0.2 else "right" if share > 0.8 else "center"
    text = f"<b>{criterion_label(criterion, reading)}</b>"
    return annotation(text, colour=INK, x=middle, y=1, yref="paper", xanchor=anchor, yanchor="bottom")


def _most_lines(words: Sequence[_Words], characters: int) -> int:
    return max((wrapped(row.name, characters, _LINES).count("<br>") + 1 for row in words), default=1)


def _strip(place: int, whole: bool) -> dict[str, Any]:
    """A hairline along the row, or only a small one where its bar begins."""
    ends = {"y0": place, "y1": place, "x1": 1} if whole else {"y0": place - 0.3, "y1": place + 0.3, "x1": 0}
    line = {"color": RULE if whole else INK_3, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "yref": "y", **ends, "line": line, "layer": "below"}


def _norm(value: float) -> dict[str, Any]:
    place = {"x0": value, "x1": value, "y0": 0, "y1": 1}
    line = {"color": INK, "width": 2}
    return {"type": "line", "xref": "x", "yref": "paper", **place, "line": line, "layer": "above"}


def _reason_words(row: ReasonCount, language: str) -> _Words:
    if row.count is None:
        return _absent(row.label, row.suppressed, language)
    share = "" if row.share is None else written.percentage(row.share, language)
    return _Words(row.label, f"<b>{written.number(row.count, language)}</b>", share)


def _split_words(row: SplitValue, reading: Reading) -> _Words:
    if row.value is None or row.suppressed:
        return _absent(row.label, row.suppressed, reading.language)
    amount = written.value(row.value, reading.unit, reading.language, reading.decimals)
    return _Words(row.label, f"<b>{amount}</b>", n_text(row, reading))


def _absent(label: str, suppressed: bool, language: str) -> _Words:
    return _Words(label, say("state.hidden" if suppressed else "state.not_measured", language), "", INK_3)
