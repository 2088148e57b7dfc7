"""By what the figures of an indicator are taken apart."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class PublishedSplit:
    """One split, and how many of its parts are shown and hidden in this version."""

    split: str
    shown: int
    hidden: int


def published_splits(published: Published, *, indicator: str) -> list[PublishedSplit]:
    """The splits of one indicator, for all partners together and for each of them."""
    return ask(published, "published_splits", PublishedSplit, indicator=indicator)
