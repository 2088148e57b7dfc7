"""The settings and worked examples of every rule, as they were in force when a version was made."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class MethodValue:
    """One number of the explanation of one rule; a share is 0-1."""

    rule: str
    name: str
    amount: float
    decimals: int
    is_share: bool


def method_values(published: Published) -> list[MethodValue]:
    """All of them, the numbers of one rule together."""
    return ask(published, "method_values", MethodValue)
