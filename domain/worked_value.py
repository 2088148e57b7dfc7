"""One number of a worked example, and how the numbers of an example are made."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from domain.intervals import CONFIDENCE_95, CONFIDENCE_998

Value = tuple[str, float, int, bool]
"""Name, amount, decimals, and whether it is a share."""

Rule = Callable[[], Iterable[Value]]


def levels() -> Iterable[Value]:
    """How sure the usual margin and the strict one are."""
    yield from (("usual", CONFIDENCE_95, 0, True), ("strict", CONFIDENCE_998, 1, True))


def edge() -> Iterable[Value]:
    """Up to where the usual margin reaches on one side."""
    return (("edge", (1 + CONFIDENCE_95) / 2, 1, True),)


def ends(name: str, lower: float | None, upper: float | None) -> Iterable[Value]:
    """The two ends of a margin of a share."""
    return (f"lower{name}", known(lower), 1, True), (f"upper{name}", known(upper), 1, True)


def points(lower: float | None, upper: float | None) -> Iterable[Value]:
    """The two ends of a margin in percentage points."""
    return ("lower", known(lower) * 100, 1, False), ("upper", known(upper) * 100, 1, False)


def listed(name: str, amounts: Sequence[float]) -> Iterable[Value]:
    """A list of whole numbers, written in one breath: `name_1`, `name_2` and so on."""
    return ((f"{name}_{place}", amount, 0, False) for place, amount in enumerate(amounts, start=1))


def known(amount: float | None) -> float:
    """The amount; NaN for none."""
    return float(np.nan if amount is None else amount)
