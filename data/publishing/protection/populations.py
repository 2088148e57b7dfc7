"""Sorts the released figures into groups that share one mask, and each group into the sums an attacker has.

Indicators about the same cases (three kinds of leaving early, the reasons of ending) show the same numbers of
clients: what one of them shows, none of the others can hide. So they are hidden together, place by place. The
same holds for an indicator about what another one does not count, such as leaving early of all who told why,
and where the cases are the same at one partner only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.publishing.protection.figures import Figures
from data.publishing.protection.limits import Limits, from_outside
from data.publishing.protection.same_cases import is_same
from data.publishing.protection.sums import Sums, sums_of
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_table import NOBODY, Integers


@dataclass(frozen=True, eq=False)
class Population:
    """Indicators that share one mask, and everything of theirs that adds up."""

    members: tuple[Figures, ...]
    sums: tuple[Sums, ...]

    @property
    def is_limited(self) -> bool:
        """Whether others show anything of it."""
        return any(member.limits for member in self.members)


def populations(every: Sequence[Figures], places: Sequence[Place]) -> list[Population]:
    """The groups, the largest first."""
    owners = _owners(places)
    groups: list[list[Figures]] = []
    for one in every:
        same = [group for group in groups if any(is_same(one, other, owners) for other in group)]
        groups = [group for group in groups if group not in same] + [[one, *(m for g in same for m in g)]]
    found = [Population(tuple(group), sums_of(group)) for group in groups]
    return sorted(found, key=lambda one: -sum(sums.layers.size for sums in one.sums))


def with_limits(group: Population, limits: Mapping[int, tuple[Limits, ...]]) -> Population:
    """With what others show of it, by indicator; within a group all is hidden at the same places."""
    inside = {one.indicator for one in group.members}
    members = [
        replace(one, limits=from_outside(limits.get(one.indicator, ()), inside)) for one in group.members
    ]
    return Population(tuple(members), sums_of(members))


def hiding(group: Population, mask: Mask) -> Population:
    """With what stands in these places hidden, of all members."""
    members = (replace(one, suppressed=mask[one.places]) for one in group.members)
    return Population(tuple(members), group.sums)


def figures_in(group: Population, mask: Mask) -> int:
    """How many figures of its members stand in these places."""
    return sum(int(np.count_nonzero(mask[one.places])) for one in group.members)


def _owners(places: Sequence[Place]) -> Integers:
    """Whose each place is, as a number; NOBODY's are those of all partners."""
    codes = sorted({place.partner for place in places if place.partner})
    number = {code: at for at, code in enumerate(codes)}
    return np.array([number.get(place.partner or "", NOBODY) for place in places], dtype=np.int64)
