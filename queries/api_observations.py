"""Published figures as other tools get them: every one this reader may see, in the order of the file."""

from dataclasses import asdict, dataclass
from datetime import date

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class ObservationFilter:
    """Which figures are asked for; None leaves a choice open.

    `only_together` asks for the figures of all partners together, `only_totals` for those without a split.
    """

    indicator: str | None = None
    partner: str | None = None
    only_together: bool = False
    period: str | None = None
    period_kind: str | None = None
    split: str | None = None
    only_totals: bool = False
    split_value: str | None = None


@dataclass(frozen=True, slots=True)
class InterfaceObservation:
    """One figure, with the names that the interface has promised; fields may be added, never changed."""

    indicator: str
    partner: str | None
    period: str
    period_kind: str
    period_start: date
    period_end: date
    split: str | None
    split_value: str | None
    numerator: float | None
    denominator: float | None
    clients: int | None
    value: float | None
    n: int | None
    sd: float | None
    suppressed: bool
    provisional: bool
    definition_version: int
    lower: float | None
    upper: float | None
    status: str | None
    strong: bool | None
    svd: float | None
    path: str | None
    movement: str | None
    small: bool | None
    hidden_since: date | None


def api_observations(
    published: Published, *, asked: ObservationFilter, limit: int, skip: int
) -> list[InterfaceObservation]:
    """At most `limit` figures after the first `skip`; the order is the same at every call."""
    return ask(published, "api_observations", InterfaceObservation, **asdict(asked), limit=limit, skip=skip)
