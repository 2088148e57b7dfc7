"""Rows of one value each, name before and numbers behind: the reasons of ending, the groups of a split."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from components import format as written
from components.descriptions.counts import n_text
from components.descriptions.criterion import criterion_label
from components.figures.agreed import levels_of
from components.figures.axes import value_range
from components.figures.labels import annotation, text_width, wrapped
from components.figures.rows import CriterionStep, Reading, ReasonCount, SplitValue
from components.figures.series import reach_of
from components.text import say
from components.theme import INK, INK_2, INK_3, INTERVAL, PAPER, RULE, SERIES, figure_layout, x_axis, y_axis

_NAMES, _FIRST, _SECOND = 200, 62, 62  # pixels: the names, and at least so much for each of the two numbers
_BEFORE, _BETWEEN = 12, 6  # pixels before the numbers and between them
_WIDE_CHARACTERS, _NARROW_CHARACTERS, _LINES = 28, 40, 3
_LINE, _GAP, _BAR = 17, 16, 18  # pixels: one line of a name, between two rows, a bar
_TOP, _BOTTOM = 24, 4


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands around one row: its name with a mark below it, and two numbers or one word behind it."""

    name: str
    first: str
    second: str
    colour: str = INK
    mark: str = ""

    def lines(self, characters: int) -> str:
        """The name broken over lines, and the mark on a line of its own."""
        broken = wrapped(self.name, characters, _LINES)
        return f"{broken}<br>{self.mark}" if self.mark else broken


@dataclass(frozen=True, slots=True)
class _Rows:
    """The middle of each row in pixels from the top, and the height of all together."""

    middles: list[float]
    height: int


Draw = Callable[[Sequence[float]], list[dict[str, Any]]]


def reasons_figure(rows: Sequence[ReasonCount], *, language: str) -> dict[str, Any]:
    """A bar per reason with count and share behind it; dark bars count as dropout."""

    def bars(middles: Sequence[float]) -> list[dict[str, Any]]:
        return [
            {
                "type": "bar",
                "orientation": "h",
                "x": [row.count for row in rows],
                "y": list(middles),
                "marker": {"color": [SERIES if row.is_dropout else INTERVAL for row in rows]},
                "width": _BAR,
                "hoverinfo": "skip",
            }
        ]

    largest = max((row.count for row in rows if row.count), default=1.0)
    return _figure(bars, [_reason_words(row, language) for row in rows], largest, strips=False)


def split_figure(
    rows: Sequence[SplitValue], *, reading: Reading, criterion: CriterionStep | None = None
) -> dict[str, Any]:
    """A point per group on one shared strip, with value and n behind it and the criterion as a line."""
    norms = [] if criterion is None else levels_of(criterion)
    shown = [(place, row) for place, row in enumerate(rows) if row.value is not None and not row.suppressed]
    amounts = [amount for _, row in shown for amount in (row.value, row.upper)]
    highest = value_range([0.0, *norms, *amounts], unit=reading.unit).high
    label = [] if criterion is None else [_norm_label(criterion, reading, highest)]

    def dots(middles: Sequence[float]) -> list[dict[str, Any]]:
        return _dots([(middles[place], row) for place, row in shown])

    words = [_split_words(row, reading) for row in rows]
    return _figure(dots, words, highest, strips=True, norms=norms, labels=label)


def _dots(shown: Sequence[tuple[float, SplitValue]]) -> list[dict[str, Any]]:
    if not shown:
        return []
    dots: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": [row.value for _, row in shown],
        "y": [middle for middle, _ in shown],
        "marker": {
            "color": [PAPER if row.provisional else SERIES for _, row in shown],
            "size": 12,
            "opacity": 1,
            "line": {"color": SERIES, "width": 2},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [dots | _intervals([row for _, row in shown])]


def _intervals(rows: Sequence[SplitValue]) -> dict[str, Any]:
    reach = [reach_of(row) for row in rows]
    if not any(up or down for down, up in reach):
        return {}
    bar = {"type": "data", "symmetric": False, "color": INTERVAL, "thickness": 6, "width": 0}
    return {"error_x": {**bar, "array": [up for _, up in reach], "arrayminus": [down for down, _ in reach]}}


def _figure(
    draw: Draw,
    words: Sequence[_Words],
    highest: float,
    *,
    strips: bool,
    norms: Sequence[float] = (),
    labels: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """Names left of the rows; on a narrow plot above them."""
    wide, narrow = _rows(words, _WIDE_CHARACTERS, above=False), _rows(words, _NARROW_CHARACTERS, above=True)
    room = _room(words)
    margin = {"l": _NAMES, "r": sum(room) + _BETWEEN, "t": _TOP if norms else _BOTTOM, "b": _BOTTOM}

    def placed(rows: _Rows, names: list[dict[str, Any]], lines: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "height": rows.height + margin["t"] + margin["b"],
            "yaxis": y_axis(visible=False, range=[rows.height, 0]),
            "shapes": [*(_strip(middle, strips) for middle in rows.middles), *lines],
            "annotations": [*names, *_numbers(words, rows, room[0]), *labels],
        }

    whole = [_norm(norm, ("paper", 0, 1)) for norm in norms]
    ticks = [_norm(norm, ("y", at - _BAR / 2, at + _BAR / 2)) for norm in norms for at in narrow.middles]
    small = placed(narrow, _names_above(words, narrow), ticks)
    small |= {"margin": {**margin, "l": 2}, "data": [{"y": trace["y"]} for trace in draw(narrow.middles)]}
    layout = figure_layout(
        margin=margin,
        xaxis=x_axis(visible=False, range=[0, highest]),
        meta={"narrow": small},
        **placed(wide, _names_before(words, wide), whole),
    )
    return {"data": draw(wide.middles), "layout": layout}


def _rows(words: Sequence[_Words], characters: int, *, above: bool) -> _Rows:
    middles: list[float] = []
    top = 0.0
    for row in words:
        name = _LINE * (row.lines(characters).count("<br>") + 1)
        tall = name + _BAR + _GAP if above else max(name, _BAR) + _GAP
        middles.append(top + (tall - _GAP / 2 - _BAR / 2 if above else tall / 2))
        top += tall
    return _Rows(middles, round(top) or _LINE)


def _names_before(words: Sequence[_Words], rows: _Rows) -> list[dict[str, Any]]:
    return [
        _at(row.lines(_WIDE_CHARACTERS), middle, INK_2, xanchor="left", xshift=-_NAMES, x=0)
        for middle, row in zip(rows.middles, words, strict=True)
    ]


def _names_above(words: Sequence[_Words], rows: _Rows) -> list[dict[str, Any]]:
    place = {"x": 0, "xanchor": "left", "yanchor": "bottom", "yshift": _BAR / 2}
    return [
        _at(row.lines(_NARROW_CHARACTERS), middle, INK_2, **place)
        for middle, row in zip(rows.middles, words, strict=True)
    ]


def _room(words: Sequence[_Words]) -> tuple[int, int]:
    """Pixels for the first number, with the space before it, and for the second."""
    both = [row for row in words if row.second]
    first = max((text_width(row.first) for row in both), default=0.0)
    second = max((text_width(row.second) for row in both), default=0.0)
    return max(_FIRST, round(first) + _BEFORE), max(_SECOND, round(second))


def _numbers(words: Sequence[_Words], rows: _Rows, end: int) -> list[dict[str, Any]]:
    """The two numbers beside each other, the first one up to its end; or one word."""
    found = []
    for middle, row in zip(rows.middles, words, strict=True):
        alone = {"xanchor": "left", "xshift": _BEFORE}
        beside = {"xanchor": "right", "xshift": end}
        found.append(_at(row.first, middle, row.colour, x=1, **(beside if row.second else alone)))
        if row.second:
            found.append(_at(row.second, middle, INK_2, x=1, xanchor="left", xshift=end + _BETWEEN))
    return found


def _at(text: str, place: float, colour: str, **where: Any) -> dict[str, Any]:
    return annotation(text, colour=colour, xref="paper", y=place, **{"yanchor": "middle", **where})


def _norm_label(criterion: CriterionStep, reading: Reading, highest: float) -> dict[str, Any]:
    middle = sum(levels_of(criterion)) / len(levels_of(criterion))
    share = middle / highest
    anchor = "left" if share < 0.2 else "right" if share > 0.8 else "center"
    text = f"<b>{criterion_label(criterion, reading)}</b>"
    return annotation(text, colour=INK, x=middle, y=1, yref="paper", xanchor=anchor, yanchor="bottom")


def _strip(place: float, whole: bool) -> dict[str, Any]:
    """A hairline along the row, or only a small one where its bar begins."""
    ends = (
        {"y0": place, "y1": place, "x1": 1}
        if whole
        else {"y0": place - _BAR / 2 - 2, "y1": place + _BAR / 2 + 2, "x1": 0}
    )
    line = {"color": RULE if whole else INK_3, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "yref": "y", **ends, "line": line, "layer": "below"}


def _norm(value: float, reach: tuple[str, float, float]) -> dict[str, Any]:
    yref, start, end = reach
    place = {"xref": "x", "x0": value, "x1": value, "yref": yref, "y0": start, "y1": end}
    return {"type": "line", **place, "line": {"color": INK, "width": 2}, "layer": "above"}


def _reason_words(row: ReasonCount, language: str) -> _Words:
    if row.count is None:
        return _absent(row.label, row.suppressed, language)
    share = "" if row.share is None else written.percentage(row.share, language)
    return _Words(row.label, f"<b>{written.number(row.count, language)}</b>", share)


def _split_words(row: SplitValue, reading: Reading) -> _Words:
    if row.value is None or row.suppressed:
        return _absent(row.label, row.suppressed, reading.language)
    amount = written.value(row.value, reading.unit, reading.language, reading.decimals)
    mark = say("status.small", reading.language) if row.small else ""
    return _Words(row.label, f"<b>{amount}</b>", n_text(row, reading), mark=mark)


def _absent(label: str, suppressed: bool, language: str) -> _Words:
    return _Words(label, say("state.hidden" if suppressed else "state.not_measured", language), "", INK_3)
