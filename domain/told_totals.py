"""Says which counts of all partners together may be told though no proof knows them: who was asked, say.

Such a count is what is shown, the records with a value, and what has none: a count of its own, of which the
parts of partners are told to nobody. So every table that proves a hidden figure still shows the same, with as
many missing everywhere as there are. What is left to see to is the count itself: next to what one partner
knows, the others must have none or enough of it, and miss none or enough, in all that follows from what is
told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.period import Period, PeriodKind

_FINER = (PeriodKind.HALF_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH)
"""Partners deliver per half-year, so that is told first; shorter periods only with it."""


@dataclass(frozen=True)
class Share:
    """What of a count is one partner's: all of it, those with a value, and how many clients have those."""

    count: int
    known: int
    clients: int

    @property
    def missing(self) -> int:
        return self.count - self.known


@dataclass(frozen=True)
class Total:
    """A count of all partners together in a period, and the shares of partners that have a figure there."""

    period: Period
    whole: Share
    shares: Mapping[str, Share]
    is_shown: bool

    @cached_property
    def rest(self) -> int:
        """What partners without a figure have of it."""
        return max(0, self._left)

    @cached_property
    def most(self) -> int:
        """The most that one partner can have of it."""
        return max(self.rest, *(share.count for share in self.shares.values()), 0)

    @cached_property
    def _left(self) -> int:
        """Below nothing where the parts are no parts of this."""
        return self.whole.count - sum(share.count for share in self.shares.values())

    def may_stand(self, least: int) -> bool:
        """Whether nobody knows by it of a group of others, or of their missing, smaller than `least`.

        Partners without a figure have the rest, of which they miss all; which of them has how much of it
        stands nowhere, so enough must be left whatever one of them has.
        """
        is_rest_large = self.rest > 0 and self.whole.missing - self.rest < least
        if not self.is_shown or self._left < 0 or is_rest_large:
            return False
        return not any(self._is_few_for(own, least) for own in (Share(0, 0, 0), *self.shares.values()))

    def _is_few_for(self, own: Share, least: int) -> bool:
        """Whether the others have fewer than that, or miss fewer, of which this reader would know.

        Twelve records can be of three clients. How many clients a count is of is kept nowhere, but those of
        its values are; of those the others have at least what the reader does not.
        """
        others = self.whole.count - own.count, self.whole.missing - own.missing
        clients = self.whole.clients - own.clients
        return any(0 < count < least for count in others) or (others[0] > 0 and clients < least)


def told_totals(totals: Iterable[Total], least: int) -> list[Total]:
    """Which of the totals of one count may be told.

    Shorter periods only all together and where they make up the longer one, longer ones only where they are
    the told half-years or nothing inside them is told: no remainder may follow. (In what partners deliver as
    figures, a year may be less than its half-years.)
    """
    every, found = list(totals), list[Total]()
    for at, kind in enumerate(_FINER):
        longer = [one for one in every if one.period.kind in _FINER[:at]]
        parts: dict[Period | None, list[Total]] = {}
        for one in every:
            if one.period.kind is kind:
                parts.setdefault(_around(one, longer), []).append(one)
        for around, inside in parts.items():
            found += _told(around, inside, found, least)
    for kind in (PeriodKind.YEAR, PeriodKind.HORIZON):
        found += [one for one in every if one.period.kind is kind and _may_join(one, found, least)]
    return found


def _told(around: Period | None, parts: Sequence[Total], so_far: Sequence[Total], least: int) -> list[Total]:
    standing = [one for one in parts if one.may_stand(least)]
    if around is None:
        return standing
    whole = next((one for one in so_far if one.period == around), None)
    makes_up = whole is not None and sum(one.whole.count for one in parts) == whole.whole.count
    return standing if makes_up and len(standing) == len(parts) else []


def _around(one: Total, longer: Sequence[Total]) -> Period | None:
    """The shortest longer period that has a figure."""
    inside = [other.period for other in longer if _is_inside(one.period, other.period)]
    return min(inside, key=lambda period: period.months, default=None)


def _may_join(longer: Total, found: Sequence[Total], least: int) -> bool:
    """Whether a long period is the sum of told half-years, or a year of which nothing else is told."""
    inside = [one for one in found if _is_inside(one.period, longer.period)]
    if not inside:
        return longer.period.kind is PeriodKind.YEAR and longer.may_stand(least)
    halves = [one.whole.count for one in inside if one.period.kind is PeriodKind.HALF_YEAR]
    return longer.is_shown and sum(halves) == longer.whole.count


def _is_inside(period: Period, other: Period) -> bool:
    return other.contains(period.start) and other.contains(period.end)
