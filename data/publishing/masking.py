"""Masks: which figures are hidden from whom, made once per publication for all audiences that share a policy.

The steering group and the partners among each other have the same thresholds, so one mask serves them all:
what is hidden from one is hidden from the other, and nothing follows from laying their files side by side.
"""

from functools import partial

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.completeness import tell_totals
from data.publishing.hidden_since import Earlier, read_least
from data.publishing.policies import policy_of
from data.publishing.protection import protect_figures, tell_of_told
from data.publishing.protection.foreseen import hide_what_would_follow
from data.publishing.protection.hiding import hidden_so_far
from data.publishing.protection.looking import Sight
from data.publishing.protection.reading import read_told
from data.publishing.statements import columns, load, run
from data.store import Connection
from domain.disclosure import Policy, hidden_mask, small_mask

_MASK = {"row_id": "INTEGER", "suppressed": "BOOLEAN", "small": "BOOLEAN"}


def make_masks(connection: Connection, tell: Progress, earlier: Earlier | None = None) -> Sight | None:
    """Make `closed_mask` for all that is released, `own_mask` for what is of a partner, and both as one.

    Returns what the steering group will see, where that has been attacked.
    """
    policy = policy_of(connection, "steering")
    keep_mask(connection, "closed_mask", masked(columns(connection, "audiences/released_row"), policy))
    tell(f"Verborgen door de regel: {hidden_so_far(connection)} cijfers", 1, 1)
    run(connection, "audiences/eligible_told")
    before = earlier if policy.is_proved else None
    read_told(connection, before)
    read_least(connection, before)
    own = masked(columns(connection, "audiences/own_row"), policy_of(connection, "partner_own"))
    keep_mask(connection, "own_mask", own)
    run(connection, "audiences/masked_row")
    settle = partial(_settle, connection, policy.min_denominator)
    if not policy.is_proved:
        settle()
        return None
    groups = protect_figures(connection, policy.min_denominator, tell)
    settle()
    foreseen = hide_what_would_follow(connection, groups, policy.min_denominator, settle, tell)
    tell_of_told(connection, tell)
    return foreseen


def _settle(connection: Connection, least: int) -> None:
    """Say anew what others may read of who could have had a value, which depends on what is hidden."""
    run(connection, "audiences/known_eligible")
    tell_totals(connection, least)
    run(connection, "audiences/told_beside")


def masked(figures: dict[str, np.ndarray], policy: Policy) -> dict[str, np.ndarray]:
    """Which of these figures the primary rule of the policy hides, and which it calls small."""
    hidden = hidden_mask(
        policy, clients=figures["clients"], denominator=figures["denominator"], numerator=figures["numerator"]
    )
    small = small_mask(policy, figures["clients"]) & ~hidden
    return {"row_id": figures["row_id"].astype(np.int32), "suppressed": hidden, "small": small}


def keep_mask(connection: Connection, table: str, mask: dict[str, np.ndarray]) -> None:
    """Make the table of a mask: `row_id`, `suppressed` and `small`."""
    load(connection, table, _MASK, ())
    connection.register("passing_mask", mask)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM passing_mask")
    connection.unregister("passing_mask")
