"""How many figures of partners are hidden beside the smallest safe number, per group of indicators and year.

`python -m bench.fewest` takes what has been taken in where the settings say, and protects it as a publication
does, which on the samples takes half an hour. The smallest number is exact for
each part of a year: the totals of the partners over time, and each split. A year counts its parts together,
which no safe choice for the whole can go below; how far it must stay above that, nothing here says. Of the
figures of whole years without a split the smallest number is that of the whole table (`bench.years`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bench.joined import Published, as_published, joined
from bench.years import WITHIN, OfYear, of_years
from data.publishing.aggregation import compute_figures
from data.publishing.masking import make_masks
from data.publishing.plan import resolve_goals
from data.publishing.policies import load_policies
from data.publishing.protection.links import Pair
from data.publishing.protection.populations import Population, populations
from data.publishing.protection.protecting import protected
from data.publishing.protection.reading import read_figures, read_places
from data.publishing.protection.rounds import read_groups
from data.publishing.protection.shielding import small_places
from data.publishing.protection.tables import count_of, placed, places_of_few_others
from data.publishing.release import load_released
from data.servable import demanded_of
from data.store import attach, open_workspace
from domain.columns import Mask, Numbers
from domain.disclosure_cube import COST_OF_ALL, Place
from domain.disclosure_fewest import Part, fewest
from domain.disclosure_network import network
from domain.disclosure_table import Table
from domain.period import PeriodKind
from settings import Settings, load_settings

_TIE = 1e-4
_OF_A_YEAR = (PeriodKind.YEAR, PeriodKind.HALF_YEAR, PeriodKind.QUARTER)

Key = tuple[int, str]


@dataclass(frozen=True)
class Gap:
    """Figures of partners in a year about the same cases: small, the fewest that can be hidden, hidden.

    `whole` says the same of the figures of the whole year without a split.
    """

    group: int
    year: int
    small: int
    fewest: int
    hidden: int
    is_exact: bool
    whole: OfYear

    @property
    def more(self) -> int:
        return self.hidden - self.fewest


def gaps(
    found: Published, places: Sequence[Place], threshold: int, pairs: Sequence[Pair] = ()
) -> Iterator[Gap]:
    """For each group and year what is hidden of the partners beside the smallest number."""
    for number, (group, mask) in enumerate(zip(found.groups, found.hidden, strict=True)):
        small = small_places(group, len(places)) | places_of_few_others(group, len(places), threshold)
        least, is_exact = defaultdict[int, int](int), defaultdict[int, bool](lambda: True)
        beside = joined(found, number, pairs, places, threshold)
        whole = of_years(group, places, threshold, mask, beside)
        for (year, split), parts in _parts(group, places, threshold).items():
            counted = _counted(places, year, split)
            chosen = fewest(parts, small, _costs(places, counted))
            inside = np.isin(np.arange(len(places)), np.concatenate([part.places for part in parts]))
            least[year] += int(np.count_nonzero(chosen.hidden & counted & inside))
            is_exact[year] &= chosen.is_exact
        for year, count in sorted(least.items()):
            of_year = _counted(places, year)
            few, many = (int(np.count_nonzero(one & of_year)) for one in (small, mask))
            yield Gap(
                number, year, few, count, many, is_exact[year], whole.get(year, OfYear(0, 0, is_exact=True))
            )


def _costs(places: Sequence[Place], counted: Mask) -> Numbers:
    """These figures count, after those of all partners; of what does not count the fewest all the same."""
    return np.where([place.partner is None for place in places], COST_OF_ALL, counted + _TIE)


def _parts(group: Population, places: Sequence[Place], threshold: int) -> dict[Key, list[Part]]:
    """Per year its totals over time and its splits, each with its share of every count that adds up."""
    found: defaultdict[Key, list[Part]] = defaultdict(list)
    for sums in group.sums:
        here = placed(sums, places)
        count = count_of(sums, places, threshold)
        for key, rows in _relations(count.table, here).items():
            net = network(count.table, rows, count.needs)
            if any(here[cell].partner for cell in net.cells.tolist()):
                found[key].append(Part(net, sums.places[net.cells]))
    return found


def _relations(table: Table, places: Sequence[Place]) -> dict[Key, list[int]]:
    """The sums of each part: over time first, then over values, then over partners, finest first."""
    splits = sorted({place.split for place in places if place.split})
    found: defaultdict[Key, list[tuple[int, int, int]]] = defaultdict(list)
    for row, relation in enumerate(table.relations):
        total, part = places[relation.total], places[relation.parts[0]]
        order = 0 if total.period != part.period else 1 if total.split != part.split else 2
        for split in _splits_of(total, part, splits):
            found[total.period.start.year, split].append((order, part.period.months, row))
    return {key: [row for *_, row in sorted(rows)] for key, rows in found.items()}


def _splits_of(total: Place, part: Place, splits: Sequence[str]) -> list[str]:
    """The parts of its year in which a sum belongs: '' is that of the totals over time."""
    kind = total.period.kind
    if kind not in _OF_A_YEAR or part.period.kind is PeriodKind.MONTH:
        return []
    if total.period != part.period:
        return [] if total.split else [""]
    if total.split or part.split:
        return [str(part.split)] if kind is PeriodKind.YEAR else []
    return ["", *splits] if kind is PeriodKind.YEAR else [""]


def _counted(places: Sequence[Place], year: int, split: str | None = None) -> Mask:
    """The figures of partners in a year; of one part of it where a split is given."""
    return np.array(
        [
            place.partner is not None
            and place.period.kind in _OF_A_YEAR
            and place.period.start.year == year
            and (split is None or (place.split or "") == split)
            for place in places
        ]
    )


def published(settings: Settings) -> tuple[list[Place], Published, list[Pair]]:
    """What has been taken in, protected as a publication does."""
    connection = open_workspace(settings.home / "fewest")
    try:
        attach(connection, settings.intake_file, "intake")
        connection.execute("SET search_path = 'memory.main,intake.main'")
        compute_figures(connection, settings.today, lambda *_: None)
        resolve_goals(connection)
        load_policies(connection, demanded_of(replace(settings, protection="regel")))
        load_released(connection)
        make_masks(connection, lambda *_: None)
        places = read_places(connection)
        by_rule = populations(read_figures(connection), places)
        _, pairs = protected(connection, by_rule, places, settings.min_clients, lambda *_: None)
        return places, as_published(by_rule, read_groups(connection, places), len(places)), list(pairs.every)
    finally:
        connection.close()


def report(found: Sequence[Gap]) -> str:
    """Every group and year on a line, and then how far from the smallest number they lie."""
    lines = [
        f"group {one.group} in {one.year}: {one.small} small, "
        f"{'' if one.is_exact else 'more than '}{one.fewest} at least, {one.hidden} hidden; "
        f"of whole years {one.whole.fewest} and {one.whole.hidden}"
        for one in found
    ]
    more = np.array([one.more for one in found])
    at = {share: int(np.percentile(more, share)) for share in (0, 25, 50, 75, 100)}
    lines.append(f"more than the smallest number: {more.sum()} in {more.size} years, of which quantiles {at}")
    lines.append(f"at most {WITHIN} more: {np.count_nonzero(more <= WITHIN)} of {more.size}")
    whole = np.array([one.whole.hidden - one.whole.fewest for one in found])
    near = np.count_nonzero(whole <= WITHIN)
    lines.append(
        f"of figures of the whole year without a split, beside the smallest number of the whole table: "
        f"{near} of {whole.size}, at most {whole.max()} more, {whole.sum()} together"
    )
    return "\n".join(lines)


def main() -> None:
    """Choose what to hide as a publication does, and print it beside the smallest number."""
    settings = load_settings()
    places, found, pairs = published(settings)
    print(report(list(gaps(found, places, settings.min_clients, pairs))))


if __name__ == "__main__":
    main()
