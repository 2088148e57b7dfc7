"""Says which deliveries stand out: a count that jumps, an outcome that is mostly not recorded."""

LEAST_DIFFERENCE = 50
FACTOR = 2
LEAST_RECORDED = 0.5
"""Below this share of recorded outcomes a figure says little about all clients."""


def has_jumped(now: int, before: int) -> bool:
    """Whether a count differs so much from the one before that someone should look."""
    return abs(now - before) >= LEAST_DIFFERENCE and max(now, before) >= FACTOR * min(now, before)


def is_mostly_missing(recorded: int, eligible: int) -> bool:
    """Whether fewer than half of the outcomes are recorded; of nothing nothing is missing."""
    return eligible > 0 and recorded / eligible < LEAST_RECORDED
