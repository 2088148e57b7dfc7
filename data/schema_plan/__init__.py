"""The tables of the plan: what a municipality and its partners agreed, delivered like any other table."""

from data.schema_plan.columns import DOMAINS, OWNER_MUNICIPALITY, plan_metadata
from data.schema_plan.goals import action, ambition, goal, milestone, responsibility, strategy
from data.schema_plan.measures import (
    code_label,
    criterion,
    indicator,
    instrument,
    series_break,
    statline_measure,
)
from data.schema_plan.partners import agreement, contact, partner, partner_context

PLAN_TABLES = (
    ambition,
    goal,
    milestone,
    responsibility,
    strategy,
    action,
    indicator,
    criterion,
    partner,
    contact,
    agreement,
    instrument,
    series_break,
    code_label,
    statline_measure,
    partner_context,
)
"""In the order in which they are read, checked and listed."""

REQUIRED_PLAN_TABLES = (ambition, goal, indicator, partner)

__all__ = ["DOMAINS", "OWNER_MUNICIPALITY", "PLAN_TABLES", "REQUIRED_PLAN_TABLES", "plan_metadata"]
