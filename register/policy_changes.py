"""Decisions about the smallest group that others may read about: who, when, and why."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from register.audit import Event, record_in
from register.moments import now
from register.store import Register
from register.tables import policy_change

LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One decision; `reason` may only be empty where the policy became stricter."""

    id: int
    at: datetime
    account: int | None
    least_clients: int
    reason: str


def record_policy_change(
    register: Register, before: int, least_clients: int, reason: str, *, by: int | None
) -> None:
    """Keep the decision, and that it was taken."""
    row = {"at": now(), "account": by, "least_clients": least_clients, "reason": reason[:LONGEST_REASON]}
    with register.writing() as connection:
        connection.execute(insert(policy_change).values(row))
        about = f"kleinste groep van {before} naar {least_clients}"
        record_in(connection, Event.POLICY_CHANGED, about, account=by)


def policy_changes(register: Register) -> list[PolicyChange]:
    """The decisions, the newest first."""
    with register.reading() as connection:
        found = connection.execute(select(policy_change).order_by(policy_change.c.id.desc()))
        return [PolicyChange(*row) for row in found]
