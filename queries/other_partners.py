"""What the partners that do not stand apart come to together, beside those that do."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask
from queries._observation import Observation


@dataclass(frozen=True, slots=True)
class OtherPartners(Observation):
    """A figure of `partners` partners together; it has no partner, no movement and no count of clients."""

    partners: int


def other_partners(published: Published, *, period: str) -> list[OtherPartners]:
    """At most one for each indicator; none for a reader who sees no partner apart."""
    return ask(published, "other_partners", OtherPartners, period=period)
