"""What a group of indicators is a part of, or has as its parts, as tables to choose its hidden years in.

The other group is given: what it hides stays hidden, and what it shows is shown. After all places three more
stand for what is not chosen: shown, hidden, and small, which asks to be safe as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.publishing.protection.links import Pair
from data.publishing.protection.populations import Population
from data.publishing.protection.shielding import is_whole, small_places
from data.publishing.protection.together import Together, together
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_table import Integers
from domain.disclosure_whole import Whole

SHOWN, HIDDEN, SMALL = range(3)
"""Of what is given, counted from after the last place."""

GIVEN = 3


@dataclass(frozen=True, eq=False)
class Published:
    """The groups as published: their `suppressed` says what the rule hides, `hidden` all that is hidden."""

    groups: Sequence[Population]
    hidden: Sequence[Mask]


def as_published(by_rule: Sequence[Population], at_last: Sequence[Population], places: int) -> Published:
    """Of so many places, from the groups as the rule hides them, and as they are hidden at last."""
    small = {one.indicator: one.suppressed for group in by_rule for one in group.members}
    groups = [
        replace(group, members=tuple(replace(one, suppressed=small[one.indicator]) for one in group.members))
        for group in at_last
    ]
    return Published(groups, [small_places(group, places) for group in at_last])


def joined(
    published: Published, at: int, pairs: Sequence[Pair], places: Sequence[Place], threshold: int
) -> list[Whole]:
    """Every pair in which this group stands with something that is shown."""
    return [
        _whole(published, at, pair, together(published.groups, pair, places, threshold), len(places))
        for pair in pairs
        if at in pair.groups
        and not any(is_whole(published.groups[one], published.hidden[one]) for one in pair.groups)
    ]


def _whole(published: Published, at: int, pair: Pair, both: Together, count: int) -> Whole:
    nothing = np.zeros(count, dtype=bool)
    layers = max(len(both.part.table.layers), len(both.whole.table.layers))
    ledger = both.ledger(nothing, nothing, nothing, most_rows=layers)  # the search changes fewer, by choice
    part, whole = (
        of.places if one == at else _given(published, one, of.places, count)
        for of, one in zip((both.part, both.whole), pair.groups, strict=True)
    )
    mine, theirs = both.links
    ours, others = (part[mine], whole[theirs]) if pair.groups[0] == at else (whole[theirs], part[mine])
    # What is missing is hidden where either of the two is.
    missing = np.where(others > count + SHOWN, count + HIDDEN, ours)
    everywhere = np.concatenate([part, whole, missing])
    return Whole(ledger.table, both.layout(), ledger.needs, ledger.asks, everywhere)


def _given(published: Published, group: int, places: Integers, count: int) -> Integers:
    hidden, small = published.hidden[group][places], small_places(published.groups[group], count)[places]
    return count + np.where(hidden & small, SMALL, np.where(hidden, HIDDEN, SHOWN))
