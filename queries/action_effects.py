"""Whether actions show in the figures."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class ActionEffect:
    """A year after an action began against a year before; all days are inside their window.

    `state` is a `domain.status.Difference`: too_early until the window after is full, and then no figure.
    """

    action: str
    indicator: str
    partner: str | None
    kind: str
    before_from: date
    before_to: date
    after_from: date
    after_to: date
    before: float | None
    after: float | None
    before_n: float | None
    after_n: float | None
    difference: float | None
    lower: float | None
    upper: float | None
    state: str


def action_effects(
    published: Published, *, action: str | None = None, indicator: str | None = None
) -> list[ActionEffect]:
    """Per action all partners together first, then the partner that owns it."""
    return ask(published, "action_effects", ActionEffect, action=action, indicator=indicator)
