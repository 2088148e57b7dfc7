"""How many partners' figures of whole years are hidden beside the smallest safe number, per year.

Smallest is what no safe choice can do without that hides no other figures of all partners together than are
hidden, and may hide every other figure of a partner: quarters, half-years, horizons and splits. Parts of a
count that add up apart are taken together as long as that is near enough to what is hidden: it is quick, and
never too large.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.joined import GIVEN, HIDDEN, SMALL
from data.publishing.protection.populations import Population
from data.publishing.protection.shielding import small_places
from data.publishing.protection.tables import Count, counts_of, places_of_few_others
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_fewest import Conditions
from domain.disclosure_whole import Among, Whole, fewest_among, in_one_layer
from domain.period import PeriodKind

WITHIN = 2
"""So many more than the fewest may be hidden."""

_TIE = 1e-4


@dataclass(frozen=True)
class OfYear:
    """The partners that are hidden in a year without a split, and the fewest that can be.

    `is_exact` when the search came to its end: where parts were taken together the fewest may still
    be more, and never less.
    """

    fewest: int
    hidden: int
    is_exact: bool


def of_years(
    group: Population,
    places: Sequence[Place],
    threshold: int,
    hidden: Mask,
    pairs: Sequence[Whole] = (),
) -> dict[int, OfYear]:
    """Per calendar year, for what is hidden of indicators about the same cases.

    In `pairs` they stand with what they are a part of, or with their parts, as these are hidden
    (`bench.joined`).
    """
    layered, together = (
        [_whole(count, is_together=one) for count in counts_of(group, places, threshold)]
        for one in (False, True)
    )
    layered, together = [*layered, *pairs], [*together, *map(_in_one_layer, pairs)]
    years = np.array([_year(place) for place in places] + [0] * GIVEN)
    hidden = np.append(hidden, [False] * GIVEN)
    among = _among(group, places, threshold, hidden, years > 0)
    known, found = Conditions(), {}
    for year in np.unique(years[among.choice & (years > 0)]).tolist():
        here = among.choice & (years == year)
        costs = np.where(here, 1.0, np.where(years > 0, _TIE, _TIE**2))
        for wholes in (together, layered):
            least = fewest_among(wholes, among, costs, known)
            few, many = (int(np.count_nonzero(mask & here)) for mask in (least.hidden, hidden))
            found[year] = OfYear(few, many, least.is_exact)
            if many - few <= WITHIN:
                break
    return found


def _year(place: Place) -> int:
    is_asked = place.partner is not None and place.split is None and place.period.kind is PeriodKind.YEAR
    return place.period.start.year if is_asked else 0


def _whole(count: Count, *, is_together: bool) -> Whole:
    """Each with a memory of its own: what fools an attacker in one layer need not do so in all of them."""
    whole = Whole(count.table, count.layout, count.needs, count.asks, count.places)
    return _in_one_layer(whole) if is_together else whole


def _in_one_layer(whole: Whole) -> Whole:
    return Whole(in_one_layer(whole.table), whole.layout, whole.needs, whole.asks, whole.places)


def _among(group: Population, places: Sequence[Place], threshold: int, hidden: Mask, is_asked: Mask) -> Among:
    here = np.zeros(is_asked.size, dtype=bool)
    here[np.concatenate([sums.places for sums in group.sums])] = True
    # A figure of all partners may be hidden where it is, and has to be safe then.
    is_of_all = hidden & np.array([place.partner is None for place in places] + [False] * GIVEN)
    primary = small_places(group, here.size) | places_of_few_others(group, here.size, threshold)
    is_a_partners = np.array([place.partner is not None for place in places] + [False] * GIVEN)
    free = here & is_a_partners & ~is_asked
    free[[len(places) + HIDDEN, len(places) + SMALL]] = True
    primary &= here
    primary[len(places) + SMALL] = True
    return Among(here & (is_asked | is_of_all), free, primary)
