"""What a funnel is made of; queries give rows with the same fields."""

from dataclasses import dataclass
from typing import Protocol

from components.figures.rows import Reading


class Unit(Protocol):
    """One partner; `own` is the reader's choice to point at it, every other stays unnamed."""

    @property
    def partner(self) -> str | None: ...
    @property
    def n(self) -> int: ...
    @property
    def value(self) -> float: ...
    @property
    def place(self) -> str: ...


class Limit(Protocol):
    """What chance allows at one n."""

    @property
    def n(self) -> int: ...
    @property
    def lower95(self) -> float: ...
    @property
    def upper95(self) -> float: ...
    @property
    def lower998(self) -> float: ...
    @property
    def upper998(self) -> float: ...


@dataclass(frozen=True, slots=True)
class FunnelOptions:
    """How the values are read, the average they lie around, and the one partner that may be named."""

    reading: Reading
    centre: float
    own: str | None = None
    own_name: str = ""
