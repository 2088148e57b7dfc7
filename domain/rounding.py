"""Rounds as the field does: half goes up, in decimal arithmetic, and every count from its own exact value."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import TypeVar

import numpy as np

from domain.columns import Numbers

Cell = TypeVar("Cell")

_COMPUTED = Context(prec=12, rounding=ROUND_HALF_EVEN)


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
    """The value to so many decimals; a float as the decimal number that it stands for.

    A computed float may lie a few binary steps below the half that it is: 24 % less 12 × 15 / 48 is 20.25 %,
    its float 0.20249999999999999. So a float is read to twelve significant digits, far more than any count
    can tell apart, and only then rounded. What was written, as Decimal or text, is taken as it stands.
    """
    exact = as_computed(value) if isinstance(value, float) else Decimal(value)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def as_computed(value: float) -> Decimal:
    """A float without its binary noise."""
    return _COMPUTED.create_decimal_from_float(value)


def rounding_interval(rounded: int, base: int) -> tuple[int, int]:
    """The counts that round to this value, from 0 on."""
    lowest = rounded - base // 2
    return max(0, lowest), lowest + base - 1
