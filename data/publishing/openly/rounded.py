"""Hides what is small for everybody, rounds the rest, and proves that no hidden count follows from it."""

from collections.abc import Mapping

import numpy as np

from data.publishing.judging.kept import keep
from data.publishing.openly.proof import hide_what_follows
from data.publishing.policies import policy_of
from data.publishing.statements import columns
from data.schema import SPLITS
from data.store import Connection
from domain.audience import PUBLIC
from domain.columns import Mask, Numbers
from domain.computation import Measure
from domain.disclosure import Policy, hidden_mask, small_mask
from domain.rounding import round_counts, round_half_up

COUNTS = ("numerator", "denominator", "records", "clients", "n")
_MEASURES = [measure.value for measure in Measure]
_TYPES = {
    "row_id": "INTEGER",
    "suppressed": "BOOLEAN",
    "small": "BOOLEAN",
    **dict.fromkeys((*COUNTS, "value"), "DOUBLE"),
}
_DECIMALS = {Measure.MEAN: 1, Measure.MEDIAN: 0}


def round_for_everybody(connection: Connection, *, is_asked: bool) -> None:
    """Make the table `public_figure`; empty where nothing is published for everybody."""
    if not is_asked:
        keep(connection, "public_figure", _TYPES, [])
        return
    figures = columns(connection, "openly/figure", measures=_MEASURES, splits=list(SPLITS))
    policy = policy_of(connection, PUBLIC.file)
    hidden = hide_what_follows(connection, figures, is_small(figures, policy), policy)
    shown = rounded(figures, policy, hidden)
    small = small_mask(policy, figures["least_clients"]) & ~hidden & (figures["is_population"] == 0)
    told = [figures["row_id"].astype(int), hidden, small, *(shown[name] for name in (*COUNTS, "value"))]
    keep(connection, "public_figure", _TYPES, list(zip(*(column.tolist() for column in told), strict=True)))


def is_small(figures: Mapping[str, Numbers], policy: Policy) -> Mask:
    """Too few clients, too small a numerator or rest, or too few values behind a mean; never a population."""
    is_share = figures["measure"] == _MEASURES.index(Measure.PROPORTION)
    numerator = np.where(is_share, figures["numerator"], np.nan)
    hidden = hidden_mask(
        policy, clients=figures["least_clients"], denominator=figures["denominator"], numerator=numerator
    )
    hidden |= hidden_mask(policy, clients=figures["n"])
    hidden |= hidden_mask(policy, clients=np.where(figures["is_count"] == 1, figures["value"], np.nan))
    hidden |= is_share & hidden_mask(policy, clients=figures["denominator"])
    return np.asarray(hidden & (figures["is_population"] == 0))


def rounded(figures: Mapping[str, Numbers], policy: Policy, hidden: Mask) -> dict[str, Numbers]:
    """Counts to the base of the policy, and values that follow from them; nothing where it is hidden."""
    base = policy.rounding_base or 1
    is_population = figures["is_population"] == 1
    shown = {
        name: np.where(
            hidden, np.nan, np.where(is_population, figures[name], round_counts(figures[name], base))
        )
        for name in COUNTS
    }
    with np.errstate(invalid="ignore", divide="ignore"):
        share = shown["numerator"] / shown["denominator"]
    counted = np.where(figures["is_count"] == 1, round_counts(figures["value"], base), figures["value"])
    value = np.where(np.isfinite(share), share, counted)
    for measure, decimals in _DECIMALS.items():
        of_measure = (figures["measure"] == _MEASURES.index(measure)) & ~is_population
        value[of_measure] = [float(round_half_up(one, decimals)) for one in value[of_measure].tolist()]
    return {**shown, "value": np.where(hidden, np.nan, np.where(is_population, figures["value"], value))}
