"""Figures through time, for one partner or for all together."""

from collections.abc import Sequence

from data.published import Published
from queries._ask import ask
from queries._observation import Observation


def trend(
    published: Published,
    *,
    indicators: Sequence[str],
    kinds: Sequence[str],
    partner: str | None = None,
    split: str | None = None,
    split_value: str | None = None,
) -> list[Observation]:
    """The figures of these indicators in periods of these kinds, oldest first."""
    return ask(
        published,
        "trend",
        Observation,
        indicators=list(indicators),
        kinds=list(kinds),
        partner=partner,
        split=split,
        split_value=split_value,
    )
