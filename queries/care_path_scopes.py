"""Of which years and partners the care paths tell."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class CarePathScope:
    """One domain and period, of all partners together or of one.

    Of `within` partners only the help at themselves could be followed.
    """

    domain: str
    partner: str | None
    period: str
    kind: str
    window_months: int
    first_year: int
    last_year: int
    partners: int
    within: int
    provisional: bool


def care_path_scopes(published: Published) -> list[CarePathScope]:
    """All that may be chosen, the longest and latest periods first."""
    return ask(published, "care_path_scopes", CarePathScope)
