"""What a figure over time carries along for a projector, where there is no list below it and no pointer."""

from collections.abc import Sequence
from typing import Any

from components import format as written
from components.figures.axes import ValueRange, YearRange, value_axis
from components.figures.rows import TrendOptions, numbered
from components.figures.trend_words import visible_marks
from components.key import KeyItem
from components.text import say

_EXPLAINED = {"k-open", "k-old", "k-hidden", "k-mile", "k-fan"}
"""Signs that have no word of their own beside them, as the criterion and the target have."""
EVENTS_ROOM = 0.22
"""Above the values, for the numbers of events, as a part of their range."""


def carried(
    options: TrendOptions,
    years: YearRange,
    values: ValueRange,
    key: Sequence[KeyItem],
    **drawn: list[dict[str, Any]],
) -> dict[str, Any]:
    """The words and lines in the plot, its axis, the signs that ask for words, and the events by date."""
    axis = value_axis(values, options.reading)
    return {
        **drawn,
        "yaxis": {name: axis[name] for name in ("range", "tickvals", "ticktext")},
        "key": [[item.sign, item.text] for item in key if item.sign in _EXPLAINED],
        "events": _events(options, years),
    }


def is_numbered(options: TrendOptions, years: YearRange) -> bool:
    """Whether the lines of events have numbers: one alone has none."""
    return len(options.marks) > 1 and bool(visible_marks(options.marks, years))


def _events(options: TrendOptions, years: YearRange) -> list[list[str]]:
    """Of every event that is drawn the number at its line, what it is and when, and its name."""
    shown = visible_marks(options.marks, years)
    language = options.reading.language
    return [
        [
            str(number) if len(options.marks) > 1 else "",
            f"{say(f'figure.{mark.kind}', language).lower()} {written.short_date(mark.on, language)}",
            mark.text,
        ]
        for number, mark in numbered(options.marks)
        if mark in shown
    ]
