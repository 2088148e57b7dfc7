"""A part and its whole in one table keep to what each shows elsewhere, and to what others show."""

from dataclasses import replace

import numpy as np
import pytest

from data.publishing.protection.figures import Own
from data.publishing.protection.limits import Limits
from data.publishing.protection.links import Pair
from data.publishing.protection.populations import Population, with_limits
from data.publishing.protection.together import together
from domain.disclosure_cube import Place
from domain.disclosure_ledger import REACH, InvalidWitness, witness_of
from domain.period import parse_period
from tests.integration.protection.test_proved_together import group_of

PLACES = [Place(None, parse_period(period)) for period in ("2024-Q1", "2024-01", "2024-02", "2024-03")]


def test_where_the_one_need_not_be_a_part_the_shown_whole_limits_it_all_the_same() -> None:
    """One partner answered in January and tells no cases, so that there the one need not be a part."""
    answered, shown = np.array([[60, 5, 25, 30]]), np.array([np.inf, 12.0, np.inf, np.inf])
    limits = (Limits(2, shown, np.zeros(len(PLACES))),)
    member = replace(group_of(1, answered).members[0], limits=limits)
    known = dict.fromkeys(member.counts, np.array([np.nan])) | {"records": np.array([3.0])}
    own = Own(np.array([1]), known, np.array([1]))
    groups = [
        with_limits(Population((replace(member, own=own),), ()), {1: limits}),
        group_of(2, np.array([[92, 12, 40, 40]])),
    ]
    both = together(groups, Pair((0, 0), (1, 0)), PLACES, REACH)
    january = 1
    assert january not in both.links[0]
    hidden, nothing = np.isin(np.arange(len(PLACES)), (1, 2)), np.zeros(len(PLACES), dtype=bool)
    february = 2 * len(PLACES) + int(np.searchsorted(both.links[0], 2))
    more = witness_of([(0, january, 20), (0, 2, -20), (0, february, -20)], 1)
    with pytest.raises(InvalidWitness, match="at most"):
        both.ledger(hidden, nothing, nothing).take(more)


def test_what_other_counts_of_the_part_show_limits_the_whole() -> None:
    """Who answered one question is fewer than who answered another; a pair knows of the other by limits."""
    one, other, asked = (np.array([many]) for many in ([60, 5, 25, 30], [50, 4, 23, 23], [92, 12, 40, 40]))
    part = Population((*group_of(0, one).members, *group_of(1, other).members), ())
    shown = tuple(
        Limits(at, np.full(len(PLACES), np.inf), many[0].astype(float))
        for at, many in enumerate((one, other))
    )
    whole = Population((replace(group_of(2, asked).members[0], limits=shown),), ())
    groups = [with_limits(part, {}), with_limits(whole, {2: shown})]
    for number, limiting in ((0, other), (1, one)):
        both = together(groups, Pair((0, number), (1, 0)), PLACES, REACH)
        assert both.links[1].size == len(PLACES)
        assert both.whole.table.floors is not None
        assert np.array_equal(both.whole.table.floors, limiting)
