"""Published counts as columns by place, and every sum that the numbers themselves show to hold between them.

It knows nothing of what protects, on purpose: sums over partners, periods of any kind and splits are tried
wherever they could be, also of figures that are released to nobody, and counts of different indicators are
compared as they stand: everywhere, at one partner, and what one counts with one value of a split beside all
that another counts.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from domain.columns import Mask, Numbers
from domain.disclosure_slices import Same, same_across, same_at
from domain.disclosure_span import following, identities
from domain.disclosure_table import NOBODY, Integers
from domain.period import Period, PeriodKind

_NEARLY = 1e-6

WHOLE = -1
"""In place of a split and its value: the figure is of everybody."""

_Identity = Sequence[tuple[int, Integers]]
"""Columns, each in so many places, of which the numbers are equal place by place, or the first the sum."""

_Ties = tuple[Integers, Integers, Integers]
"""Totals, a part of each, and what kind of sum that is in."""

_OVER_PARTNERS = 0
"""The kind of sum of which the parts are of partners."""


@dataclass(frozen=True, eq=False)
class Places:
    """Where figures stand, as numbers: whose (NOBODY: all), when (in `periods`), and of which value."""

    partner: Integers
    period: Integers
    split: Integers
    value: Integers
    periods: Sequence[Period]

    @cached_property
    def _order(self) -> tuple[Integers, Integers]:
        codes = self._codes()
        order = np.argsort(codes)
        return codes[order], order

    def tied(self, parts: Integers, kind: Integers | int, **total: int) -> _Ties:
        """These places with their totals, which stand elsewhere in these respects, where there is one."""
        wanted, (codes, order) = self._codes(**total)[parts], self._order
        at = np.minimum(np.searchsorted(codes, wanted), codes.size - 1)
        has_total = codes[at] == wanted
        kinds = np.broadcast_to(kind, parts.size)[has_total]
        return order[at[has_total]], parts[has_total], np.asarray(kinds, dtype=np.int64)

    def _codes(self, **elsewhere: int) -> Integers:
        """A number for each place, or for the place it would be if it stood elsewhere in these respects."""
        found = np.zeros(self.period.size, dtype=np.int64)
        for name in ("partner", "period", "split", "value"):
            own = getattr(self, name)
            found = found * (int(own.max(initial=0)) + 2) + (elsewhere.get(name, own) + 1)
        return found


@dataclass(eq=False)
class Column:
    """One count at every place: NaN where there is none, whether it is shown, and where it may not follow.

    Clients are counted once, so theirs does not add up but by chance. Of what few have, a sum may hold by
    chance as well: it counts where it holds for one of `sizes` too, the numbers it is counted among. Who
    stands `beside` the figure of all partners may be missing in it. The indicators it is `of` have numbers.
    """

    values: Numbers
    shown: Mask
    secret: Mask
    sizes: list[Numbers]
    beside: Mask
    adds_up: bool = True
    of: frozenset[int] = frozenset()

    @property
    def unknown(self) -> Mask:
        """What is there and not shown."""
        return np.asarray(np.isfinite(self.values) & ~self.shown)


@dataclass(frozen=True, eq=False)
class _Sums:
    """Every sum that could hold (sum × place: 1 for a part, -1 for the total), and where its total stands."""

    matrix: Any
    totals: Integers
    is_over_partners: Mask


def merged(every: Iterable[Column]) -> list[Column]:
    """Columns with the same numbers everywhere as one: what one shows, all show."""
    found: dict[bytes, Column] = {}
    for column in every:
        same = found.setdefault(column.values.tobytes(), column)
        same.shown |= column.shown
        same.secret |= column.secret
        same.beside |= column.beside
        same.adds_up |= column.adds_up
        same.of |= column.of
        same.sizes += [] if same is column else column.sizes
    return [column for column in found.values() if np.isfinite(column.values).any()]


def followed(every: Sequence[Column], places: Places) -> Integers:
    """How many secret numbers of each column follow from what is shown, by any sums within and between."""
    if not every:
        return np.zeros(0, dtype=np.int64)
    sums = _sums_of(places)
    found = list(_identities(np.array([column.values for column in every]), places))
    known = [~column.unknown for column in every]
    _told_by_all(found, every, known)
    todo = set(range(len(every)))
    while todo:
        for at in todo:
            unknown = np.flatnonzero(~known[at])
            known[at][unknown[following(_within(every[at], sums)[:, unknown])]] = True
        todo = _told_by_all(found, every, known)
    pairs = zip(every, known, strict=True)
    return np.array(
        [np.count_nonzero(one.secret & one.unknown & (one.values > 0) & now) for one, now in pairs],
        dtype=np.int64,
    )


def neighbours(every: Sequence[Column], places: Places, of: Collection[int]) -> set[int]:
    """The columns of which numbers are equal to those of one of these, or in one sum with them."""
    found = set[int]()
    for identity in _identities(np.array([column.values for column in every]), places):
        columns = {column for column, _ in identity}
        found |= columns if columns & set(of) else set()
    return found


def _identities(numbers: Numbers, places: Places) -> Iterator[_Identity]:
    """All that is equal between columns, or the sum of two: everywhere, and in some places only."""
    everywhere, equal = np.arange(places.period.size), set[tuple[int, int]]()
    for columns in identities(numbers):
        equal |= {columns} if len(columns) == 2 else set()
        yield [(column, everywhere) for column in columns]
    for same in _in_some_places(numbers, places, equal):
        yield [(same.one, same.mine), (same.other, same.theirs)]


def _in_some_places(numbers: Numbers, places: Places, equal: set[tuple[int, int]]) -> Iterator[Same]:
    for partner in np.unique(places.partner[places.partner != NOBODY]):
        yield from same_at(numbers, np.flatnonzero(places.partner == partner), equal)
    for value in np.unique(places.value[places.split != WHOLE]):
        parts = np.flatnonzero(places.value == value)
        yield from same_across(numbers, *places.tied(parts, 0, split=WHOLE, value=WHOLE)[:2])


def _told_by_all(identities: Sequence[_Identity], every: Sequence[Column], known: Sequence[Mask]) -> set[int]:
    """The same of all identities together, until none of them tells anything more."""
    told, more = set[int](), True
    while more:
        now = {at for identity in identities for at in _told_by(identity, every, known)}
        told, more = told | now, bool(now)
    return told


def _told_by(identity: _Identity, every: Sequence[Column], known: Sequence[Mask]) -> Iterator[int]:
    """The columns of which another number is known, because the others of the identity are."""
    stands = np.all([np.isfinite(every[one].values[at]) for one, at in identity], axis=0)
    unknown = np.array([~known[one][at] for one, at in identity])
    last = stands & (unknown.sum(axis=0) == 1)
    for (one, at), is_unknown in zip(identity, unknown, strict=True):
        if (last & is_unknown).any():
            known[one][at[last & is_unknown]] = True
            yield one


def _within(column: Column, sums: _Sums) -> Any:
    """The sums that hold in this column, with those that stand beside the figure of all and without them."""
    tried, totals = _with_and_without(sums, column.beside)
    holds = _holds(column.values, tried, totals) & column.adds_up
    return tried[holds & np.any([_holds(sizes, tried, totals) for sizes in column.sizes], axis=0)]


def _with_and_without(sums: _Sums, beside: Mask) -> tuple[Any, Integers]:
    """All sums, and those over partners once more without what stands beside the figure of all."""
    from scipy.sparse import vstack

    where = np.flatnonzero(sums.is_over_partners & (abs(sums.matrix) @ beside.astype(float) > 0))
    fewer = sums.matrix[where]
    fewer.data[beside[fewer.indices]] = 0
    fewer.eliminate_zeros()
    return vstack([sums.matrix, fewer], format="csr"), np.concatenate([sums.totals, sums.totals[where]])


def _holds(values: Numbers, sums: Any, totals: Integers) -> Mask:
    """Of which sums there is a total, and a part, and the one is what the others are together."""
    stands, counts = np.isfinite(values), np.nan_to_num(values)
    has_parts = abs(sums) @ stands.astype(float) > 1
    adds_up = np.abs(sums @ counts) <= _NEARLY * np.maximum(1.0, counts[totals])
    return np.asarray(stands[totals] & has_parts & adds_up)


def _sums_of(places: Places) -> _Sums:
    from scipy.sparse import csr_array

    ties = [*_over_partners_and_splits(places), *_over_time(places)]
    total, part, tag = (np.concatenate(one) for one in zip(*ties, strict=True))
    tags = int(tag.max(initial=0)) + 1
    found, row = np.unique(total * tags + tag, return_inverse=True)
    totals: Integers = found // tags
    rows, cells = np.concatenate([row, np.arange(totals.size)]), np.concatenate([part, totals])
    signs = np.repeat([1.0, -1.0], [part.size, totals.size])
    matrix = csr_array((signs, (rows, cells)), shape=(totals.size, places.period.size))
    return _Sums(matrix, totals, found % tags == _OVER_PARTNERS)


def _over_partners_and_splits(places: Places) -> Iterator[_Ties]:
    owned, split = np.flatnonzero(places.partner != NOBODY), np.flatnonzero(places.split != WHOLE)
    yield places.tied(owned, _OVER_PARTNERS, partner=NOBODY)
    yield places.tied(split, 1 + places.split[split], split=WHOLE, value=WHOLE)


def _over_time(places: Places) -> Iterator[_Ties]:
    """Per pair of a period and a longer one; a sum is of parts of one kind."""
    kinds = {kind: number for number, kind in enumerate(PeriodKind, 1 + int(places.split.max(initial=0)) + 1)}
    for short, part in enumerate(places.periods):
        inside = np.flatnonzero(places.period == short)
        for long, whole in enumerate(places.periods):
            if whole.kind is not part.kind and whole.contains(part.start) and whole.contains(part.end):
                yield places.tied(inside, kinds[part.kind], period=long)
