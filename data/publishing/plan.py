"""Turns the targets of the plan into values of their indicator, also those given relative to a baseline."""

from data.publishing.statements import load
from data.store import Connection, StoreUnavailable, rows
from domain.path import TargetKind, absolute_target

_GOALS = """
    SELECT g.code, g.baseline_value, g.target_value, g.target_kind, i.per_share
    FROM goal AS g
    INNER JOIN counted_indicator AS i ON g.indicator = i.indicator
"""
_TYPES = {"goal": "VARCHAR", "baseline": "DOUBLE", "target_amount": "DOUBLE", "target": "DOUBLE"}


class UnusablePlan(StoreUnavailable):
    """The plan cannot be published; the message says what to mend."""


def resolve_goals(connection: Connection) -> None:
    """Make the table `resolved_goal`: baseline and target as values of the indicator."""
    load(connection, "resolved_goal", _TYPES, (_resolved(*goal) for goal in rows(connection, _GOALS)))


def _resolved(
    code: object, baseline_value: object, target_value: object, target_kind: object, per_share: object
) -> tuple[object, ...]:
    share = float(str(per_share))
    kind = TargetKind(str(target_kind or TargetKind.VALUE))
    baseline = None if baseline_value is None else float(str(baseline_value)) / share
    if target_value is None:
        return code, baseline, None, None
    amount = float(str(target_value)) / (100 if kind is TargetKind.PERCENT else share)
    if kind is TargetKind.VALUE:
        return code, baseline, amount, amount
    return code, baseline, amount, None if baseline is None else absolute_target(baseline, amount, kind)
