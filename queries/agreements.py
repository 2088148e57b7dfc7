"""What partners agreed to deliver: which indicator, from when, how often and with whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement of one partner about one indicator.

    `evaluator` is the name of who evaluates joint trajectories; in the file of a partner another has none.
    """

    partner: str
    indicator: str
    valid_from: date
    valid_to: date | None
    frequency: str
    informant: str | None
    moment: str | None
    instrument: str | None
    evaluator: str | None
    has_evaluator: bool


def agreements(published: Published, *, partner: str | None = None) -> list[Agreement]:
    """The agreements of one partner or of all."""
    return ask(published, "agreements", Agreement, partner=partner)


def is_agreed(known: Iterable[Agreement], partner: str, indicator: str, start: date, end: date) -> bool:
    """Whether the partner agreed to deliver the indicator at some time between these days."""
    return any(
        one.partner == partner
        and one.indicator == indicator
        and one.valid_from <= end
        and (one.valid_to is None or one.valid_to >= start)
        for one in known
    )
