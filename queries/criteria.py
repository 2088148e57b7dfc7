"""The criteria that partners agreed, with the days between which each one counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion in the unit of its indicator; without partner it counts for all."""

    indicator: str
    partner: str | None
    comparator: str
    value: float
    value_to: float | None
    valid_from: date
    valid_to: date | None
    agreed_on: date | None
    agreed_by: str | None

    def counts_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def criteria(
    published: Published,
    *,
    indicator: str | None = None,
    partner: str | None = None,
    every_partner: bool = False,
) -> list[Criterion]:
    """The criteria for everyone and those for this partner alone, or for each of them; oldest first."""
    asked = {"indicator": indicator, "partner": partner, "every_partner": every_partner}
    return ask(published, "criteria", Criterion, **asked)


def criterion_on(known: Iterable[Criterion], indicator: str, day: date) -> Criterion | None:
    """The criterion of an indicator on a day; one for a single partner goes before the general one."""
    counting = [one for one in known if one.indicator == indicator and one.counts_on(day)]
    return max(counting, key=lambda one: (one.partner is not None, one.valid_from), default=None)
