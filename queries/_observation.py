"""A published figure as every question answers it."""

from dataclasses import dataclass
from datetime import date

from domain.period import parse_period


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure; a hidden one has `suppressed` and no number at all.

    `denominator` is the n a reader sees: of a share its denominator, of a mean or median the answers.
    `status`, `path` and `movement` are words of `domain.status`; a movement stands with the latest figure of
    a series only. `hidden_since` says of a hidden figure that readers saw it until that day.
    """

    indicator: str
    partner: str | None
    period: str
    kind: str
    start: date
    end: date
    split: str | None
    split_value: str | None
    numerator: float | None
    denominator: float | None
    records: int | None
    clients: int | None
    value: float | None
    sd: float | None
    q1: float | None
    q3: float | None
    eligible: int | None
    asked: int | None
    delivered_by: int | None
    expected_from: int | None
    suppressed: bool
    provisional: bool
    definition_version: int
    scale: str | None
    informant: str | None
    measured_on: date | None
    source: str | None
    lower: float | None
    upper: float | None
    status: str | None
    strong: bool | None
    svd: float | None
    path: str | None
    movement: str | None
    small: bool | None
    hidden_since: date | None

    @property
    def middle(self) -> date:
        """Where the figure stands on a time axis."""
        return parse_period(self.period).middle

    @property
    def is_shown(self) -> bool:
        return self.value is not None and not self.suppressed
