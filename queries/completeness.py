"""How complete the figures of a period are: the share with a recorded outcome, and the response."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class Completeness:
    """One indicator in a period, of all partners or of one; a hidden one has no number at all.

    Of the `recorded` values those `known` are of the partners of which is told how many were `eligible`: of
    one partner its own, of all together of `partners` among those that delivered. A `share` may stand without
    its counts. `asked` is known only where clients are asked.
    """

    partner: str | None
    indicator: str
    name: str
    period: str
    recorded: int | None
    known: int | None
    eligible: int | None
    share: float | None
    partners: int | None
    delivered_by: int | None
    asked: int | None
    suppressed: bool

    @property
    def is_of_some(self) -> bool:
        """Whether it is told of some of the partners that delivered, and not of all."""
        return self.partners is not None and self.partners != self.delivered_by


def completeness(
    published: Published,
    *,
    period: str,
    language: str,
    partner: str | None = None,
    indicator: str | None = None,
) -> list[Completeness]:
    """The indicators of all partners together, or of one, by name; reasons only when asked for."""
    asked = {"period": period, "language": language, "partner": partner, "indicator": indicator}
    return ask(published, "completeness", Completeness, **asked)
