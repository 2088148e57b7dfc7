"""The released figures of one indicator, as protection knows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.publishing.protection.limits import Limits
from domain.columns import Mask, Numbers
from domain.disclosure_table import Integers


@dataclass(frozen=True, eq=False)
class Own:
    """What single partners know of figures of all: which one each row is a part of, its counts, and whose."""

    at: Integers
    counts: Mapping[str, Numbers]
    partners: Integers


@dataclass(frozen=True, eq=False)
class Figures:
    """The released figures of one indicator: where each stands and its counts; NaN where there is none.

    `known_to` names, per place of a figure of all partners, the one partner that made it up alone, and
    `made_by` all that have a part in it; `own` is
    what single partners have in figures of all where it is not released itself. `told` is what the version
    before showed with the same numbers: whoever kept that knows it, so hiding it now protects nothing. Of how
    many clients everybody knows each figure to be at least is `least`; `limits` are what others tell of it.
    `beside` are the places where a partner has a figure that is not in that of all partners: a median that it
    delivered itself.
    """

    indicator: int
    places: Integers
    row_ids: Integers
    suppressed: Mask
    counts: Mapping[str, Numbers]
    known_to: Mapping[int, str]
    made_by: Mapping[int, frozenset[str]]
    own: Own
    told: Mask
    least: Integers
    beside: frozenset[int] = frozenset()
    limits: tuple[Limits, ...] = ()
