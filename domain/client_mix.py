"""Whether the clients behind a figure are others than a year ago: an easier clientele is no success."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from math import fsum

NOTABLE_SHIFT = 0.10
"""So large a part of the clients in other groups than a year ago is worth a neutral note."""

NOTABLE_FALL = 0.10
"""So much smaller a number of clients is worth one as well."""

_NOISE = 1e-9


class MixNote(StrEnum):
    """What a rise in satisfaction should be read beside."""

    OTHERS = "others"
    FEWER = "fewer"
    BOTH = "both"


def shift(
    now: Mapping[str, float], before: Mapping[str, float], *, unsaid: Collection[str] = ()
) -> float | None:
    """Which part of the clients stands in other groups than a year ago, 0 to 1; None where no group compares.

    A group that is `unsaid` in either year counts in both with the others that are, as one group. Merging
    groups can only make a shift smaller: what is hidden from a reader never makes the clients seem others.
    Sums are exact, so that neither the order of the groups nor that of the years moves the last decimal.
    """
    groups = (now.keys() | before.keys()) - set(unsaid)
    if not now or not before or not groups:
        return None
    moved = fsum(abs(now.get(group, 0.0) - before.get(group, 0.0)) for group in groups)
    rest = [max(1 - fsum(year.get(group, 0.0) for group in groups), 0.0) for year in (now, before)]
    return (moved + abs(rest[0] - rest[1])) / 2


def fall(now: int | None, before: int | None) -> float | None:
    """By which part the number of clients fell; negative when it rose, None without both years."""
    if now is None or not before:
        return None
    return 1 - now / before


def note_of(*, has_risen: bool, shifted: float | None, fell: float | None) -> MixNote | None:
    """Beside what a rise in satisfaction is to be read; None without a rise, or for much the same clients."""
    is_other = shifted is not None and _reaches(shifted, NOTABLE_SHIFT)
    is_smaller = fell is not None and _reaches(fell, NOTABLE_FALL)
    if not has_risen or not (is_other or is_smaller):
        return None
    if is_other and is_smaller:
        return MixNote.BOTH
    return MixNote.OTHERS if is_other else MixNote.FEWER


def _reaches(part: float, least: float) -> bool:
    """Whether it is at least so large, whatever binary noise the subtraction left."""
    return part > least - _NOISE
