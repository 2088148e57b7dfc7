"""Where the truth would have to lie, beyond a criterion of any kind, for a share or a mean to show it."""

import numpy as np

from domain.columns import Numbers
from domain.status import CriterionKind
from domain.verdict import Criteria, has_enough_expected
from domain.visible_difference import smallest_visible_mean_difference, smallest_visible_shares


def nearest_visible_shares(denominators: Numbers, criteria: Criteria) -> Numbers:
    """The nearest true share on the wrong side that would show; of 'between' beyond its nearer visible end.

    NaN without criterion, where no share would show, and where too few are expected for any verdict.
    """
    between = criteria.kind == CriterionKind.BETWEEN
    at_most = criteria.kind == CriterionKind.AT_MOST
    ceiling = np.where(between, criteria.high, np.where(at_most, criteria.low, np.nan))
    floor = np.where(between | (criteria.kind == CriterionKind.AT_LEAST), criteria.low, np.nan)
    above = smallest_visible_shares(denominators, ceiling, above=True)
    below = smallest_visible_shares(denominators, floor, above=False)
    is_above_nearer = np.isnan(below) | (above - ceiling <= floor - below)
    nearest = np.where(is_above_nearer, above, below)
    return np.where(has_enough_expected(criteria, denominators), nearest, np.nan)


def nearest_visible_means(sizes: Numbers, deviations: Numbers, criteria: Criteria) -> Numbers:
    """The nearest true mean on the wrong side that would show; of 'between' the one above it.

    NaN without criterion, and where the values do not differ, so that nothing can be said.
    """
    spread = np.where(deviations > 0, deviations, np.nan)
    distance = smallest_visible_mean_difference(sizes, spread)
    border = np.where(criteria.kind == CriterionKind.BETWEEN, criteria.high, criteria.low)
    downward = criteria.kind == CriterionKind.AT_LEAST
    known = np.isin(criteria.kind, list(CriterionKind))
    return np.where(known, np.where(downward, border - distance, border + distance), np.nan)
