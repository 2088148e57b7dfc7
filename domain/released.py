"""What is released to every audience, so that what is hidden cannot be computed back (methods.md 8.1b).

By month only all partners together, by quarter and half-year also each partner's total, and a split of one
partner only by year and horizon. A partner's own figures are released in full, to that partner alone.
"""

from domain.period import PeriodKind

_LONG = (PeriodKind.YEAR, PeriodKind.HORIZON)

RELEASED: dict[tuple[bool, bool], tuple[PeriodKind, ...]] = {
    (False, False): tuple(PeriodKind),
    (False, True): (PeriodKind.HALF_YEAR, *_LONG),
    (True, False): (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, *_LONG),
    (True, True): _LONG,
}
"""The kinds of period by (of one partner, with a split)."""
