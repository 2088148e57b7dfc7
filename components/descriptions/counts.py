"""How many observations stand behind a value, in words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from components import format as written
from components.figures.rows import Ranged, Reading
from components.format import NBSP, number
from components.text import say

MEANS = {"cijfer", "score"}
"""Units of means: their margin follows from how far the answers lie apart, where that is known."""
_MORE_DECIMALS = 2


class Counted(Protocol):
    """Anything with a numerator and a denominator (or n)."""

    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...


def count_text(row: Counted, reading: Reading) -> str:
    """'22 van de 120 trajecten' for a share, '210 trajecten' otherwise; empty where no count is known."""
    if row.denominator is None:
        return ""
    total = number(row.denominator, reading.language)
    if reading.unit == "procent" and row.numerator is not None:
        part = number(row.numerator, reading.language)
        return say("count.of", reading.language, numerator=part, denominator=total, counted=_things(reading))
    return say("count.n", reading.language, number=total, counted=_things(reading))


def counted_text(row: Counted, reading: Reading) -> str:
    """As `count_text`; of a number, which has nothing behind it, what it is a number of: 'jongeren'."""
    return reading.counted or "" if reading.unit == "aantal" else count_text(row, reading)


def n_text(row: Counted, reading: Reading) -> str:
    """'n = 120'; empty where no count is known."""
    if row.denominator is None:
        return ""
    text = say("count.n_short", reading.language, number=number(row.denominator, reading.language))
    return text.replace(" ", NBSP)


def n_range_text(rows: Iterable[Counted], reading: Reading) -> str:
    """'n = 108 tot 122' over all rows; empty where no count is known."""
    counts = sorted({row.denominator for row in rows if row.denominator is not None})
    if not counts:
        return ""
    low, high = number(counts[0], reading.language), number(counts[-1], reading.language)
    if low == high:
        return say("count.n_short", reading.language, number=low)
    return say("count.n_range", reading.language, low=low, high=high)


def interval_text(row: Ranged, reading: Reading, *, exact: bool = False) -> str:
    """'12 % tot 26 %'; empty where no interval is known or the value is hidden."""
    if row.suppressed or row.lower is None or row.upper is None:
        return ""
    places = exact_decimals(reading) if exact else reading.decimals
    ends = [written.value(end, reading.unit, reading.language, places) for end in (row.lower, row.upper)]
    return say("count.interval", reading.language, low=ends[0], high=ends[1])


def is_margin_said(text: str, row: Ranged, reading: Reading) -> bool:
    """Whether a text already gives the margin, with as many decimals as it took there."""
    places = written.decimals_of(reading.unit, reading.decimals)
    margins = [
        interval_text(row, replace(reading, decimals=places + more)) for more in range(_MORE_DECIMALS + 1)
    ]
    return any(margin in text for margin in margins)


def told_apart(reading: Reading, border: float, row: Ranged) -> Reading:
    """The reading with as many decimals as it takes to see the ends of the margin apart from a border.

    'De hele marge, 38 % tot 42 %, haalt 42 % niet' would not be true for who reads it.
    """
    places = written.decimals_of(reading.unit, reading.decimals)
    for more in range(_MORE_DECIMALS + 1):
        finer = replace(reading, decimals=places + more)
        texts = [
            written.value(amount, finer.unit, finer.language, finer.decimals)
            for amount in (border, row.lower, row.upper)
            if amount is not None
        ]
        if texts[0] not in texts[1:]:
            return finer
    return reading


def exact_decimals(reading: Reading) -> int:
    """The decimals of a table: one at least for a share, and no more than were measured."""
    places = written.decimals_of(reading.unit, reading.decimals)
    return max(places, 1) if reading.unit == "procent" else places


def _things(reading: Reading) -> str:
    return reading.counted or say("count.things", reading.language)
