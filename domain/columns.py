"""The types of whole columns of figures, as the rules that judge a table at once take and give them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
"""Missing is NaN."""

Mask = npt.NDArray[np.bool_]

Words = npt.NDArray[Any]
"""Members of one StrEnum per cell (dtype object)."""


def numbers(values: npt.ArrayLike | Sequence[float | None]) -> Numbers:
    """The values as a column of floats; None becomes NaN."""
    return np.asarray(values, dtype=np.float64)


def words(size: int, word: str) -> Words:
    """A column in which every cell says the same."""
    column: Words = np.empty(size, dtype=object)
    column.fill(word)
    return column
