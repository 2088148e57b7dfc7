"""How far an action of the plan is, as far as its dates say so."""

from datetime import date
from enum import StrEnum


class ActionState(StrEnum):
    """Whether an action still has to begin, goes on, or has had its last day."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


def action_state(starts_on: date, ends_on: date | None, today: date) -> ActionState:
    """The state on a day; the last day of an action still belongs to it."""
    if today < starts_on:
        return ActionState.PLANNED
    return ActionState.ENDED if ends_on is not None and ends_on < today else ActionState.RUNNING
