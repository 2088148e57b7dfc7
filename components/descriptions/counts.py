"""How many observations stand behind a value, in words."""

from collections.abc import Iterable
from typing import Protocol

from components.figures.rows import Reading
from components.format import NBSP, number
from components.text import say


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


def _things(reading: Reading) -> str:
    return reading.counted or say("count.things", reading.language)
