"""Joint trajectories: once for all partners together, and counted at each partner that takes part."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class JointCare:
    """The packages that began in a period; of one partner with how many of them it evaluates."""

    partner: str | None
    name: str | None
    period: str
    kind: str
    packages: int | None
    clients: int | None
    evaluated: int | None
    suppressed: bool
    small: bool | None


def joint_care(published: Published) -> list[JointCare]:
    """All counts: of all together first, then by the name of the partner; the horizon before its years."""
    return ask(published, "joint_care", JointCare)
