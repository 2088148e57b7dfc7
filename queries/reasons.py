"""Why help ended: the five reasons and unknown, counted in one period."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask
from queries._observation import Observation


@dataclass(frozen=True, slots=True)
class ReasonFigure(Observation):
    """How often one reason was given; `computation` tells which of the built-in reasons it is."""

    computation: str
    domain: str


def reasons(published: Published, *, period: str, partner: str | None = None) -> list[ReasonFigure]:
    """The reasons of all partners together or of one, jeugd and Wmo apart."""
    return ask(published, "reasons", ReasonFigure, period=period, partner=partner)
