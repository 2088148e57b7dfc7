"""One figure per care form, age group, referrer, municipality or informant."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask
from queries._observation import Observation


@dataclass(frozen=True, slots=True)
class SplitFigure(Observation):
    """A figure of one part, with the name of that part."""

    label: str


def splits(
    published: Published,
    *,
    period: str,
    language: str,
    indicator: str | None = None,
    partner: str | None = None,
    split: str | None = None,
) -> list[SplitFigure]:
    """The parts of one period in the order of their codes; of one indicator or split, or of all."""
    return ask(
        published,
        "splits",
        SplitFigure,
        indicator=indicator,
        period=period,
        language=language,
        partner=partner,
        split=split,
    )
