"""Rounds as the field does: half goes up, in decimal arithmetic, and every count from its own exact value."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import TypeVar

import numpy as np

from domain.columns import Numbers

Cell = TypeVar("Cell")

_GUARD = 9
"""So many decimals beyond the last are kept of a computed value."""

_EXACT = Context(prec=400)
"""Room for any float."""


def round_to_base(count: int, base: int) -> int:
    """The count to the nearest multiple of the base; a half goes up."""
    return (2 * count + base) // (2 * base) * base


def round_counts(counts: Numbers, base: int) -> Numbers:
    """`round_to_base` for a whole column; NaN stays NaN."""
    return np.asarray(np.floor((2 * counts + base) / (2 * base)) * base)


def round_table(cells: Mapping[Cell, int], base: int) -> dict[Cell, int]:
    """Every cell rounded on its own; the parts need not add up to their total."""
    return {cell: round_to_base(count, base) for cell, count in cells.items()}


def round_half_up(value: Decimal | str | float, decimals: int) -> Decimal:
    """The value to so many decimals; a float as `round_computed`, what was written as it stands."""
    if isinstance(value, float):
        return round_computed(Decimal(repr(float(value))), decimals)
    return Decimal(value).quantize(_last(decimals), ROUND_HALF_UP, _EXACT)


def round_computed(value: Decimal, decimals: int) -> Decimal:
    """The value to so many decimals, a half up, where binary floats may have been on the way.

    A computed half may lie a few binary steps too low: 24 % less 12 × 15 / 48 is 20.25 %, its float
    0.20249999999999999. So what lies within half a billionth of the last decimal from a half is one: nearer
    than any share of counts that is truly lower.
    """
    near = value.quantize(_last(decimals + _GUARD), ROUND_HALF_EVEN, _EXACT)
    return near.quantize(_last(decimals), ROUND_HALF_UP, _EXACT)


def _last(decimals: int) -> Decimal:
    """One in the last decimal."""
    return Decimal(1).scaleb(-decimals)


def rounding_interval(rounded: int, base: int) -> tuple[int, int]:
    """The counts that round to this value, from 0 on."""
    lowest = rounded - base // 2
    return max(0, lowest), lowest + base - 1
