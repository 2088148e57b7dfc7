"""Says which counts of all partners together may be told beside each other.

What is told of two counts is told of their difference as well: who could have had a value and was not asked,
or who was asked one question and not the other. So that must be nobody or enough, also beside what one
partner knows of itself. Where one of the two is larger at one partner and smaller at another, neither holds
the other, and what they differ is no group.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from domain.period import Period, PeriodKind, period_of
from domain.told_totals import Share, Total, told_totals


class Counted(Enum):
    """What is counted of an indicator."""

    ELIGIBLE = "eligible"
    ASKED = "asked"
    ANSWERED = "answered"


@dataclass(frozen=True)
class Name:
    """Whose count of what."""

    indicator: str
    counted: Counted


Series = Mapping[Name, Sequence[Total]]
_Place = tuple[Name, Period]


def told_together(series: Series, least: int) -> dict[Name, list[Total]]:
    """Which totals may be told of counts that stand in no proof, next to the answers, which are shown.

    Where two differ by few, neither is told; of one indicator who was asked still is. Then others may be
    told by `told_totals` that were not before, so that is asked again.
    """
    answered = {
        name: [one for one in totals if one.is_shown]
        for name, totals in series.items()
        if name.counted is Counted.ANSWERED
    }
    silent: set[_Place] = set()
    while True:
        told = {
            name: told_totals([_unless(silent, name, one) for one in totals], least)
            for name, totals in series.items()
            if name not in answered
        }
        found = {place for pair in _pairs(told, answered) for place in _too_near(*pair, least)}
        if not found:
            return told
        silent |= found


def differ_by_few(one: Total, other: Total, least: int, *, is_inside: bool) -> bool:
    """Whether somebody would know of a group smaller than `least` that is in one and not in the other.

    `is_inside` where who is in the other is in the one as well, whatever the numbers are.
    """
    whole = one.whole.count - other.whole.count
    if abs(whole) - max(one.most, other.most) >= least:
        return False
    sides = {code: _side(one, other, code) for code in {**one.shares, **other.shares}}
    of_side = Counter(sides.values())
    for reader in (None, *sides):
        larger, smaller = (of_side[side] - (reader is not None and sides[reader] == side) for side in (1, -1))
        if larger and smaller and not is_inside:
            continue
        (least_own, most_own), (least_other, most_other) = _own(one, reader), _own(other, reader)
        low, high = whole - most_own + least_other, whole - least_own + most_other
        if max(low, 1) <= min(high, least - 1) or max(low, 1 - least) <= min(high, -1):
            return True
    return False


def _side(one: Total, other: Total, code: str) -> int:
    """Which of the two is larger at this partner; 0 as well where nobody knows."""
    (low, high), (other_low, other_high) = _own(one, code), _own(other, code)
    return (low > other_high) - (high < other_low)


def _own(total: Total, reader: str | None) -> tuple[int, int]:
    """How many this reader knows to be its own: without a figure that can be all that nobody else has."""
    share = total.shares.get(reader) if reader is not None else None
    return (0, total.rest) if share is None else (share.count, share.count)


def _unless(silent: set[_Place], name: Name, one: Total) -> Total:
    return replace(one, is_shown=False) if (name, one.period) in silent else one


@dataclass(frozen=True)
class _Said:
    """A total of a period that is told, or follows from what is told."""

    name: Name
    total: Total
    is_sum: bool = False


def _pairs(told: Series, answered: Series) -> Iterator[tuple[_Said, _Said]]:
    """Every two that can be laid side by side, what stands in no proof first."""
    told_at, answered_at = _by_period(told), _by_period(answered)
    for period, here in told_at.items():
        for place, one in enumerate(here):
            yield from ((one, other) for other in here[place + 1 :])
            yield from (
                (one, other)
                for other in answered_at.get(period, ())
                if other.name.indicator != one.name.indicator
            )


def _by_period(series: Series) -> dict[Period, list[_Said]]:
    found: dict[Period, list[_Said]] = {}
    for name, totals in series.items():
        for one in (*(_Said(name, total) for total in totals), *_sums(name, totals)):
            found.setdefault(one.total.period, []).append(one)
    return found


def _sums(name: Name, totals: Sequence[Total]) -> Iterator[_Said]:
    """The years that follow from half-years."""
    halves: dict[Period, list[Total]] = {}
    for one in totals:
        if one.period.kind is PeriodKind.HALF_YEAR:
            halves.setdefault(period_of(one.period.start, PeriodKind.YEAR), []).append(one)
    for year in halves.keys() - {one.period for one in totals}:
        parts = halves[year]
        codes = dict.fromkeys(code for one in parts for code in one.shares)
        shares = {code: _sum([one.shares[code] for one in parts if code in one.shares]) for code in codes}
        yield _Said(name, Total(year, _sum([one.whole for one in parts]), shares, is_shown=True), is_sum=True)


def _sum(parts: Sequence[Share]) -> Share:
    """Whoever is in both is one client."""
    return Share(
        sum(one.count for one in parts),
        sum(one.known for one in parts),
        max((one.clients for one in parts), default=0),
    )


def _too_near(one: _Said, other: _Said, least: int) -> Sequence[_Place]:
    """The places of which then nothing is told."""
    is_of_one = one.name.indicator == other.name.indicator
    if (one.is_sum and other.is_sum) or not differ_by_few(one.total, other.total, least, is_inside=is_of_one):
        return ()
    found = [said for said in (one, other) if said.name.counted is not Counted.ANSWERED and not said.is_sum]
    if is_of_one and len(found) > 1:
        found = [said for said in found if said.name.counted is Counted.ELIGIBLE]
    return [(said.name, said.total.period) for said in found]
