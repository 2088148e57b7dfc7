"""How often a partner exactly on its criterion would be called worse, by the naive rule and by ours."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class FalseSignal:
    """The exact chances for one criterion of at most so much and one number of records."""

    criterion: float
    size: int
    naive: float
    ours: float


def false_signals(published: Published) -> list[FalseSignal]:
    """By criterion, then by size."""
    return ask(published, "false_signals", FalseSignal)
