"""Whom to call: functions with an address, never persons."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Contact:
    """One function; for a goal, a partner, an action, or for everything when all three are empty."""

    role: str
    address: str
    goal: str | None
    partner: str | None
    action: str | None


def contacts(published: Published) -> list[Contact]:
    """All contacts of the plan."""
    return ask(published, "contacts", Contact)


def contact_for(
    known: Iterable[Contact], *, goal: str | None = None, partner: str | None = None
) -> Contact | None:
    """The contact for this goal or partner, else the one for everything; none when the plan names none."""
    everyone = list(known)
    own = [one for one in everyone if (goal and one.goal == goal) or (partner and one.partner == partner)]
    general = [one for one in everyone if not (one.goal or one.partner or one.action)]
    return next(iter(own + general), None)
