"""Whether the clients behind a figure are others than a year ago: an easier clientele is no success."""

from collections.abc import Mapping

NOTABLE_SHIFT = 0.10
"""So large a part of the clients in other groups than a year ago is worth a neutral note."""

NOTABLE_FALL = 0.10
"""So much smaller a number of clients is worth one as well."""


def shift(now: Mapping[str, float], before: Mapping[str, float]) -> float | None:
    """Which part of the clients stands in other groups than a year ago, 0 to 1; None without both years.

    Shares of hidden groups are unknown: what both years leave unsaid counts as one group.
    """
    if not now or not before:
        return None
    groups = now.keys() | before.keys()
    shown = sum(abs(now.get(group, 0.0) - before.get(group, 0.0)) for group in groups)
    unsaid = abs((1 - sum(now.values())) - (1 - sum(before.values())))
    return (shown + unsaid) / 2


def fall(now: int | None, before: int | None) -> float | None:
    """By which part the number of clients fell; negative when it rose, None without both years."""
    if now is None or not before:
        return None
    return 1 - now / before


def deserves_note(*, has_risen: bool, shifted: float | None, fell: float | None) -> bool:
    """Whether a rise in satisfaction should be read beside its clients."""
    is_other = shifted is not None and shifted >= NOTABLE_SHIFT
    is_smaller = fell is not None and fell >= NOTABLE_FALL
    return has_risen and (is_other or is_smaller)
