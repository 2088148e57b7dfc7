"""Puts groups of values together that are known by size, mean and deviation only."""

import numpy as np

from domain.columns import Numbers


def pooled(sizes: Numbers, means: Numbers, deviations: Numbers) -> tuple[float, float, float]:
    """Size, mean and sample deviation of all values together; NaN where a part of them is unknown.

    A group of one value has no deviation and needs none.
    """
    n = float(sizes.sum())
    if not n > 1:
        return n, float(means[0]) if n == 1 else float("nan"), float("nan")
    mean = float((sizes * means).sum() / n)
    inside = np.where(sizes > 1, (sizes - 1) * deviations**2, 0.0)
    between = sizes * (means - mean) ** 2
    return n, mean, float(np.sqrt((inside.sum() + between.sum()) / (n - 1)))
