"""How many partners' figures of whole years are hidden beside the smallest safe number, exactly, per year.

Smallest is what no safe choice can do without that hides no more figures of all partners together, and may
hide every other figure of a partner: quarters, half-years, horizons and splits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.publishing.protection.populations import Population
from data.publishing.protection.shielding import needs, places_of_few_others, small_places, tabled
from domain.columns import Mask
from domain.disclosure_cube import Place
from domain.disclosure_fewest import Conditions
from domain.disclosure_whole import Among, Whole, fewest_among, in_one_layer
from domain.period import PeriodKind

_TIE = 1e-4


@dataclass(frozen=True)
class OfYear:
    """The partners that are hidden in a year without a split, and the fewest that can be."""

    fewest: int
    hidden: int
    is_exact: bool


def of_years(group: Population, places: Sequence[Place], threshold: int, hidden: Mask) -> dict[int, OfYear]:
    """Per calendar year, for what is hidden of indicators about the same cases."""
    wholes = [_whole(group, at, places, threshold) for at in range(len(group.sums))]
    years = np.array([_year(place) for place in places])
    among = _among(group, places, threshold, hidden, wholes, years > 0)
    known, found = Conditions(), {}
    for year in np.unique(years[among.choice]).tolist():
        here = among.choice & (years == year)
        least = fewest_among(wholes, among, np.where(among.choice, np.where(here, 1.0, _TIE), 0.0), known)
        few, many = (int(np.count_nonzero(mask & here)) for mask in (least.hidden, hidden))
        found[year] = OfYear(few, many, least.is_exact)
    return found


def _year(place: Place) -> int:
    is_asked = place.partner is not None and place.split is None and place.period.kind is PeriodKind.YEAR
    return place.period.start.year if is_asked else 0


def _whole(group: Population, at: int, places: Sequence[Place], threshold: int) -> Whole:
    sums = group.sums[at]
    table, layout = tabled(sums, places)
    return Whole(in_one_layer(table), layout, needs(sums, table, threshold), sums.places)


def _among(
    group: Population,
    places: Sequence[Place],
    threshold: int,
    hidden: Mask,
    wholes: Sequence[Whole],
    is_asked: Mask,
) -> Among:
    here = np.zeros(len(places), dtype=bool)
    for whole in wholes:
        here[whole.places] = True
    is_of_all = np.array([place.partner is None for place in places])
    primary = small_places(group, len(places)) | places_of_few_others(group, len(places), threshold)
    free = here & np.where(is_of_all, hidden, ~is_asked)
    return Among(here & is_asked, free, primary & here)
