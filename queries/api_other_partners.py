"""What the partners that do not stand apart come to together, as other tools get it."""

from dataclasses import dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class InterfaceOtherPartners:
    """One figure of several partners together, with the names that the interface has promised."""

    indicator: str
    period: str
    period_kind: str
    period_start: date
    period_end: date
    partners: int
    numerator: float | None
    denominator: float | None
    value: float
    n: int | None
    sd: float | None
    provisional: bool
    definition_version: int
    lower: float | None
    upper: float | None
    status: str | None
    strong: bool | None
    svd: float | None
    path: str | None
    small: bool | None


def api_other_partners(published: Published, *, limit: int, skip: int) -> list[InterfaceOtherPartners]:
    """At most `limit` figures after the first `skip`, by indicator and period."""
    return ask(published, "api_other_partners", InterfaceOtherPartners, limit=limit, skip=skip)
