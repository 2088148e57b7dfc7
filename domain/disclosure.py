"""Says which figures are too small to show to an audience: the primary rule, as one policy per audience."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from domain.columns import Mask, Numbers

SMALL_BELOW = 30
"""From here on a figure carries no 'klein aantal' mark."""


class Reason(StrEnum):
    """Why a figure is hidden; SHOWN when it is not."""

    SHOWN = "shown"
    NO_DATA = "no_data"
    FEW_CLIENTS = "few_clients"
    SMALL_NUMERATOR = "small_numerator"
    SMALL_COMPLEMENT = "small_complement"


@dataclass(frozen=True)
class Policy:
    """What one audience may see: thresholds on clients and parts, the zero rule, the rounding of counts.

    Where `is_proved`, what would give small figures away is hidden too, and nothing is served unproved.
    """

    audience: str
    min_denominator: int
    min_part: int
    zero_is_small: bool
    rounding_base: int | None
    is_proved: bool = False


LEAST_CLIENTS = 10
"""The smallest group about which others may read; an installation may ask for more, never for fewer."""


def policies(least_clients: int = LEAST_CLIENTS, *, is_proved: bool = False) -> dict[str, Policy]:
    """What each audience may see where groups of fewer than so many clients are hidden."""
    closed = Policy("steering", least_clients, 0, False, None, is_proved=is_proved)
    return {
        "public": Policy("public", least_clients, least_clients, zero_is_small=True, rounding_base=5),
        "steering": closed,
        "partner_own": Policy("partner_own", 0, 0, zero_is_small=False, rounding_base=None),
        "partner_other": replace(closed, audience="partner_other"),
    }


POLICIES = policies()
"""With the smallest group that is ever allowed."""

CLOSED = POLICIES["steering"]
"""What everyone with lawful access sees of what is not its own."""


def is_looser(made_under: Policy, demanded: Policy) -> bool:
    """Whether something was made under a policy that shows what the demanded one would hide."""
    return (
        (demanded.is_proved and not made_under.is_proved)
        or made_under.min_denominator < demanded.min_denominator
        or made_under.min_part < demanded.min_part
        or (demanded.zero_is_small and not made_under.zero_is_small)
        or (made_under.rounding_base or 1) < (demanded.rounding_base or 1)
    )


def is_below(count: float, threshold: int, zero_is_small: bool) -> bool:
    """Whether a count is too small to show; a zero only when zeros count as small."""
    return count < threshold and (count > 0 or zero_is_small)


def primary_reason(
    policy: Policy, *, clients: float, denominator: float | None = None, numerator: float | None = None
) -> Reason:
    """The first rule that hides this figure; NO_DATA for zero clients, whether or not zeros count as small.

    Without numerator (a mean, a count) the number of clients decides alone.
    """
    if clients == 0:
        return Reason.NO_DATA
    if is_below(clients, policy.min_denominator, policy.zero_is_small):
        return Reason.FEW_CLIENTS
    if numerator is None:
        return Reason.SHOWN
    if is_below(numerator, policy.min_part, policy.zero_is_small):
        return Reason.SMALL_NUMERATOR
    if denominator is not None and is_below(denominator - numerator, policy.min_part, policy.zero_is_small):
        return Reason.SMALL_COMPLEMENT
    return Reason.SHOWN


def is_hidden(
    policy: Policy, *, clients: float, denominator: float | None = None, numerator: float | None = None
) -> bool:
    """Whether the primary rule hides this figure; zero clients only where zeros count as small."""
    reason = primary_reason(policy, clients=clients, denominator=denominator, numerator=numerator)
    if reason is Reason.NO_DATA:
        return is_below(0, policy.min_denominator, policy.zero_is_small)
    return reason is not Reason.SHOWN


def hidden_mask(
    policy: Policy, *, clients: Numbers, denominator: Numbers | None = None, numerator: Numbers | None = None
) -> Mask:
    """`is_hidden` for whole columns; a missing part (NaN) is never small."""
    hidden = _below(clients, policy.min_denominator, policy.zero_is_small)
    if numerator is not None:
        hidden |= _below(numerator, policy.min_part, policy.zero_is_small)
        if denominator is not None:
            hidden |= _below(denominator - numerator, policy.min_part, policy.zero_is_small)
    return hidden


def is_small(clients: float, policy: Policy) -> bool:
    """Whether a figure that may be shown carries the mark 'klein aantal'."""
    return max(policy.min_denominator, 1) <= clients < SMALL_BELOW


def small_mask(policy: Policy, clients: Numbers) -> Mask:
    """`is_small` for a whole column."""
    return (clients >= max(policy.min_denominator, 1)) & (clients < SMALL_BELOW)


def _below(counts: Numbers, threshold: int, zero_is_small: bool) -> Mask:
    small: Mask = np.asarray(counts) < threshold
    return small if zero_is_small else small & (np.asarray(counts) > 0)
