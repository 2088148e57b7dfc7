"""The rows that figures, descriptions and tables are made of; queries give rows with the same fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol


class Ranged(Protocol):
    """A value that may be hidden, and may have an interval."""

    @property
    def value(self) -> float | None: ...
    @property
    def suppressed(self) -> bool: ...
    @property
    def lower(self) -> float | None: ...
    @property
    def upper(self) -> float | None: ...


class Judged(Ranged, Protocol):
    """A value with what may be said of it, in the codes of domain.status; None where nothing was judged."""

    @property
    def denominator(self) -> float | None: ...
    @property
    def numerator(self) -> float | None: ...
    @property
    def status(self) -> str | None: ...
    @property
    def strong(self) -> bool | None: ...
    @property
    def svd(self) -> float | None: ...
    @property
    def path(self) -> str | None: ...
    @property
    def movement(self) -> str | None: ...
    @property
    def small(self) -> bool | None: ...


class Point(Judged, Protocol):
    """What a figure reads of one value in time; any row with these attributes will do."""

    @property
    def period(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def middle(self) -> date: ...
    @property
    def clients(self) -> int | None: ...
    @property
    def provisional(self) -> bool: ...
    @property
    def hidden_since(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One value in time; `denominator` is the n a reader sees, shares are 0-1, hidden rows have no values.

    `strong` is a status that also holds at 99.8 %, `svd` the nearest true value that would have shown.
    """

    period: str
    kind: str
    start: date
    end: date
    middle: date
    value: float | None
    denominator: float | None
    numerator: float | None
    clients: int | None
    suppressed: bool
    provisional: bool
    lower: float | None = None
    upper: float | None = None
    partner: str | None = None
    split_value: str | None = None
    status: str | None = None
    strong: bool | None = None
    svd: float | None = None
    path: str | None = None
    movement: str | None = None
    small: bool | None = None
    hidden_since: date | None = None


class Expected(Protocol):
    """What comes if nothing changes, with both prediction intervals; `on` is the middle of a period."""

    @property
    def on(self) -> date: ...
    @property
    def fit(self) -> float: ...
    @property
    def lower80(self) -> float: ...
    @property
    def upper80(self) -> float: ...
    @property
    def lower95(self) -> float: ...
    @property
    def upper95(self) -> float: ...


@dataclass(frozen=True, slots=True)
class CriterionStep:
    """A criterion with its validity (days inclusive); comparator is ≥, ≤ or tussen."""

    comparator: str
    value: float
    value_to: float | None
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A point of the agreed path; without `kind` the first is the baseline and the last the target."""

    on: date
    value: float
    kind: Literal["baseline", "milestone", "target"] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated event: a break of the series or the start of an action."""

    on: date
    text: str
    kind: Literal["break", "action"]


def numbered(marks: Sequence[Mark]) -> list[tuple[int, Mark]]:
    """The events in order of time, each with its number in the figure and in the list below it."""
    return list(enumerate(sorted(marks, key=lambda mark: (mark.on, mark.kind, mark.text)), 1))


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How often help ended for one reason; `is_dropout` when it counts as dropout."""

    label: str
    count: float | None
    share: float | None
    is_dropout: bool = False
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class SplitValue:
    """The value of one group; without value and not suppressed it was not measured.

    `status` is its verdict against the criterion, a `domain.status.Status`; None where nobody judged it.
    """

    label: str
    value: float | None
    denominator: float | None
    numerator: float | None
    suppressed: bool
    provisional: bool = False
    lower: float | None = None
    upper: float | None = None
    small: bool | None = None
    hidden_since: date | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How the values of one indicator are read: its name, unit, decimals and what is counted.

    `unit` is the code of the plan: procent, cijfer, dagen, uren, aantal or score; without `decimals` the
    unit decides. `counted` is the plural of what is counted, such as trajecten.
    """

    name: str
    unit: str
    language: str
    decimals: int | None = None
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class TrendOptions:
    """How to read the values, what was agreed and expected; `until` is the last day the axis must show."""

    reading: Reading
    criterion: Sequence[CriterionStep] = ()
    path: Sequence[PathPoint] = ()
    marks: Sequence[Mark] = ()
    forecast: Sequence[Expected] = ()
    until: date | None = None
    height: int = 392
